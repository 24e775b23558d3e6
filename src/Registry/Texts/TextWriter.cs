using Autogestion.Domain.Kernel;
using Autogestion.Registry.Storage;

namespace Autogestion.Registry;

/// <summary>
/// Stores texts in group commits: whoever waits while one transaction is being made durable shares the next one, because
/// each costs a write to the disk.
/// </summary>
internal sealed class TextWriter(RegistryStorage storage, TimeProvider time)
{
    const int Most = 512;

    const string Renew = "UPDATE registry_text SET stored_at = @now WHERE collective_id = @collective AND id = @id";
    const string Insert = """
        INSERT INTO registry_text (collective_id, id, language, retention, ciphertext, stored_at, entered)
        VALUES (@collective, @id, @language, @retention, @Ciphertext, @now, 0)
        ON CONFLICT (collective_id, id) DO NOTHING
        """;
    const string InsertKey = "INSERT INTO registry_text_key (collective_id, id, wrapped_key) VALUES (@collective, @id, @WrappedKey)";

    readonly Lock _queueing = new();
    readonly Queue<Waiting> _queue = new();
    bool _writing;

    public Task StoreAsync(IReadOnlyList<PreparedText> texts, CancellationToken cancel)
    {
        if (texts.Count == 0)
            return Task.CompletedTask;
        cancel.ThrowIfCancellationRequested();
        var mine = new Waiting(texts);
        lock (_queueing)
        {
            _queue.Enqueue(mine);
            if (!_writing)
            {
                _writing = true;
                _ = Task.Run(WriteAllAsync, CancellationToken.None);
            }
        }
        return mine.Done.Task;
    }

    async Task WriteAllAsync()
    {
        while (Take() is { Count: > 0 } group)
        {
            try
            {
                await storage.WriteAsync(async session =>
                {
                    foreach (var text in group.SelectMany(waiting => waiting.Texts))
                        await InsertAsync(session, text);
                }, CancellationToken.None);
                group.ForEach(waiting => waiting.Done.SetResult());
            }
            catch (Exception failure)
            {
                group.ForEach(waiting => waiting.Done.SetException(failure));
            }
        }
    }

    /// <summary>The next group; with none left, whoever comes next starts the writing again.</summary>
    List<Waiting> Take()
    {
        var group = new List<Waiting>();
        lock (_queueing)
        {
            for (var count = 0; _queue.TryPeek(out var next) && (group.Count == 0 || count + next.Texts.Count <= Most); count += next.Texts.Count)
                group.Add(_queue.Dequeue());
            _writing = group.Count > 0;
        }
        return group;
    }

    /// <summary>A repetition renews the time of storing, so that a sweep does not take it; it never gives an erased text a key again.</summary>
    async Task InsertAsync(Session session, PreparedText text)
    {
        var row = new
        {
            collective = text.Collective.Value,
            id = text.Reference.Id.ToString(),
            language = text.Language,
            retention = text.Reference.Retention.ToString(),
            text.Ciphertext,
            text.WrappedKey,
            now = time.Now().Stored(),
        };
        while (await session.ExecuteAsync(Renew, row) == 0)
            if (await session.ExecuteAsync(Insert, row) == 1)
            {
                await session.ExecuteAsync(InsertKey, row);
                return;
            }
    }

    /// <summary>Notes texts that were erased before the book was brought here.</summary>
    public Task StoreErasedAsync(CollectiveId collective, IReadOnlyList<PlainText> texts, CancellationToken cancel) =>
        texts.Count == 0 ? Task.CompletedTask : storage.WriteAsync(async session =>
        {
            foreach (var text in texts)
                await session.ExecuteAsync("""
                    INSERT INTO registry_text (collective_id, id, language, retention, ciphertext, stored_at, entered, erased_at)
                    VALUES (@collective, @id, @language, @retention, @empty, @now, 0, @now)
                    ON CONFLICT (collective_id, id) DO NOTHING
                    """, new
                {
                    collective = collective.Value,
                    id = text.Id.ToString(),
                    language = InputLimits.TextLanguage(text.Language),
                    retention = text.Retention.ToString(),
                    empty = Array.Empty<byte>(),
                    now = time.Now().Stored(),
                });
        }, cancel);

    sealed class Waiting(IReadOnlyList<PreparedText> texts)
    {
        public IReadOnlyList<PreparedText> Texts { get; } = texts;
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
