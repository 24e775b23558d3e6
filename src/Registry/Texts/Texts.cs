using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Autogestion.Domain.Kernel;
using Autogestion.Registry.Keys;
using Autogestion.Registry.Storage;
using Dapper;

namespace Autogestion.Registry;

/// <summary>
/// Words typed by people, beside the book. Preparing and storing are apart: prepare, put the reference into the act, store just
/// before the act is entered, and sweep away later what no entry refers to. A text belongs to one book; the same id in another
/// book (a letter that was delivered) is another text.
/// </summary>
public sealed class Texts
{
    const int Batch = 500;

    readonly RegistryStorage _storage;
    readonly TimeProvider _time;
    readonly TextSeal _seal;
    readonly TextCache _cache;

    internal Texts(RegistryStorage storage, MasterKey key, TimeProvider time)
    {
        _storage = storage;
        _time = time;
        _seal = new TextSeal(key);
        _cache = new TextCache(time);
        Writer = new TextWriter(storage, time);
    }

    internal TextWriter Writer { get; }

    /// <summary>Encrypts in memory and touches no table; what is never stored was never written.</summary>
    /// <param name="language">The language it is written in, as a BCP 47 tag.</param>
    /// <param name="words">1 to 20,000 characters.</param>
    /// <exception cref="InvalidInputException">Words or language are outside their limits.</exception>
    public (Text Reference, PreparedText Prepared) Prepare(CollectiveId collective, string language, string words, Retention retention)
    {
        var prepared = _seal.Seal(collective, Guid.NewGuid(), InputLimits.TextLanguage(language),
            RandomNumberGenerator.GetBytes(PlainText.SaltLength), InputLimits.Words(words), retention);
        return (prepared.Reference, prepared);
    }

    /// <summary>Stores durably, all or none. Repeating it changes nothing; what was erased meanwhile stays erased.</summary>
    public Task StoreAsync(IEnumerable<PreparedText> texts, CancellationToken cancel = default) => Writer.StoreAsync([.. texts], cancel);

    public async Task<Text> WriteAsync(CollectiveId collective, string language, string words, Retention retention, CancellationToken cancel = default)
    {
        var (reference, prepared) = Prepare(collective, language, words, retention);
        await StoreAsync([prepared], cancel);
        return reference;
    }

    public async Task<TextReading> ReadAsync(CollectiveId collective, Guid id, CancellationToken cancel = default) =>
        (await ReadManyAsync(collective, [id], cancel))[id];

    /// <summary>Reads many texts of one book in few queries; every id asked for is answered.</summary>
    public async Task<IReadOnlyDictionary<Guid, TextReading>> ReadManyAsync(CollectiveId collective, IEnumerable<Guid> ids, CancellationToken cancel = default)
    {
        var answers = new Dictionary<Guid, TextReading>();
        foreach (var id in ids)
            answers[id] = (TextReading?)_cache.Find(collective, id) ?? TextReading.Absent.Instance;
        var erasures = _cache.Erasures;
        foreach (var wanted in answers.Where(answer => answer.Value is TextReading.Absent).Select(answer => answer.Key).ToList().Chunk(Batch))
            foreach (var text in await LoadAsync(collective, wanted, cancel))
            {
                answers[text.Id] = Reading(text);
                if (answers[text.Id] is TextReading.Legible legible)
                    _cache.Keep(collective, text.Id, legible, erasures);
            }
        return answers;
    }

    /// <summary>
    /// Destroys the text's key and empties its ciphertext. What the law says must be kept is refused unless the caller says that
    /// its term has lapsed. Repeating it changes nothing, so that erasures can be repeated after a restore.
    /// </summary>
    public async Task<EraseOutcome> EraseAsync(CollectiveId collective, Guid id, bool legalTermLapsed = false, CancellationToken cancel = default)
    {
        var outcome = await _storage.WriteAsync(async session =>
        {
            var place = new { collective = collective.Value, id = id.ToString(), now = _time.Now().Stored(), empty = Array.Empty<byte>() };
            var row = await session.FindAsync<TextRow>($"{TextRow.Select} WHERE t.collective_id = @collective AND t.id = @id", place);
            if (row is null)
                return EraseOutcome.NoSuchText;
            if (row.ErasedAt is not null)
                return EraseOutcome.AlreadyErased;
            if (row.Kept == Retention.Legal && !legalTermLapsed)
                return EraseOutcome.KeptByLaw;
            await session.ExecuteAsync("DELETE FROM registry_text_key WHERE collective_id = @collective AND id = @id", place);
            await session.ExecuteAsync("UPDATE registry_text SET ciphertext = @empty, erased_at = @now WHERE collective_id = @collective AND id = @id", place);
            return EraseOutcome.Erased;
        }, cancel);
        _cache.Forget(collective, id);
        if (outcome == EraseOutcome.Erased)
            await _storage.AfterErasureAsync(cancel);
        return outcome;
    }

    /// <summary>
    /// Removes texts that were stored before <paramref name="olderThan"/> ago and that no entry refers to: their act was refused
    /// or never came. Texts found in the book are remembered and not asked about again.
    /// </summary>
    /// <param name="olderThan">At least an hour, so that no act on its way loses its words.</param>
    /// <param name="inBook">Which of these ids the entries of the book refer to.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> SweepAsync(CollectiveId collective, TimeSpan olderThan, Func<IReadOnlyList<Guid>, Task<IReadOnlySet<Guid>>> inBook, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(olderThan, TimeSpan.FromHours(1));
        var before = _time.Now().Stored() - (long)olderThan.TotalMilliseconds;
        var removed = 0;
        while (true)
        {
            var waiting = (await _storage.ReadAsync(session => session.QueryAsync<string>($"""
                SELECT id FROM registry_text WHERE collective_id = @collective AND entered = 0 AND stored_at < @before ORDER BY stored_at LIMIT {Batch}
                """, new { collective = collective.Value, before }), cancel)).Select(Guid.Parse).ToList();
            if (waiting.Count == 0)
                return removed;
            var entered = await inBook(waiting);
            removed += await _storage.WriteAsync(session => SortAsync(session, collective, before, waiting, entered), cancel);
        }
    }

    /// <summary>Every text of the book in the clear, for an export; the erased without salt and words.</summary>
    public async IAsyncEnumerable<PlainText> ExportAsync(CollectiveId collective, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var last = "";
        while (true)
        {
            var rows = (await _storage.ReadAsync(session => session.QueryAsync<TextRow>(
                $"{TextRow.Select} WHERE t.collective_id = @collective AND t.id > @last ORDER BY t.id LIMIT {Batch}",
                new { collective = collective.Value, last }), cancel)).AsList();
            if (rows.Count == 0)
                yield break;
            foreach (var row in rows)
                yield return row.ToPlain(collective, _seal);
            last = rows[^1].Id;
        }
    }

    /// <summary>
    /// Stores texts that came with the export of a book, under keys of this registry. The references returned carry the hashes
    /// of what was really received: the caller compares them with the book. Texts already here stay as they are.
    /// </summary>
    public async Task<IReadOnlyList<Text>> ImportAsync(CollectiveId collective, IEnumerable<PlainText> texts, CancellationToken cancel = default)
    {
        var references = new List<Text>();
        foreach (var batch in texts.Chunk(Batch))
        {
            var legible = batch.Where(text => text.Words is not null).Select(text => Sealed(collective, text)).ToList();
            await Writer.StoreAsync(legible, cancel);
            await Writer.StoreErasedAsync(collective, [.. batch.Where(text => text.Words is null)], cancel);
            references.AddRange(legible.Select(text => text.Reference));
        }
        return references;
    }

    PreparedText Sealed(CollectiveId collective, PlainText text)
    {
        if (text.Salt is not { Length: PlainText.SaltLength } salt)
            throw new InvalidInputException(InputField.Words, InputRule.NotRecognised);
        return _seal.Seal(collective, text.Id, InputLimits.TextLanguage(text.Language), salt, InputLimits.Words(text.Words!), text.Retention);
    }

    async Task<List<PlainText>> LoadAsync(CollectiveId collective, Guid[] ids, CancellationToken cancel) =>
        [.. (await _storage.ReadAsync(session => session.QueryAsync<TextRow>(
            $"{TextRow.Select} WHERE t.collective_id = @collective AND {_storage.OneOf("t.id", "@ids")}",
            new { collective = collective.Value, ids = Strings(ids) }), cancel)).Select(row => row.ToPlain(collective, _seal))];

    static TextReading Reading(PlainText text) => text.Words is { } words
        ? new TextReading.Legible(text.Language, words, PlainText.HashOf(text.Salt, words))
        : TextReading.Erased.Instance;

    async Task<int> SortAsync(Session session, CollectiveId collective, long before, List<Guid> waiting, IReadOnlySet<Guid> entered)
    {
        var found = Strings(waiting.Where(entered.Contains));
        var orphans = Strings(waiting.Where(id => !entered.Contains(id)));
        if (found.Length > 0)
            await session.ExecuteAsync($"UPDATE registry_text SET entered = 1 WHERE collective_id = @collective AND {_storage.OneOf("id", "@found")}",
                new { collective = collective.Value, found });
        return orphans.Length == 0 ? 0 : await session.ExecuteAsync(
            $"DELETE FROM registry_text WHERE collective_id = @collective AND {_storage.OneOf("id", "@orphans")} AND stored_at < @before",
            new { collective = collective.Value, orphans, before });
    }

    static string[] Strings(IEnumerable<Guid> ids) => [.. ids.Select(id => id.ToString())];
}
