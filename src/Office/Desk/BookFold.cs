using Autogestion.Book;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Desk;

/// <summary>The fold of one book as it is read: state and Merkle edge side by side, each entry checked as it comes.</summary>
public sealed class BookFold(CollectiveId id)
{
    private readonly Frontier frontier = new();

    public CollectiveId Id { get; } = id;

    public Collective State { get; private set; } = Collective.Empty;

    /// <summary>Entries taken.</summary>
    public long Position => State.Position;

    /// <summary>Set when something is not whole; nothing more is folded then.</summary>
    public Broken? Broken { get; private set; }

    /// <summary>Takes the next entry in; false when the book is not whole.</summary>
    /// <param name="completed">Full groups of hashes that it completes.</param>
    public bool Take(SealedEntry entry, ICollection<Tile>? completed = null)
    {
        if (Broken is not null) return false;
        if (entry.Position != Position + 1) return Stop(Position + 1, BrokenReason.Gap);
        if (Merkle.Leaf(entry.Bytes.Span) != entry.Hash) return Stop(entry.Position, BrokenReason.WrongHash);
        if (Read(entry) is not { } recorded) return Stop(entry.Position, BrokenReason.Unreadable);
        if (recorded.Position != entry.Position) return Stop(entry.Position, BrokenReason.Gap);
        try
        {
            State = Collective.Evolve(State, recorded);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Stop(entry.Position, BrokenReason.FoldFailed);
        }
        frontier.Add(entry.Hash, completed);
        return true;
    }

    /// <summary>Takes in what this process has just appended, with the state that it was decided to lead to.</summary>
    public void Append(IEnumerable<SealedEntry> entries, Collective state)
    {
        foreach (var entry in entries) frontier.Add(entry.Hash);
        State = state;
    }

    /// <summary>The Merkle root over all entries taken.</summary>
    public Hash Root() => frontier.Root();

    /// <summary>Notes where the book is not whole; always false.</summary>
    public bool Stop(long position, BrokenReason reason)
    {
        Broken ??= new(position, reason);
        return false;
    }

    /// <summary>The book as it stands now.</summary>
    public BookSnapshot Snapshot() => new(Id, State, frontier.Root(), Broken);

    private static Recorded? Read(SealedEntry entry)
    {
        try
        {
            return EntryForm.Open(entry).Recorded;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}
