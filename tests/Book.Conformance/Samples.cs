using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Book.Conformance;

/// <summary>How random laws are run: the same cases at each run, so that a failure can be found again.</summary>
internal static class Laws
{
    public static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20240501, 7);
}

/// <summary>Acts and entries to fill books with.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static BookId NewBook() => new("libro-" + Guid.NewGuid().ToString("n")[..12]);

    public static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>One act of some parts behind a head; a second passes with each position.</summary>
    public static IReadOnlyList<SealedEntry> Act(BookId book, long head, int parts = 1, Guid? act = null, string audience = "members") =>
        Sealing.Seal(
            book,
            head,
            new ActStamp
            {
                Act = act ?? Guid.NewGuid(),
                Entered = Noon.AddSeconds(head),
                Author = "persona-7",
                Authority = Json("""{"membership":true}"""),
            },
            [.. Enumerable.Range(1, parts).Select(part => new EntryDraft("ballot-cast", 1, audience, Json($$"""{"motion":3,"part":{{part}},"said":"sí, compañera"}""")))]);

    /// <summary>A run of acts with these numbers of parts.</summary>
    public static IReadOnlyList<SealedEntry> Acts(BookId book, long head, params IEnumerable<int> parts)
    {
        var entries = new List<SealedEntry>();
        foreach (var count in parts) entries.AddRange(Act(book, head + entries.Count, count));
        return entries;
    }

    public static async Task<List<SealedEntry>> ToListAsync(this IAsyncEnumerable<SealedEntry> entries)
    {
        var list = new List<SealedEntry>();
        await foreach (var entry in entries) list.Add(entry);
        return list;
    }

    /// <summary>Sealed entries hold their bytes by reference; this compares what they say.</summary>
    public static void AssertSame(IReadOnlyList<SealedEntry> expected, IReadOnlyList<SealedEntry> actual)
    {
        Assert.Equal(expected.Select(Key), actual.Select(Key));
        static string Key(SealedEntry e) => $"{e.Book} {e.Position} {e.Act} {e.Part} {e.Hash} {Encoding.UTF8.GetString(e.Bytes.Span)}";
    }
}
