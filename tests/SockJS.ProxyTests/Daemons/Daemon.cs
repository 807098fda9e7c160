using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace SockJS.ProxyTests.Daemons;

/// <summary>A program that serves until it is killed.</summary>
internal sealed class Daemon : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private Daemon(Process process) => _process = process;

    /// <summary>Starts a program, and waits until it listens.</summary>
    public static async Task<Daemon> StartAsync(string program, string[] arguments, Uri address)
    {
        var daemon = new Daemon(Start(program, arguments));
        daemon.Gather();
        try
        {
            await daemon.ListeningAsync(address);
            return daemon;
        }
        catch
        {
            await daemon.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments)
    {
        using var process = Start(program, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    // Debian has them where only root looks.
    private static Process Start(string program, string[] arguments)
    {
        var installed = Path.Combine("/usr/sbin", program);
        return Process.Start(new ProcessStartInfo(File.Exists(installed) ? installed : program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private static async Task<bool> IsListeningAsync(Uri address)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task ListeningAsync(Uri address)
    {
        using var deadline = new CancellationTokenSource(s_patience);
        while (!await IsListeningAsync(address))
        {
            Assert.False(_process.HasExited, Output);
            await Task.Delay(20, deadline.Token);
        }
    }

    // A pipe that nobody reads would stop the program some day.
    private void Gather()
    {
        DataReceivedEventHandler keep = (_, line) =>
        {
            lock (_output)
                _output.AppendLine(line.Data);
        };
        _process.OutputDataReceived += keep;
        _process.ErrorDataReceived += keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }
}
