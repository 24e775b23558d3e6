namespace Autogestion.Domain.Calendar;

/// <summary>A duty that the law gives a date and that is done outside of the book: somebody writes down that it was.</summary>
public enum LegalDuty
{
    /// <summary>The authority was told of a formal assembly.</summary>
    NoticeToAuthority,

    /// <summary>The documents of the ordinary assembly are with members and authority.</summary>
    DocumentsBefore,

    /// <summary>Minutes and final documents of a formal assembly are with the authority.</summary>
    DocumentsAfter,

    /// <summary>The audit report of a period is in its book.</summary>
    AuditReport,
}

/// <summary>An act about the calendar.</summary>
public abstract record CalendarAct : Act;

/// <summary>Write down that a legal duty was fulfilled.</summary>
/// <param name="Due">The day it was due.</param>
/// <param name="Reference">Number of the file, receipt or folio.</param>
[Named("calendar.fulfil"), Accepts(Power.Represent), Accepts(Power.KeepMinutes), Accepts(Power.Audit)]
public sealed record FulfilDuty(LegalDuty Duty, LocalDate Due, Text Reference) : CalendarAct;

/// <summary>A legal duty was fulfilled.</summary>
[Named("calendar.duty-fulfilled"), SeenBy(Audience.Members)]
public sealed record DutyFulfilled(LegalDuty Duty, LocalDate Due, Text Reference) : Entry;

/// <summary>Why an act about the calendar is refused, in order of precedence.</summary>
public static class CalendarRefusals
{
    /// <summary>It was written down already.</summary>
    public static readonly RefusalCode AlreadyFulfilled = new("calendar.already-fulfilled");

    /// <summary>No such duty falls on that day.</summary>
    public static readonly RefusalCode NoSuchDuty = new("calendar.no-such-duty");
}

/// <summary>Which legal duties were fulfilled.</summary>
public sealed record FulfilledDuties
{
    public static readonly FulfilledDuties Empty = new();

    public ImmutableDictionary<(LegalDuty Duty, LocalDate Due), Text> All { get; init; } = ImmutableDictionary<(LegalDuty, LocalDate), Text>.Empty;

    public static FulfilledDuties Evolve(FulfilledDuties duties, Entry entry) => entry switch
    {
        DutyFulfilled done => duties with { All = duties.All.SetItem((done.Duty, done.Due), done.Reference) },
        _ => duties,
    };
}

/// <summary>Decides acts about the calendar.</summary>
public static class CalendarDecider
{
    /// <param name="isDue">Whether such a duty falls on that day.</param>
    public static Decision Decide(FulfilDuty act, FulfilledDuties duties, bool isDue)
    {
        if (duties.All.ContainsKey((act.Duty, act.Due))) return CalendarRefusals.AlreadyFulfilled;
        return isDue ? new DutyFulfilled(act.Duty, act.Due, act.Reference) : CalendarRefusals.NoSuchDuty.With("due", act.Due);
    }
}
