using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Calendar;

/// <summary>The fiscal year and the ordinary assembly that the law asks for after it.</summary>
public static class OrdinaryYear
{
    /// <summary>
    /// The ordinary assembly of the last fiscal year that has ended; null when it was held, or when the collective did not
    /// exist yet at the end of that year.
    /// </summary>
    public static OrdinaryDue? Of(Collective state, Instant now)
    {
        var zone = state.Deed.Zone;
        var yearEnd = LastEnd(state.Deed.YearEnds, now.InZone(zone).Date);
        var closed = zone.AtStartOfDay(yearEnd.PlusDays(1)).ToInstant();
        if (state.Deed.FoundedAt is not { } founded || founded >= closed || WasHeldSince(closed, state.Assemblies)) return null;
        var called = state.Assemblies.Current.Values.Any(assembly => assembly.Kind == AssemblyKind.Ordinary);
        return After(yearEnd, state.Statutes) with { Called = called };
    }

    /// <summary>The ordinary assembly after a year's end, as if nobody had called it yet.</summary>
    public static OrdinaryDue After(LocalDate yearEnd, StatuteBook statutes)
    {
        var rule = statutes.Rule(Rules.OrdinaryWithin);
        return new(yearEnd, rule.Value.Value.After(yearEnd), rule.Cited, false);
    }

    /// <summary>The last day of the latest fiscal year that has ended before today.</summary>
    public static LocalDate LastEnd(AnnualDate ends, LocalDate today)
    {
        var thisYear = ends.InYear(today.Year);
        return thisYear < today ? thisYear : ends.InYear(today.Year - 1);
    }

    /// <summary>The year whose ordinary assembly nobody called though its time is over; null when there is none.</summary>
    public static LocalDate? Overdue(Collective state, Instant now) =>
        Of(state, now) is { Called: false } due && due.By < now.InZone(state.Deed.Zone).Date ? due.YearEnd : null;

    // Sittings are numbered by their notice: once one ended a year before that day, nothing older can matter.
    private static bool WasHeldSince(Instant since, AssemblyBoard board) =>
        board.Newest(since - Duration.FromDays(366)).Any(past => past is { Held: true, Kind: AssemblyKind.Ordinary } && past.Start >= since);
}
