using Autogestion.Book;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Desk;

/// <summary>A collective as it stands at one position: immutable, shared by all readers.</summary>
/// <param name="Root">Merkle root over all entries up to here.</param>
public sealed record BookSnapshot(CollectiveId Id, Collective State, Hash Root, Broken? Broken)
{
    /// <summary>Entries in the book.</summary>
    public long Position => State.Position;
}

/// <summary>An entry as read back from the book.</summary>
public sealed record ReadEntry(Recorded Recorded, Envelope Envelope, Hash Hash)
{
    public long Position => Recorded.Position;

    public Entry Entry => Recorded.Entry;

    public Stamp Stamp => Recorded.Stamp;
}
