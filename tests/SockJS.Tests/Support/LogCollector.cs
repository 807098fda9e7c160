using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Xunit;

namespace SockJS.Tests.Support;

/// <summary>Keeps what is logged. A test that logs an error it did not expect fails when this is disposed.</summary>
internal sealed class LogCollector : ILoggerFactory, ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private readonly ConcurrentDictionary<string, bool> _expected = new();

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    /// <summary>Gets or sets the level below which nothing is logged.</summary>
    public LogLevel MinimumLevel { get; set; }

    public IReadOnlyList<LogEntry> Errors => [.. _entries.Where(static entry => entry.Level >= LogLevel.Error)];

    /// <summary>Says that errors of this event belong to the test.</summary>
    public LogCollector Expect(string eventName)
    {
        _expected[eventName] = true;
        return this;
    }

    public ILogger CreateLogger(string categoryName) => new CategoryLogger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose() => Assert.DoesNotContain(Errors, entry => !_expected.ContainsKey(entry.Event.Name ?? ""));

    private sealed class CategoryLogger(LogCollector collector, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= collector.MinimumLevel;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => collector._entries.Enqueue(new LogEntry(category, logLevel, eventId, formatter(state, exception), exception));
    }
}
