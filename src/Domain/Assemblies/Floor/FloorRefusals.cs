namespace Autogestion.Domain.Assemblies.Floor;

/// <summary>Why an act about who speaks is refused, in order of precedence.</summary>
public static class FloorRefusals
{
    /// <summary>That person has the floor.</summary>
    public static readonly RefusalCode Speaking = new("floor.speaking");

    /// <summary>That person is on the list.</summary>
    public static readonly RefusalCode AlreadyAsked = new("floor.already-asked");

    /// <summary>The list of this item is closed.</summary>
    public static readonly RefusalCode ListClosed = new("floor.list-is-closed");

    /// <summary>It is not closed.</summary>
    public static readonly RefusalCode ListOpen = new("floor.list-is-open");

    /// <summary>The rules have one list only.</summary>
    public static readonly RefusalCode OneList = new("floor.one-list");

    /// <summary>That person is not on the list.</summary>
    public static readonly RefusalCode NotOnList = new("floor.not-on-list");

    /// <summary>Nobody waits for the floor.</summary>
    public static readonly RefusalCode NobodyWaits = new("floor.nobody-waits");

    /// <summary>There are no guests in the room.</summary>
    public static readonly RefusalCode NoGuests = new("floor.no-guests");

    /// <summary>That person does not have the floor.</summary>
    public static readonly RefusalCode NotSpeaking = new("floor.not-speaking");

    /// <summary>A turn lasts up to two hours.</summary>
    public static readonly RefusalCode TimeImpossible = new("floor.time-impossible");

    /// <summary>No point of order has that number in this sitting.</summary>
    public static readonly RefusalCode UnknownPoint = new("order.unknown");

    /// <summary>That person has raised one that waits for the chair.</summary>
    public static readonly RefusalCode PointWaits = new("order.waits");

    /// <summary>It was decided.</summary>
    public static readonly RefusalCode AlreadyRuled = new("order.already-ruled");

    /// <summary>Nobody decides his or her own point of order, or counts on an appeal against himself or herself.</summary>
    public static readonly RefusalCode OwnPoint = new("order.own");

    /// <summary>The chair has not decided it.</summary>
    public static readonly RefusalCode NotRuled = new("order.not-ruled");

    /// <summary>There was an appeal against that already.</summary>
    public static readonly RefusalCode AlreadyAppealed = new("order.already-appealed");

    /// <summary>An appeal is made at once, before the next item.</summary>
    public static readonly RefusalCode TooLate = new("order.too-late");

    /// <summary>Nobody has appealed, or it was decided.</summary>
    public static readonly RefusalCode NoAppeal = new("order.no-appeal");

    /// <summary>An appeal against the chair waits for the assembly: nothing is put to the vote before.</summary>
    public static readonly RefusalCode AppealWaits = new("order.appeal-waits");
}
