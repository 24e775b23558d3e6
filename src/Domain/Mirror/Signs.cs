using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Mirror;

/// <summary>
/// Reads the signs (a mirror for the assembly, never a score of a person). A sign that cannot be said yet is left out: too few
/// assemblies, too short a life, a group so small that it would point at somebody.
/// </summary>
public static class Signs
{
    private const int LeastAssemblies = 3;
    private static readonly Period HalfYear = Period.FromMonths(6);
    private static readonly Period ThreeYears = Period.FromYears(3);

    /// <summary>Every sign that can be said at a moment, against its threshold in force.</summary>
    public static ImmutableArray<Reading> Of(Collective state, Instant now)
    {
        var half = Since(state, now, HalfYear);
        var held = state.Assemblies.Newest(half).Where(past => past is { Held: true } && past.Body == BodyId.Assembly && past.Start >= half).ToImmutableArray();
        Reading?[] all =
        [
            Attendance(held, state.Statutes), Falling(held, state.Statutes), .. OfPosts(state, now), Proposals(state, now), Minutes(held, state), PastDue(state, now),
        ];
        return [.. all.OfType<Reading>()];
    }

    private static Instant Since(Collective state, Instant now, Period back) => state.Deed.Zone.AtStartOfDay(now.InZone(state.Deed.Zone).Date - back).ToInstant();

    private static Reading? Attendance(ImmutableArray<PastAssembly> held, StatuteBook statutes)
    {
        if (held.Length < LeastAssemblies) return null;
        var (present, roll) = (held.Sum(past => past.Present), held.Sum(past => past.Roll));
        return new(Sign.AttendanceLow, present, roll, present < statutes.Rule(Rules.LeastAttendance).Value.Value.AtLeast(roll));
    }

    // The newest first: how many times running it fell.
    private static Reading? Falling(ImmutableArray<PastAssembly> held, StatuteBook statutes)
    {
        if (held.Length < LeastAssemblies) return null;
        var falls = held.Zip(held.Skip(1)).TakeWhile(pair => (long)pair.First.Present * pair.Second.Roll < (long)pair.Second.Present * pair.First.Roll).Count();
        return new(Sign.AttendanceFalling, falls, 1, falls >= statutes.Rule(Rules.AttendanceFalls).Value.Value);
    }

    private static IEnumerable<Reading?> OfPosts(Collective state, Instant now)
    {
        var posts = state.Posts.Posts.Values.Where(post => !post.Closed).ToImmutableArray();
        if (posts.IsEmpty) yield break;
        var most = state.Statutes.Rule(Rules.SamePersonTerms).Value.Value;
        var same = state.Posts.Live(now).Where(mandate => mandate.Post is { } post && state.Posts.Times(post, mandate.Person).Count(time => time.From <= now) > most)
            .Select(mandate => mandate.Post).Distinct().Count();
        yield return new(Sign.SamePerson, same, posts.Length, same > 0);

        // Before three years have passed there is nothing to share out yet.
        var since = Since(state, now, ThreeYears);
        if (state.Deed.FoundedAt is not { } founded || founded > since) yield break;
        var terms = state.Posts.NotOver(since).Where(mandate => mandate.Post is not null && mandate.From <= now).ToImmutableArray();
        var (seats, holders) = (posts.Sum(post => post.Terms.Seats), terms.Select(mandate => mandate.Person).Distinct().Count());
        yield return new(Sign.FewHoldPosts, seats, Math.Max(1, holders), seats > state.Statutes.Rule(Rules.PostsToHolders).Value.Value.AtMost(holders));
        yield return TopTenth(Sign.TopTenthOfPosts, terms.GroupBy(mandate => mandate.Person).Select(mandates => mandates.Count()), state, now);
    }

    private static Reading? Proposals(Collective state, Instant now)
    {
        var from = now.InZone(state.Deed.Zone).Date.PlusMonths(-12);
        var counts = state.Mirror.Proposals.Where(month => month.Key >= from).SelectMany(month => month.Value).GroupBy(count => count.Key).Select(counts => counts.Sum(count => count.Value));
        return TopTenth(Sign.TopTenthOfProposals, counts, state, now);
    }

    // A tenth of few people would be a person: then nothing is shown.
    private static Reading? TopTenth(Sign sign, IEnumerable<int> counts, Collective state, Instant now)
    {
        var tenth = (state.Roster.Voters(now).Length + 9) / 10;
        var all = counts.OrderDescending().ToImmutableArray();
        if (tenth < state.Statutes.Rule(Rules.LeastGroup).Value.Value || all.IsEmpty) return null;
        var (top, whole) = (all.Take(tenth).Sum(), all.Sum());
        return new(sign, top, whole, top > state.Statutes.Rule(Rules.TopTenth).Value.Value.AtMost(whole));
    }

    private static Reading? Minutes(ImmutableArray<PastAssembly> held, Collective state)
    {
        var drawn = held.Where(past => past.Minutes?.DrawnUpAt is not null).ToImmutableArray();
        if (drawn.IsEmpty) return null;
        var days = drawn.Sum(past => Period.DaysBetween(past.EndedAt.InZone(state.Deed.Zone).Date, past.Minutes!.DrawnUpAt!.Value.InZone(state.Deed.Zone).Date));
        var most = state.Statutes.Rule(Rules.MinutesTake).Value.Value;
        return new(Sign.MinutesSlow, days, drawn.Length, most.Unit is TimeUnit.Days or TimeUnit.WorkingDays && days > most.Amount * drawn.Length);
    }

    private static Reading? PastDue(Collective state, Instant now)
    {
        var today = now.InZone(state.Deed.Zone).Date;
        var open = state.Resolutions.StillOpen.Where(resolution => resolution is { Due: not null, Done: false }).ToImmutableArray();
        if (open.Length < state.Statutes.Rule(Rules.LeastGroup).Value.Value) return null;
        var late = open.Count(resolution => resolution.IsOverdue(today));
        return new(Sign.ResolutionsPastDue, late, open.Length, late > state.Statutes.Rule(Rules.PastDue).Value.Value.AtMost(open.Length));
    }
}
