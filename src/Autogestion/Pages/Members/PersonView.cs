using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Office.Desk;

namespace Autogestion.Pages.Members;

/// <summary>What the book says about one person.</summary>
/// <param name="Line">The line of today's roster.</param>
/// <param name="Held">Mandates of posts, those held now first, then the newest.</param>
/// <param name="Answers">Open resolutions that a post of hers answers for.</param>
/// <param name="RecoveryBy">Who signed first for a new way in, while the second signature is missing.</param>
/// <param name="TableOnlyUntil">After a recovery one votes at the table for a day.</param>
public sealed record PersonView(
    Person Person, RosterLine Line, ImmutableArray<Mandate> Held, ImmutableArray<Resolution> Answers, PersonId? RecoveryBy, Instant? TableOnlyUntil)
{
    /// <summary>The view, or null when the book knows nobody by that id.</summary>
    public static PersonView? Of(PersonId id, Collective state, Instant now)
    {
        if (state.Roster.Find(id) is not { } person || RosterView.Of(state, null, now).Lines.FirstOrDefault(line => line.Person == id) is not { } line) return null;
        var held = state.Posts.Mandates.Values.Where(mandate => mandate.Person == id && mandate.Post is not null)
            .OrderByDescending(mandate => mandate.IsLive(now)).ThenByDescending(mandate => mandate.From).ToImmutableArray();
        var posts = held.Where(mandate => mandate.IsLive(now)).Select(mandate => mandate.Post).ToHashSet();
        PersonId? first = state.Roster.Recoveries.TryGetValue(id, out var by) ? by : null;
        Instant? table = state.Roster.RecoveredAt.TryGetValue(id, out var at) && at + VoteDecider.AfterRecovery > now ? at + VoteDecider.AfterRecovery : null;
        return new(person, line, held, [.. state.Resolutions.StillOpen.Where(resolution => resolution.Owner is not null && posts.Contains(resolution.Owner) && !resolution.Done)], first, table);
    }
}

/// <summary>Whether somebody was at a sitting.</summary>
/// <param name="CameIn">First coming in; null for somebody who did not come.</param>
/// <param name="ByHand">Entered by the secretary.</param>
public sealed record Attended(PastAssembly Sitting, Instant? CameIn, bool ByHand)
{
    private const int LongestSearch = 60;

    /// <summary>The last assemblies that the person had a right to vote in, the newest first.</summary>
    public static async Task<ImmutableArray<Attended>> LastAsync(BookDesk desk, PersonId person, int count, CancellationToken cancellation)
    {
        var attended = ImmutableArray.CreateBuilder<Attended>();
        foreach (var sitting in desk.Current.State.Assemblies.LastHeld(BodyId.Assembly, LongestSearch))
        {
            if (attended.Count == count) break;
            if (await desk.ReadAsync(sitting.Id, cancellation) is not { Assembly: var assembly } || !assembly.Roll.Contains(person)) continue;
            var stay = assembly.Stays.Find(stay => stay.Person == person);
            attended.Add(new(sitting, stay?.In, stay?.Means == CheckInMeans.ByHand));
        }
        return attended.DrainToImmutable();
    }
}

/// <summary>Looking back without reading everything.</summary>
public static class PastSittings
{
    /// <summary>Sittings of a body that were held, the newest first, looking back over at most so many sittings of any body.</summary>
    public static IEnumerable<PastAssembly> LastHeld(this AssemblyBoard board, BodyId body, int search)
    {
        for (var number = board.NextAssembly.Value - 1; number > 0 && search > 0; number--, search--)
            if (board.Past.TryGetValue(number, out var past) && past.Held && past.Body == body) yield return past;
    }
}
