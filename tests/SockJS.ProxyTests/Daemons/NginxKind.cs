namespace SockJS.ProxyTests.Daemons;

internal sealed class NginxKind() : ProxyKind("nginx", "nginx.conf")
{
    // What nginx would write below /var belongs to the system's own.
    private static readonly string[] s_temporaryPaths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

    public override void Adapt(Configuration configuration, string folder, Certificate certificate, int plainPort, int securePort)
    {
        var paths = s_temporaryPaths.Select(name => $"{name}_temp_path {folder}/{name};");
        configuration
            .Replace("http {", $"http {{ access_log off; {string.Join(' ', paths)}")
            .Replace("listen 80;", $"listen 127.0.0.1:{plainPort};")
            .Replace("listen 443 ", $"listen 127.0.0.1:{securePort} ")
            .Replace("/etc/nginx/www.example.com.crt", certificate.CertificateFile)
            .Replace("/etc/nginx/www.example.com.key", certificate.KeyFile);
    }

    public override string[] RunArguments(string file, string folder)
        => ["-c", file, "-p", folder, "-e", "stderr", "-g", $"daemon off; pid {folder}/nginx.pid; {User}"];

    public override string[] CheckArguments(string file, string folder)
        => ["-t", "-c", file, "-p", folder, "-e", "stderr", "-g", $"pid {folder}/nginx.pid; {User}"];

    // Started by root, its workers would become a user that cannot enter the folder.
    private static string User => Environment.UserName == "root" ? "user root;" : "";
}
