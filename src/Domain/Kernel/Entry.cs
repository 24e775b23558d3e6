namespace Autogestion.Domain.Kernel;

/// <summary>
/// What happened: the content of one entry in the book. Present state is nothing but the fold of these.
/// Each type carries <see cref="NamedAttribute"/> (stored name) and <see cref="SeenByAttribute"/> (audience).
/// </summary>
public abstract record Entry;

/// <summary>Who may see an entry or a view; each includes those after it.</summary>
public enum Audience
{
    Public,
    Members,

    /// <summary>Only the persons named in the entry, and auditors.</summary>
    Involved,
    Auditors,
}

/// <summary>The circumstances an act comes with. Time and identity come from outside; the rules look at no clock.</summary>
/// <param name="Act">Made by the client; a repeat with the same id writes nothing twice.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Authority">The one source of authority cited.</param>
/// <param name="Entered">Legal time: never earlier than that of the entry before.</param>
/// <param name="Happened">When it happened, if it is written down later: evidence only.</param>
public sealed record Stamp(Guid Act, PersonId Actor, Authority Authority, Instant Entered, Instant? Happened = null);

/// <summary>An entry with its place in the book and the circumstances it came with: what a fold takes in.</summary>
public sealed record Recorded(long Position, Stamp Stamp, Entry Entry);
