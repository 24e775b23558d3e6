namespace Autogestion.Domain.Assemblies.Presence;

/// <summary>Why an act about who is there is refused, in order of precedence.</summary>
public static class PresenceRefusals
{
    /// <summary>Only in the assembly of all members is anybody represented.</summary>
    public static readonly RefusalCode OnlyInTheAssembly = new("proxy.only-in-the-assembly");

    /// <summary>The rules do not allow to vote for another.</summary>
    public static readonly RefusalCode ProxiesBarred = new("proxy.barred");

    /// <summary>Only who votes here gives or holds a proxy.</summary>
    public static readonly RefusalCode NotEntitled = new("proxy.not-entitled");

    /// <summary>Nobody represents himself or herself.</summary>
    public static readonly RefusalCode OneselfIsNoProxy = new("proxy.oneself");

    /// <summary>Who is in the room votes in person.</summary>
    public static readonly RefusalCode IsHere = new("proxy.is-here");

    /// <summary>That member has given a proxy for this sitting.</summary>
    public static readonly RefusalCode AlreadyGiven = new("proxy.already-given");

    /// <summary>A proxy is not handed on: who has given one holds none, and who holds some gives none.</summary>
    public static readonly RefusalCode NotHandedOn = new("proxy.not-handed-on");

    /// <summary>Councillors and auditors represent nobody.</summary>
    public static readonly RefusalCode CouncillorHolds = new("proxy.councillor");

    /// <summary>That person represents as many as the rules allow.</summary>
    public static readonly RefusalCode TooMany = new("proxy.too-many");

    /// <summary>That member has given no proxy for this sitting.</summary>
    public static readonly RefusalCode NoProxy = new("proxy.none");

    /// <summary>It needs no second signature, or has it.</summary>
    public static readonly RefusalCode NothingToConfirm = new("proxy.nothing-to-confirm");

    /// <summary>Whoever entered the paper, gave the proxy or holds it is not the second person.</summary>
    public static readonly RefusalCode SecondPersonNeeded = new("proxy.second-person-needed");

    /// <summary>The proxy is neither of the one who asks nor for that person.</summary>
    public static readonly RefusalCode NotYours = new("proxy.not-yours");

    /// <summary>The rules do not allow to take part from afar.</summary>
    public static readonly RefusalCode RemoteBarred = new("assembly.remote-barred");

    /// <summary>After a recess only those take part who were there at the first sitting.</summary>
    public static readonly RefusalCode FirstSittingOnly = new("assembly.first-sitting-only");

    /// <summary>A number of guests below zero, or more than a room can hold.</summary>
    public static readonly RefusalCode GuestsImpossible = new("assembly.guests-impossible");
}
