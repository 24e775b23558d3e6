using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Autogestion.Office.Tests.Registry;

/// <summary>A clock that stands still until told.</summary>
public sealed class FakeClock : TimeProvider
{
    long _now = Instant.FromUtc(2026, 3, 14, 9, 0).ToUnixTimeMilliseconds();

    public Instant Now => Instant.FromUnixTimeMilliseconds(Interlocked.Read(ref _now));

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public void Pass(Duration time) => Interlocked.Add(ref _now, (long)time.TotalMilliseconds);
}

/// <summary>Keeps every line that anybody logs, with its exceptions and named values.</summary>
public sealed class LogLines : ILoggerProvider
{
    readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose()
    {
    }

    sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category} {formatter(state, exception)} {exception} "
                + (state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : ""));
    }
}
