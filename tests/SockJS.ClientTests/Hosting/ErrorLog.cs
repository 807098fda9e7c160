using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SockJS.ClientTests.Hosting;

/// <summary>Keeps what a server logs as an error. No client in these tests gives it a reason to.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _entries = new();

    public IEnumerable<string> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            _entries.Enqueue($"{eventId}: {formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
