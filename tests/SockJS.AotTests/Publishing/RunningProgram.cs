using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace SockJS.AotTests.Publishing;

/// <summary>A published program, listening on a free port.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _start = TimeProvider.System.GetTimestamp();

    private RunningProgram(string path)
    {
        // The program says which port it got; nobody else can take that one in between.
        _process = Process.Start(new ProcessStartInfo(path, ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("It ended before it listened."));
    }

    public Uri Address => _listening.Task.Result;

    /// <summary>Gets how long the process had existed when the caller knew where it listens.</summary>
    public TimeSpan Age => TimeProvider.System.GetElapsedTime(_start);

    public static async Task<RunningProgram> StartAsync(string path)
    {
        var program = new RunningProgram(path);
        try
        {
            await program._listening.Task.WaitAsync(s_patience);
            return program;
        }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException)
        {
            program.Kill();
            throw new InvalidOperationException(program.Output(), e);
        }
    }

    /// <summary>Asks the program to stop as a service manager does, and fails where it does not obey or has logged anything amiss.</summary>
    public async ValueTask DisposeAsync()
    {
        using (_process)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            try
            {
                await _process.WaitForExitAsync().WaitAsync(s_patience);
            }
            finally
            {
                Kill();
            }

            Assert.True(_process.ExitCode == 0, Output());
            Assert.False(Amiss().IsMatch(Output()), Output());
        }
    }

    private void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }

    private void Read(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
        if (line is not null && Listening().Match(line) is { Success: true } match)
            _listening.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    private string Output()
    {
        lock (_output)
            return _output.ToString();
    }

    [GeneratedRegex(@"Now listening on: (?<address>\S+)")]
    private static partial Regex Listening();

    // The console logger begins an entry with its level.
    [GeneratedRegex(@"^(fail|crit): |Unhandled exception", RegexOptions.Multiline)]
    private static partial Regex Amiss();
}
