namespace Autogestion.Domain.Work;

/// <summary>Why an act about work is refused, in order of precedence.</summary>
public static class WorkRefusals
{
    /// <summary>No body has that number.</summary>
    public static readonly RefusalCode UnknownBody = new("work.unknown-body");

    /// <summary>No open workshop has that number.</summary>
    public static readonly RefusalCode UnknownWorkshop = new("work.unknown-workshop");

    /// <summary>That workshop has no open task with that number.</summary>
    public static readonly RefusalCode UnknownTask = new("work.unknown-task");

    /// <summary>No open shift has that number.</summary>
    public static readonly RefusalCode UnknownShift = new("work.unknown-shift");

    /// <summary>That person has no hours of that number, or they are long agreed.</summary>
    public static readonly RefusalCode UnknownHours = new("work.unknown-hours");

    /// <summary>That person has no absence of that number, or it is long ago.</summary>
    public static readonly RefusalCode UnknownAbsence = new("work.unknown-absence");

    /// <summary>Nobody corrects or answers about their own hours or absences.</summary>
    public static readonly RefusalCode OwnHours = new("work.own-hours");

    /// <summary>They are contested, and wait for an answer.</summary>
    public static readonly RefusalCode Contested = new("work.contested");

    /// <summary>They are not contested.</summary>
    public static readonly RefusalCode NotContested = new("work.not-contested");

    /// <summary>They were contested and answered.</summary>
    public static readonly RefusalCode Answered = new("work.answered");

    /// <summary>The time to contest is over: they are agreed.</summary>
    public static readonly RefusalCode Agreed = new("work.agreed");

    /// <summary>A shift has no days or too many, or one that makes no sense.</summary>
    public static readonly RefusalCode BadShift = new("work.bad-shift");

    /// <summary>There are no rows, or too many at once.</summary>
    public static readonly RefusalCode BadRows = new("work.bad-rows");

    /// <summary>A month is named by its first day, and is not to come.</summary>
    public static readonly RefusalCode BadMonth = new("work.bad-month");

    /// <summary>Those are no days of work, or too many.</summary>
    public static readonly RefusalCode BadDays = new("work.bad-days");

    /// <summary>That day or hour is still to come.</summary>
    public static readonly RefusalCode ToCome = new("work.to-come");

    /// <summary>That day is too long ago.</summary>
    public static readonly RefusalCode LongAgo = new("work.long-ago");

    /// <summary>The month is closed.</summary>
    public static readonly RefusalCode MonthClosed = new("work.month-closed");

    /// <summary>The person does not work here on that day.</summary>
    public static readonly RefusalCode NotOfUs = new("work.not-of-us");

    /// <summary>The person is at work.</summary>
    public static readonly RefusalCode AlreadyIn = new("work.already-in");

    /// <summary>The person is not at work.</summary>
    public static readonly RefusalCode NotIn = new("work.not-in");

    /// <summary>No time at all, or longer than a turn can be.</summary>
    public static readonly RefusalCode BadLength = new("work.bad-length");

    /// <summary>So many people cannot have worked so long in a month.</summary>
    public static readonly RefusalCode BadOutside = new("work.bad-outside");

    /// <summary>The same is written already.</summary>
    public static readonly RefusalCode Repeated = new("work.repeated");

    /// <summary>The person is written absent on one of those days.</summary>
    public static readonly RefusalCode AlreadyAbsent = new("work.already-absent");

    /// <summary>The person worked at that hour already, or more than a day has hours.</summary>
    public static readonly RefusalCode Overlaps = new("work.overlaps");

    /// <summary>The month is not over, or there is work in it that is open, contested or can still be contested.</summary>
    public static readonly RefusalCode MonthOpen = new("work.month-open");
}
