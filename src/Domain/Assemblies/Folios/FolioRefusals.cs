namespace Autogestion.Domain.Assemblies;

/// <summary>Why an act about folios and dissent is refused, in order of precedence.</summary>
public static class FolioRefusals
{
    /// <summary>In the council each one's vote is written down by name: no hands, and no papers unless the matter asks for secrecy.</summary>
    public static readonly RefusalCode VotesByName = new("minutes.votes-by-name");

    /// <summary>Minutes with an earlier number are not on folios yet: a bound book goes on in order.</summary>
    public static readonly RefusalCode EarlierFirst = new("minutes.earlier-first");

    /// <summary>They stand on folios, and nothing came after.</summary>
    public static readonly RefusalCode NothingToFoliate = new("minutes.nothing-to-foliate");

    /// <summary>No sheets, or more than a volume could hold.</summary>
    public static readonly RefusalCode SheetsImpossible = new("minutes.sheets-impossible");

    /// <summary>Not as many folios are left in the volume.</summary>
    public static readonly RefusalCode BookFull = new("minutes.book-full");

    /// <summary>A volume begins with folio 1 or later and does not end before it begins.</summary>
    public static readonly RefusalCode VolumeImpossible = new("minutes.volume-impossible");

    /// <summary>That motion has not been decided in that sitting.</summary>
    public static readonly RefusalCode NotDecided = new("minutes.not-decided");

    /// <summary>Only who was on the roll, in the room and not recused has a vote to give reasons for.</summary>
    public static readonly RefusalCode TookNoPart = new("minutes.took-no-part");

    /// <summary>The norms' time for it has passed.</summary>
    public static readonly RefusalCode DissentLate = new("minutes.dissent-late");

    /// <summary>The reasons of that person on that vote are written.</summary>
    public static readonly RefusalCode DissentTwice = new("minutes.dissent-twice");
}
