using Autogestion.Book;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;

namespace Autogestion.Office.Desk;

/// <summary>The fold of one book as it is read: state and Merkle edge side by side, each entry checked as it comes.</summary>
public sealed class BookFold(CollectiveId id)
{
    private readonly Frontier frontier = new();

    public CollectiveId Id { get; } = id;

    public Collective State { get; private set; } = Collective.Empty;

    /// <summary>Set when something is not whole; nothing more is folded then.</summary>
    public Broken? Broken { get; private set; }

    /// <summary>Takes the next entry in; false when the book is not whole.</summary>
    public bool Take(SealedEntry entry)
    {
        if (Broken is not null) return false;
        if (entry.Position != State.Position + 1) return Stop(State.Position + 1, BrokenReason.Gap);
        if (Merkle.Leaf(entry.Bytes.Span) != entry.Hash) return Stop(entry.Position, BrokenReason.WrongHash);
        Recorded recorded;
        try
        {
            recorded = EntryForm.Open(entry).Recorded;
        }
        catch (Exception e) when (e is FormatException or UnreadableEntryException or System.Text.Json.JsonException)
        {
            return Stop(entry.Position, BrokenReason.Unreadable);
        }
        return recorded.Position == entry.Position ? Take(recorded, entry.Hash) : Stop(entry.Position, BrokenReason.Gap);
    }

    /// <summary>Takes in what was just appended, already known to be whole.</summary>
    public bool Take(Recorded recorded, Hash hash)
    {
        try
        {
            State = Collective.Evolve(State, recorded);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            return Stop(recorded.Position, BrokenReason.FoldFailed);
        }
        frontier.Add(hash);
        return true;
    }

    /// <summary>Checks the root so far against one that was signed at this size.</summary>
    public bool Expect(Hash root) => frontier.Root() == root || Stop(State.Position, BrokenReason.OtherRoot);

    /// <summary>Notes that entries which this node once signed are no longer there.</summary>
    public bool Missing() => Stop(State.Position + 1, BrokenReason.Gap);

    /// <summary>The book as it stands now.</summary>
    public BookSnapshot Snapshot() => new(Id, State, frontier.Root(), Broken);

    private bool Stop(long position, BrokenReason reason)
    {
        Broken = new(position, reason);
        return false;
    }
}
