using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;

namespace Autogestion.Pages.Today;

/// <summary>The ordinary assembly that the law asks for each year.</summary>
/// <param name="YearEnd">The last day of the year it is about.</param>
/// <param name="By">The last day on which it may be held.</param>
/// <param name="Called">Its notice is out.</param>
public sealed record OrdinaryDue(LocalDate YearEnd, LocalDate By, Cited Rule, bool Called);

/// <summary>Something with a date that all should know of.</summary>
public sealed record Due(DueKind Kind, LocalDate On, bool Late)
{
    /// <summary>The rule that sets the date, where one does.</summary>
    public Cited? Rule { get; init; }

    public Resolution? Resolution { get; init; }

    public PastAssembly? Sitting { get; init; }

    public Assembly? Coming { get; init; }

    /// <summary>Mandates that end together.</summary>
    public ImmutableArray<Domain.Posts.Mandate> Mandates { get; init; } = [];

    public Petition? Petition { get; init; }

    /// <summary>People whose trials end together.</summary>
    public ImmutableArray<PersonId> People { get; init; } = [];
}

/// <summary>What falls due.</summary>
public enum DueKind
{
    /// <summary>A sitting that was called.</summary>
    Sitting,

    /// <summary>The ordinary assembly of the year.</summary>
    Ordinary,

    /// <summary>An assembly that a petition demanded.</summary>
    Petition,

    /// <summary>Minutes to be drawn up.</summary>
    Minutes,

    /// <summary>A resolution to be carried out.</summary>
    Resolution,

    /// <summary>The effect of a resolution begins.</summary>
    Effect,

    /// <summary>Mandates end.</summary>
    Mandate,

    /// <summary>Trials end.</summary>
    Trial,
}

/// <summary>What is due and overdue, from the state alone.</summary>
public static class Dues
{
    private static readonly Period Ahead = Period.FromDays(60);

    /// <summary>What is overdue or due within two months, the earliest first.</summary>
    public static ImmutableArray<Due> Of(Collective state, Instant now)
    {
        var zone = state.Deed.Zone;
        var today = now.InZone(zone).Date;
        LocalDate Day(Instant instant) => instant.InZone(zone).Date;

        IEnumerable<Due> all =
        [
            .. state.Assemblies.Current.Values.Where(assembly => assembly.Phase == AssemblyPhase.Noticed)
                .Select(assembly => new Due(DueKind.Sitting, Day(assembly.Calls[0].At), false) { Coming = assembly }),
            .. OrdinaryOf(state, now) is { Called: false } ordinary ? [new Due(DueKind.Ordinary, ordinary.By, ordinary.By < today) { Rule = ordinary.Rule }] : Array.Empty<Due>(),
            .. state.Assemblies.Petitions.Values.Where(petition => petition.Reached is not null)
                .Select(petition => new Due(DueKind.Petition, petition.Reached!.HeldBy, petition.Reached.HeldBy < today) { Petition = petition, Rule = state.Statutes.Rule(Rules.PetitionHeldWithin).Cited }),
            .. Asks.Unsigned(state).Where(past => past.Minutes!.Number is null)
                .Select(past => new Due(DueKind.Minutes, Day(Asks.MinutesDue(past, state)), Asks.MinutesDue(past, state) < now) { Sitting = past, Rule = state.Statutes.Rule(Rules.MinutesWithin).Cited }),
            .. state.Resolutions.StillOpen.Where(resolution => resolution is { Due: not null, Done: false })
                .Select(resolution => new Due(DueKind.Resolution, resolution.Due!.Value, resolution.IsOverdue(today)) { Resolution = resolution }),
            .. state.Resolutions.StillOpen.Where(resolution => resolution.EffectDue is not null)
                .Select(resolution => new Due(DueKind.Effect, Day(resolution.EffectDue!.Value), false) { Resolution = resolution }),
            .. state.Posts.Live(now).Where(mandate => mandate is { Post: not null, Until: not null }).GroupBy(mandate => Day(mandate.Until!.Value))
                .Select(ending => new Due(DueKind.Mandate, ending.Key, false) { Mandates = [.. ending] }),
            .. state.Roster.People.Values.Where(person => person is { Standing: Standing.OnTrial, Until: not null }).GroupBy(person => person.Until!.Value)
                .Select(ending => new Due(DueKind.Trial, ending.Key, ending.Key < today) { People = [.. ending.Select(person => person.Id)] }),
        ];
        return [.. all.Where(due => due.On <= today + Ahead).OrderBy(due => due.On).ThenBy(due => due.Kind)];
    }

    /// <summary>
    /// The ordinary assembly of the last fiscal year that has ended; null when it was held, or when the collective did not
    /// exist yet at the end of that year.
    /// </summary>
    public static OrdinaryDue? OrdinaryOf(Collective state, Instant now)
    {
        var zone = state.Deed.Zone;
        var yearEnd = LastYearEnd(state.Deed.YearEnds, now.InZone(zone).Date);
        var closed = zone.AtStartOfDay(yearEnd.PlusDays(1)).ToInstant();
        if (state.Deed.FoundedAt is not { } founded || founded >= closed || WasHeldSince(closed, state.Assemblies)) return null;
        var rule = state.Statutes.Rule(Rules.OrdinaryWithin);
        var called = state.Assemblies.Current.Values.Any(assembly => assembly.Kind == AssemblyKind.Ordinary);
        return new(yearEnd, rule.Value.Value.After(yearEnd), rule.Cited, called);
    }

    /// <summary>The last day of the latest fiscal year that has ended before today.</summary>
    public static LocalDate LastYearEnd(AnnualDate ends, LocalDate today)
    {
        var thisYear = ends.InYear(today.Year);
        return thisYear < today ? thisYear : ends.InYear(today.Year - 1);
    }

    // Sittings are numbered by their notice: once one ended a year before that day, nothing older can matter.
    private static bool WasHeldSince(Instant since, AssemblyBoard board)
    {
        for (var number = board.NextAssembly.Value - 1; number > 0; number--)
        {
            if (!board.Past.TryGetValue(number, out var past)) continue;
            if (past is { Held: true, Kind: AssemblyKind.Ordinary } && past.Start >= since) return true;
            if (past.EndedAt < since - Duration.FromDays(366)) return false;
        }
        return false;
    }
}
