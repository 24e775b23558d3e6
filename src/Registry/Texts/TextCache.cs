using System.Collections.Concurrent;
using Autogestion.Domain.Kernel;
using NodaTime;

namespace Autogestion.Registry;

/// <summary>
/// Recently read words in memory: two generations, the older dropped when the younger is full or half a minute old, so that
/// words erased by another process are gone within a minute. Those erased by this one are gone at once.
/// </summary>
internal sealed class TextCache(TimeProvider time)
{
    const int Full = 4096;
    static readonly Duration Age = Duration.FromSeconds(30);

    readonly Lock _turning = new();
    ConcurrentDictionary<(string, Guid), TextReading.Legible> _young = new();
    ConcurrentDictionary<(string, Guid), TextReading.Legible> _old = new();
    Instant _born = time.Now();
    long _erasures;

    /// <summary>To be noted before reading from the tables and given back with what was read.</summary>
    public long Erasures => Interlocked.Read(ref _erasures);

    public TextReading.Legible? Find(CollectiveId collective, Guid id)
    {
        Turn();
        return _young.TryGetValue((collective.Value, id), out var found) || _old.TryGetValue((collective.Value, id), out found) ? found : null;
    }

    /// <summary>Keeps what was read, unless something was erased since the reading began.</summary>
    public void Keep(CollectiveId collective, Guid id, TextReading.Legible text, long erasuresBefore)
    {
        lock (_turning)
        {
            if (erasuresBefore == _erasures)
                _young[(collective.Value, id)] = text;
        }
    }

    public void Forget(CollectiveId collective, Guid id)
    {
        lock (_turning)
        {
            _erasures++;
            _young.TryRemove((collective.Value, id), out _);
            _old.TryRemove((collective.Value, id), out _);
        }
    }

    void Turn()
    {
        if (time.Now() - _born < Age && _young.Count < Full)
            return;
        lock (_turning)
        {
            (_old, _young) = (_young, new());
            _born = time.Now();
        }
    }
}
