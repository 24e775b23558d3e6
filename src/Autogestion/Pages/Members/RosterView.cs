using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;

namespace Autogestion.Pages.Members;

/// <summary>One line of the roster as it stood on a day.</summary>
/// <param name="Since">When that standing began.</param>
/// <param name="Until">Last day of the trial or suspension, while it runs.</param>
/// <param name="Posts">Posts held that day.</param>
public sealed record RosterLine(PersonId Person, int? Number, Standing Standing, Instant Since, LocalDate? Until, ImmutableArray<PostId> Posts);

/// <summary>The roster of a day: who had what rights, who held what.</summary>
/// <param name="Lines">Members by number, then those who asked to come in, the longest waiting first.</param>
public sealed record RosterView(LocalDate On, ImmutableArray<RosterLine> Lines)
{
    /// <summary>Draws up the roster at the end of a day; of today, as it stands now. A day to come is read as today.</summary>
    public static RosterView Of(Collective state, LocalDate? day, Instant now)
    {
        var zone = state.Deed.Zone;
        var today = now.InZone(zone).Date;
        var on = day is { } asked && asked < today ? asked : today;
        var at = on == today ? now : zone.AtStartOfDay(on.PlusDays(1)).ToInstant() - Duration.Epsilon;
        var posts = state.Posts.Live(at).Where(mandate => mandate.Post is not null).ToLookup(mandate => mandate.Person, mandate => mandate.Post!.Value);
        return new(on,
        [
            .. state.Roster.People.Values
                .Select(person => LineOf(person, at, zone, posts))
                .OfType<RosterLine>()
                .OrderBy(line => line.Number ?? int.MaxValue).ThenBy(line => line.Since).ThenBy(line => line.Person.Value),
        ]);
    }

    /// <summary>How many stand how.</summary>
    public int Count(Standing standing) => Lines.Count(line => line.Standing == standing);

    private static RosterLine? LineOf(Person person, Instant at, DateTimeZone zone, ILookup<PersonId, PostId> posts)
    {
        if (person.On(at, zone) is not { } standing) return null;
        var effective = person.History.Last(change => change.From <= at && change.Standing == standing);
        return new(person.Id, person.NumberOn(at), standing, effective.From, effective.Until, [.. posts[person.Id].Distinct()]);
    }
}
