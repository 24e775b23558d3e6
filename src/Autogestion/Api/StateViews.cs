using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Desk;

namespace Autogestion.Api;

/// <summary>Views of a collective as it stands: pure, from the state to what is said.</summary>
public static class StateViews
{
    private const int Usual = 50, Most = 200;

    public static CollectiveView Collective(ViewRequest request, Say say)
    {
        var state = request.Visit.State;
        return new(
            state.Deed.Name, state.Deed.Place, state.Deed.Zone.Id, state.Deed.Kind, state.Deed.YearEnds, state.Deed.FoundedAt,
            state.Roster.Voters(request.Visit.Now).Length, state.Statutes.Preset?.Id, state.Statutes.Preset?.Edition,
            [.. state.Bodies.All.Values.Select(body => new BodyView(body.Id, body.Kind, say(body.Name)))],
            state.Deed.Keys, state.Deed.Epoch, request.Visit.Book.Broken?.Position);
    }

    public static IReadOnlyList<MemberView> Members(ViewRequest request, Say say) =>
        [.. request.Visit.State.Roster.People.Values
            .OrderBy(person => person.Number ?? int.MaxValue).ThenBy(person => person.History[0].From)
            .Select(person => new MemberView(request.Person(person.Id), person.On(request.Visit.Now, request.Visit.State.Deed.Zone) ?? person.Standing, person.History[^1].From, person.Until))];

    public static IReadOnlyList<PostView> Posts(ViewRequest request, Say say)
    {
        var live = request.Visit.State.Posts.Live(request.Visit.Now).Where(mandate => mandate.Post is not null).ToLookup(mandate => mandate.Post!.Value);
        return [.. request.Visit.State.Posts.Posts.Values.Select(post => new PostView(
            post.Id, say(post.Terms.Name)!, post.Terms.Body, post.Terms.Powers, post.Terms.Seats, post.Terms.TermMonths, post.Terms.MostConsecutive, post.Terms.LeastGapMonths, post.Closed,
            [.. live[post.Id].Select(mandate => new MandateView(mandate.Id, request.Person(mandate.Person), mandate.From, mandate.To, mandate.Powers, mandate.Resolution))]))];
    }

    public static StatutesView Statutes(ViewRequest request, Say say)
    {
        var statutes = request.Visit.State.Statutes;
        return new(statutes.Version, statutes.Preset?.Id, statutes.Preset?.Edition,
            [.. Rules.All.Values.OrderBy(key => key.Name, StringComparer.Ordinal).Select(key => statutes.Rule(key))
                .Select(rule => new RuleView(rule.Key.Name, rule.Value, rule.Layer, rule.Cited.Article, rule.Cited.Source))]);
    }

    /// <summary>Sittings from the newest back; <c>before</c> a number goes further back.</summary>
    public static IReadOnlyList<AssemblyLine> Assemblies(ViewRequest request, Say say)
    {
        var board = request.Visit.State.Assemblies;
        var (before, limit) = (Before(request), request.Limit(Usual, Most));
        var now = board.Current.Values.Where(assembly => assembly.Id.Value < before).Select(Line);
        return [.. now.Concat(board.Past.Values.Reverse().Where(past => past.Id.Value < before).Take(limit).Select(Line)).OrderByDescending(line => line.Id.Value).Take(limit)];
    }

    /// <summary>Resolutions from the newest back; <c>before</c> a number goes further back.</summary>
    public static IReadOnlyList<ResolutionView> Resolutions(ViewRequest request, Say say) =>
        [.. request.Visit.State.Resolutions.All.Values.Reverse().Where(resolution => resolution.Id.Value < Before(request)).Take(request.Limit(Usual, Most))
            .Select(resolution => new ResolutionView(
                resolution.Id, resolution.Assembly, resolution.Matter, resolution.State, say(resolution.Words)!, resolution.AdoptedAt, resolution.Effect, resolution.Owner, resolution.Due, resolution.Done))];

    public static IReadOnlyList<PetitionView> Petitions(ViewRequest request, Say say) =>
        [.. request.Visit.State.Assemblies.Petitions.Values.Select(petition => new PetitionView(
            petition.Id, petition.Kind, [.. petition.Agenda.Select((draft, index) => new ItemView(index + 1, say(draft.Title), draft.Matter))],
            petition.At, petition.Signatures.Count, petition.ReachedAt))];

    public static IReadOnlyList<PendingSignatureView> Signatures(ViewRequest request, Say say) =>
        [.. request.Visit.State.Pending.Open.Values.Select(pending => new PendingSignatureView(
            pending.Id, pending.Act, request.Person(pending.First), pending.At, pending.Expires, say(pending.Contest)))];

    /// <summary>A sitting; one that is over is read from the book again.</summary>
    public static async ValueTask<Ready?> AssemblyAsync(ViewRequest request)
    {
        if (request.Number("number") is not (> 0 and <= int.MaxValue and var number)) return null;
        var id = new AssemblyId((int)number);
        var assembly = request.Visit.State.Assemblies.Find(id) ?? (await request.Visit.Desk.ReadAsync(id, request.Http.RequestAborted))?.Assembly;
        return assembly is null ? null : say => Assembly(request, assembly, say);
    }

    private static AssemblyView Assembly(ViewRequest request, Assembly assembly, Say say) => new(
        assembly.Id, assembly.Body, assembly.Kind, assembly.Phase, say(assembly.Place)!, assembly.Calls,
        [.. assembly.Agenda.Select(item => new ItemView(item.Number, say(item.Title), item.Matter))],
        assembly.StatutesVersion, assembly.NoticedAt, assembly.OpenedAt, assembly.ClosedAt, assembly.Opening?.Roll.Length ?? assembly.RollAtNotice, assembly.Present,
        [.. assembly.Stays.Select(stay => new StayView(request.Person(stay.Person), stay.In, stay.Out, stay.Means, stay.Contested))],
        [.. assembly.Motions.Values.Select(motion => new MotionView(
            motion.Id, motion.Item, request.Person(motion.Mover), say(motion.Words)!, motion.Matter, motion.Phase, motion.Effect, motion.Vote?.Method, motion.Vote?.Count, motion.Sum, motion.Resolution))],
        assembly.CurrentItem);

    private static AssemblyLine Line(Assembly assembly) => new(
        assembly.Id, assembly.Body, assembly.Kind, assembly.Phase, assembly.Calls[0].At, null, null, assembly.Present, assembly.Opening?.Roll.Length ?? assembly.RollAtNotice,
        assembly.Motions.Values.Count(motion => motion.Phase == MotionPhase.Carried), assembly.Motions.Values.Count(motion => motion.Phase == MotionPhase.Lost), null);

    private static AssemblyLine Line(PastAssembly past) => new(
        past.Id, past.Body, past.Kind, past.Held ? AssemblyPhase.Closed : AssemblyPhase.Lapsed, past.Start, past.EndedAt, past.Held, past.Present, past.Roll, past.Carried, past.Lost, past.Minutes?.Number);

    private static long Before(ViewRequest request) => request.Number("before") ?? long.MaxValue;
}
