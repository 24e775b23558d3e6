using System.Runtime.CompilerServices;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Pages.Members;
using Autogestion.Pages.Posts;

namespace Autogestion.Pages.Today;

/// <summary>One assembly's attendance.</summary>
public sealed record AttendancePoint(AssemblyId Assembly, Instant Start, int Present, int Roll);

/// <summary>How many belonged at the end of a month; of the running month, now.</summary>
public sealed record MembersPoint(LocalDate Month, int Members);

/// <summary>What the pictures of the first page show.</summary>
/// <param name="Attendance">The last assemblies, the oldest first.</param>
/// <param name="Members">The last twelve months, the oldest first.</param>
/// <param name="HeldPosts">Of those who belong, how many have ever held a post.</param>
/// <param name="Resolutions">How many resolutions there are.</param>
/// <param name="Open">Those that still ask for something.</param>
/// <param name="Late">Those past their day or blocked.</param>
public sealed record Pictures(
    ImmutableArray<AttendancePoint> Attendance, ImmutableArray<MembersPoint> Members, int HeldPosts, int Belong, int HoldNow, int Resolutions, int Open, int Late)
{
    private const int MostAssemblies = 10, LongestSearch = 60, Months = 12;

    // The same state is shown to everybody until the next entry; within a day nothing of it changes by itself.
    private static readonly ConditionalWeakTable<Collective, Drawn> Kept = [];

    private sealed record Drawn(LocalDate Day, Pictures Pictures);

    /// <summary>The pictures of a state, drawn once a day and state, however many look.</summary>
    public static Pictures Of(Collective state, Instant now)
    {
        var today = now.InZone(state.Deed.Zone).Date;
        if (Kept.TryGetValue(state, out var drawn) && drawn.Day == today) return drawn.Pictures;
        var pictures = Draw(state, now);
        Kept.AddOrUpdate(state, new(today, pictures));
        return pictures;
    }

    private static Pictures Draw(Collective state, Instant now)
    {
        var today = now.InZone(state.Deed.Zone).Date;
        var rotation = PostsView.Of(state, now).Rotation;
        return new(
            [
                .. state.Assemblies.LastHeld(BodyId.Assembly, LongestSearch).Take(MostAssemblies)
                    .Select(past => new AttendancePoint(past.Id, past.Start, past.Present, past.Roll)).Reverse(),
            ],
            MembersByMonth(state, now, today),
            rotation.Held.Length, rotation.Held.Length + rotation.Never.Length, rotation.Held.Count(line => line.HoldsNow),
            state.Resolutions.All.Count, state.Resolutions.Open.Count,
            state.Resolutions.StillOpen.Count(resolution => resolution.ReopensAgenda(today)));
    }

    private static ImmutableArray<MembersPoint> MembersByMonth(Collective state, Instant now, LocalDate today)
    {
        var zone = state.Deed.Zone;
        var first = new LocalDate(today.Year, today.Month, 1);
        return
        [
            .. Enumerable.Range(0, Months).Select(back => first.PlusMonths(back + 1 - Months))
                .Select(month => (month, at: Instant.Min(now, zone.AtStartOfDay(month.PlusMonths(1)).ToInstant() - Duration.Epsilon)))
                .Where(point => state.Deed.FoundedAt <= point.at)
                .Select(point => new MembersPoint(point.month, state.Roster.People.Keys.Count(person => state.Roster.Belongs(person, point.at)))),
        ];
    }
}
