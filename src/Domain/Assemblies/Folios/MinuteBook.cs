namespace Autogestion.Domain.Assemblies;

/// <summary>Folios that minutes stand on.</summary>
/// <param name="Book">Volume.</param>
/// <param name="Position">Where the book says what is on them.</param>
public sealed record FolioRange(int Book, int From, int Through, long Position)
{
    public int Count => Through - From + 1;
}

/// <summary>Folios without minutes.</summary>
public sealed record VoidRange(int Book, int From, int Through, Text? Reason, Instant At);

/// <summary>The minute book of a body: its present volume and what is next in it. Its folios have no gap, because only what is next is ever given.</summary>
/// <param name="Number">The present volume, from 1.</param>
/// <param name="First">Its first folio.</param>
/// <param name="Last">Its last folio; null where it has no end.</param>
/// <param name="Next">The next folio to be used.</param>
/// <param name="NextMinutes">The number of the minutes that go on folios next.</param>
public sealed record MinuteBook(int Number, int First, int? Last, int Next, int NextMinutes)
{
    /// <summary>Before anything was said about volumes: one without end, from folio 1.</summary>
    public static readonly MinuteBook Unopened = new(1, 1, null, 1, 1);

    /// <summary>Volumes before the present one, oldest first.</summary>
    public ImmutableArray<FolioRange> Earlier { get; init; } = [];

    public ImmutableArray<VoidRange> Voids { get; init; } = [];

    /// <summary>Whether nothing was written or voided in the present volume.</summary>
    public bool IsBlank => Next == First;

    /// <summary>Whether this many folios are left.</summary>
    public bool Holds(int count) => Last is not { } last || Next + count - 1 <= last;

    public static MinuteBook Evolve(MinuteBook book, Recorded recorded) => recorded.Entry switch
    {
        MinuteBookOpened opened => book with
        {
            Number = opened.Book,
            First = opened.First,
            Last = opened.Last,
            Next = opened.First,
            Earlier = book.IsBlank ? book.Earlier : book.Earlier.Add(new(book.Number, book.First, book.Next - 1, recorded.Position)),
        },
        FoliosVoided voided => book with { Next = voided.Through + 1, Voids = book.Voids.Add(new(voided.Book, voided.From, voided.Through, voided.Reason, recorded.Stamp.Entered)) },
        MinutesFoliated foliated => book with { Next = foliated.Through + 1 },
        _ => book,
    };
}
