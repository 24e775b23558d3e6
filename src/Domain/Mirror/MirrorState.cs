using Autogestion.Domain.Assemblies;

namespace Autogestion.Domain.Mirror;

/// <summary>What a sign measured at one time.</summary>
/// <param name="Value">What was measured, as a part of <paramref name="Of"/>.</param>
/// <param name="Of">The whole; 1 for a plain number.</param>
/// <param name="Crossed">It is past its threshold.</param>
public sealed record Reading(Sign Sign, int Value, int Of, bool Crossed);

/// <summary>The signs as they were read when assemblies of all members closed: the last reading of each month stands.</summary>
public sealed record MirrorState
{
    private const int MonthsOfProposals = 13;

    public static readonly MirrorState Empty = new();

    /// <summary>Readings by the first day of the month.</summary>
    public ImmutableSortedDictionary<LocalDate, ImmutableArray<Reading>> Months { get; init; } = ImmutableSortedDictionary<LocalDate, ImmutableArray<Reading>>.Empty;

    /// <summary>How many motions each person tabled, by month; of the last year.</summary>
    public ImmutableSortedDictionary<LocalDate, ImmutableDictionary<PersonId, int>> Proposals { get; init; } = ImmutableSortedDictionary<LocalDate, ImmutableDictionary<PersonId, int>>.Empty;

    /// <summary>Signs past their threshold at the last reading.</summary>
    public ImmutableHashSet<Sign> Crossed { get; init; } = [];

    /// <summary>Signs that crossed and have no entry yet.</summary>
    public ImmutableArray<Reading> Unreported { get; init; } = [];

    /// <summary>The month of the last reading.</summary>
    public LocalDate? LastMonth => Months.Count == 0 ? null : Months.Keys.Last();

    /// <param name="after">The state with the entry in it.</param>
    public static MirrorState Evolve(MirrorState mirror, Recorded recorded, Collective after)
    {
        var month = MonthOf(recorded.Stamp.Entered, after);
        return recorded.Entry switch
        {
            MotionTabled => mirror with { Proposals = mirror.Count(month, recorded.Stamp.Actor) },
            AssemblyClosed closed when after.Assemblies.Past.GetValueOrDefault(closed.Assembly.Value) is { Body: var body } && body == BodyId.Assembly => mirror.Read(month, Signs.Of(after, recorded.Stamp.Entered)),
            SignCrossed crossed => mirror with { Unreported = mirror.Unreported.RemoveAll(reading => reading.Sign == crossed.Sign) },
            _ => mirror,
        };
    }

    private MirrorState Read(LocalDate month, ImmutableArray<Reading> readings)
    {
        var crossed = readings.Where(reading => reading.Crossed).ToImmutableArray();
        return this with
        {
            Months = Months.SetItem(month, readings),
            Crossed = [.. crossed.Select(reading => reading.Sign)],
            Unreported = [.. Unreported.Where(old => crossed.All(reading => reading.Sign != old.Sign)), .. crossed.Where(reading => !Crossed.Contains(reading.Sign) || Unreported.Any(old => old.Sign == reading.Sign))],
        };
    }

    private ImmutableSortedDictionary<LocalDate, ImmutableDictionary<PersonId, int>> Count(LocalDate month, PersonId person)
    {
        var counts = Proposals.GetValueOrDefault(month) ?? ImmutableDictionary<PersonId, int>.Empty;
        var all = Proposals.SetItem(month, counts.SetItem(person, counts.GetValueOrDefault(person) + 1));
        return all.RemoveRange(all.Keys.TakeWhile(old => old < month.PlusMonths(-MonthsOfProposals)));
    }

    private static LocalDate MonthOf(Instant at, Collective collective)
    {
        var day = at.InZone(collective.Deed.Zone).Date;
        return new(day.Year, day.Month, 1);
    }
}
