namespace Autogestion.Domain.Duties;

/// <summary>Why an act about common duties is refused, in order of precedence.</summary>
public static class DutiesRefusals
{
    /// <summary>No open duty has that number.</summary>
    public static readonly RefusalCode Unknown = new("duty.unknown");

    /// <summary>It has no slots or too many, or one that makes no sense.</summary>
    public static readonly RefusalCode BadSlots = new("duty.bad-slots");

    /// <summary>No body has that number.</summary>
    public static readonly RefusalCode UnknownBody = new("duty.unknown-body");

    /// <summary>Weeks begin on Monday, and are planned neither long before nor afterwards.</summary>
    public static readonly RefusalCode WrongWeek = new("duty.wrong-week");

    /// <summary>That week is planned.</summary>
    public static readonly RefusalCode AlreadyPlanned = new("duty.already-planned");

    /// <summary>Nobody is there among whom it could rotate.</summary>
    public static readonly RefusalCode Nobody = new("duty.nobody");

    /// <summary>No turn has that number, or it is long over.</summary>
    public static readonly RefusalCode UnknownTurn = new("duty.unknown-turn");

    /// <summary>It is not that person's turn.</summary>
    public static readonly RefusalCode NotYours = new("duty.not-yours");

    /// <summary>It was done.</summary>
    public static readonly RefusalCode AlreadyDone = new("duty.already-done");

    /// <summary>It is over.</summary>
    public static readonly RefusalCode TurnOver = new("duty.turn-over");

    /// <summary>It has not begun.</summary>
    public static readonly RefusalCode TooEarly = new("duty.too-early");

    /// <summary>Somebody has that turn.</summary>
    public static readonly RefusalCode NotFree = new("duty.not-free");

    /// <summary>It was not offered to that person.</summary>
    public static readonly RefusalCode NotOffered = new("duty.not-offered");

    /// <summary>That person is not among those it rotates among.</summary>
    public static readonly RefusalCode NotAmong = new("duty.not-among");

    /// <summary>Somebody would have two turns at once.</summary>
    public static readonly RefusalCode TwoAtOnce = new("duty.two-at-once");
}
