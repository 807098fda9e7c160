using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SockJS.ProxyTests.Daemons;

/// <summary>A certificate for 127.0.0.1 in the forms that the proxies and their clients read.</summary>
internal sealed class Certificate
{
    private readonly string _thumbprint;

    /// <summary>Makes a certificate, and writes its files.</summary>
    public Certificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));

        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _thumbprint = certificate.Thumbprint;
        CertificateFile = Write("127.0.0.1.crt", certificate.ExportCertificatePem());
        KeyFile = Write("127.0.0.1.key", key.ExportPkcs8PrivateKeyPem());
        BothFile = Write("127.0.0.1.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());

        string Write(string name, string text)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, text + "\n");
            return path;
        }
    }

    public string CertificateFile { get; }

    public string KeyFile { get; }

    /// <summary>Gets the file that has the certificate and its key, as HAProxy wants them.</summary>
    public string BothFile { get; }

    public bool IsThis(X509Certificate? other) => other?.GetCertHashString() == _thumbprint;
}
