using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Registry;

namespace Autogestion.Office.Search;

/// <summary>Something found, with its words as the registry has them now.</summary>
public sealed record Found(Findable Findable, string Words, string Language);

/// <summary>What a search found.</summary>
/// <param name="All">How many answers there are in all.</param>
public sealed record FoundList(IReadOnlyList<Found> Shown, int All);

/// <summary>
/// The indexes of the books that are searched: each made when it is first asked for, following its book at every question, and
/// forgotten when others need the room. Nothing of them is ever written down.
/// </summary>
/// <param name="mostBytes">Room for all indexes together; the one asked last stays.</param>
public sealed class SearchShelf(Node node, long mostBytes = 256L << 20) : IDisposable
{
    private const int Batch = 500;

    private readonly Lock gate = new();
    private readonly Dictionary<CollectiveId, Shelved> shelves = [];
    private long turn;

    /// <summary>Searches a book as it stands now.</summary>
    /// <param name="question">Its <see cref="Question.MembersToo"/> must be what the visitor is.</param>
    public async Task<FoundList> AskAsync(BookDesk desk, Question question, int skip, int take, CancellationToken cancellation = default)
    {
        var shelved = Of(desk.Current.Id);
        await shelved.Turn.WaitAsync(cancellation);
        try
        {
            await FollowAsync(shelved.Index, desk, cancellation);
            var (best, all) = shelved.Index.Ask(question, skip, take);
            return await ReadAsync(desk.Current.Id, shelved.Index, best, all, cancellation);
        }
        finally
        {
            shelved.Turn.Release();
            Tidy(desk.Current.Id);
        }
    }

    /// <summary>How many texts the index of a book holds, and up to which position; zero for one that was not made.</summary>
    public (int Texts, long Position) Held(CollectiveId book)
    {
        lock (gate) return shelves.TryGetValue(book, out var shelved) ? (shelved.Index.Count, shelved.Index.Position) : (0, 0);
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var shelved in shelves.Values) shelved.Index.Dispose();
            shelves.Clear();
        }
    }

    private async Task FollowAsync(BookIndex index, BookDesk desk, CancellationToken cancellation)
    {
        var book = desk.Current;
        if (index.Position >= book.Position) return;
        var waiting = new List<Findable>();
        await foreach (var entry in desk.ReadAsync(index.Position, book.Position, cancellation))
        {
            if (entry.Entry is TextErased erased)
            {
                waiting.RemoveAll(findable => findable.Text.Id == erased.Text);
                index.Remove(erased.Text);
            }
            waiting.AddRange(Findables.Of(entry, id => book.State.Assemblies.Find(id)?.Body ?? book.State.Assemblies.Past.GetValueOrDefault(id.Value)?.Body));
            if (waiting.Count >= Batch) await PutAsync(index, book, waiting, cancellation);
        }
        await PutAsync(index, book, waiting, cancellation);
        index.Position = book.Position;
        index.Refresh();
    }

    private async Task PutAsync(BookIndex index, BookSnapshot book, List<Findable> waiting, CancellationToken cancellation)
    {
        var readings = await node.Registry.Texts.ReadManyAsync(book.Id, waiting.Select(findable => findable.Text.Id).Distinct(), cancellation);
        foreach (var findable in waiting)
            if (readings[findable.Text.Id] is TextReading.Legible legible && legible.Matches(findable.Text))
                index.Put(findable, legible.Words, legible.Language, book.State.Deed.Zone);
        waiting.Clear();
    }

    // The words shown come from the registry: what was erased a moment ago is not shown, and leaves the index.
    private async Task<FoundList> ReadAsync(CollectiveId book, BookIndex index, IReadOnlyList<Findable> best, int all, CancellationToken cancellation)
    {
        var readings = await node.Registry.Texts.ReadManyAsync(book, best.Select(findable => findable.Text.Id), cancellation);
        var shown = new List<Found>();
        foreach (var findable in best)
        {
            if (readings[findable.Text.Id] is TextReading.Legible legible) shown.Add(new(findable, legible.Words, legible.Language));
            else
            {
                index.Remove(findable.Text.Id);
                all--;
            }
        }
        if (shown.Count < best.Count) index.Refresh();
        return new(shown, all);
    }

    private Shelved Of(CollectiveId book)
    {
        lock (gate)
        {
            if (!shelves.TryGetValue(book, out var shelved)) shelves[book] = shelved = new();
            shelved.LastAsked = ++turn;
            return shelved;
        }
    }

    private void Tidy(CollectiveId asked)
    {
        lock (gate)
        {
            while (shelves.Count > 1 && shelves.Values.Sum(shelved => shelved.Index.Size) > mostBytes)
            {
                var oldest = shelves.Where(pair => pair.Key != asked && pair.Value.Turn.CurrentCount > 0).OrderBy(pair => pair.Value.LastAsked).FirstOrDefault();
                if (oldest.Value is null) return;
                shelves.Remove(oldest.Key);
                oldest.Value.Index.Dispose();
            }
        }
    }

    private sealed class Shelved
    {
        public BookIndex Index { get; } = new();

        public SemaphoreSlim Turn { get; } = new(1);

        public long LastAsked { get; set; }
    }
}
