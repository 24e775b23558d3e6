using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Registry;

namespace Autogestion.Office.Desk;

/// <summary>An act on its way to the desk.</summary>
/// <param name="Id">Made by the client: a repeat with the same id writes nothing twice.</param>
/// <param name="Authority">The source cited; null for whatever the actor has.</param>
public sealed record ActRequest(CollectiveId Collective, Guid Id, PersonId Actor, Act Act, Authority? Authority = null)
{
    /// <summary>When it happened, if it is written down later.</summary>
    public Instant? Happened { get; init; }

    /// <summary>Words that the act refers to; stored only if the act is entered.</summary>
    public ImmutableArray<PreparedText> Texts { get; init; } = [];
}

/// <summary>What the desk answers. Nothing is answered before it is durable.</summary>
public abstract record ActAnswer
{
    private ActAnswer()
    {
    }

    /// <summary>In the book, at these positions.</summary>
    /// <param name="Repeated">It was there already, from an earlier try.</param>
    public sealed record Entered(long First, long Last, ImmutableArray<Entry> Entries, bool Repeated) : ActAnswer;

    /// <summary>A no, decided at this position. It leaves no trace in the book.</summary>
    public sealed record Refused(Refusal Refusal, long Position, Instant At) : ActAnswer;

    /// <summary>Operating trouble: nothing was half done, try again.</summary>
    public sealed record Unavailable(StoreTrouble Trouble) : ActAnswer;

    /// <summary>This book takes no more entries because something in it is not whole.</summary>
    public sealed record Stopped(Broken Where) : ActAnswer;
}

/// <summary>Where and why a book is not whole.</summary>
/// <param name="Position">The first position that is wrong; everything before it can be shown, printed and exported.</param>
public sealed record Broken(long Position, BrokenReason Reason);

/// <summary>Why a book takes no more entries.</summary>
public enum BrokenReason
{
    /// <summary>Bytes and hash disagree.</summary>
    WrongHash,

    /// <summary>A position is missing or out of order.</summary>
    Gap,

    /// <summary>The bytes are not an entry that these rules can read.</summary>
    Unreadable,

    /// <summary>The entry cannot be folded.</summary>
    FoldFailed,

    /// <summary>The root is not the one that a checkpoint of this node signed.</summary>
    OtherRoot,
}

/// <summary>Why the desk itself refuses, in order of precedence.</summary>
public static class DeskRefusals
{
    /// <summary>No such book on this node.</summary>
    public static readonly RefusalCode UnknownBook = new("desk.unknown-book");

    /// <summary>That act id was used by somebody else, or for another act.</summary>
    public static readonly RefusalCode ActIdTaken = new("desk.act-id-taken");

    /// <summary>The act is too large to be sealed in one entry.</summary>
    public static readonly RefusalCode TooLarge = new("desk.too-large");
}
