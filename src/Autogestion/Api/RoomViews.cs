using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Kernel;

namespace Autogestion.Api;

/// <summary>Who is there, who speaks and what is proposed about motions, in a sitting under way.</summary>
/// <param name="Heads">Entitled people in the room.</param>
/// <param name="Remote">Entitled people who take part from afar.</param>
/// <param name="Represented">Entitled people whose proxy is in the room.</param>
/// <param name="Guests">Invited people, with a voice and no vote.</param>
/// <param name="TurnSeconds">How long each turn lasts; null for no limit.</param>
/// <param name="Recused">For each item whom it recuses.</param>
public sealed record RoomView(
    AssemblyId Id, int Heads, int Remote, IReadOnlyList<PersonView> Represented, int Guests, IReadOnlyList<ProxyView> Proxies, TurnView? Speaking, IReadOnlyList<RequestView> Waiting,
    bool ListClosed, int? TurnSeconds, IReadOnlyList<PointView> Points, IReadOnlyList<AmendmentView> Amendments, IReadOnlyList<ReferralView> Referrals, IReadOnlyList<RecusedView> Recused);

/// <summary>A proxy for a sitting.</summary>
/// <param name="Counts">False while one on paper waits for its second signature.</param>
public sealed record ProxyView(PersonView Person, PersonView Holder, bool OnPaper, bool Counts);

/// <summary>The turn under way.</summary>
/// <param name="Person">Null for a guest.</param>
public sealed record TurnView(PersonView? Person, Instant Since, Instant? Until);

/// <summary>Somebody who waits for the floor, in the order in which they will get it.</summary>
public sealed record RequestView(PersonView Person, FloorList List, Instant At);

/// <summary>A point of order.</summary>
public sealed record PointView(int Number, PersonView By, SaidView Words, bool? Upheld, bool Appealed, bool? Overturned);

/// <summary>An amendment with the words that it was written on.</summary>
public sealed record AmendmentView(MotionId Motion, MotionId Amends, SaidView Base, SaidView Words, MotionPhase Phase);

/// <summary>A motion that was referred or postponed and has still to come back.</summary>
public sealed record ReferralView(MotionId Motion, AssemblyId Assembly, BodyId? To, LocalDate? Due);

/// <summary>Whom an item recuses.</summary>
public sealed record RecusedView(int Item, IReadOnlyList<PersonView> People);

/// <summary>The view of a room: pure, from the state to what is said.</summary>
public static class RoomViews
{
    public static RoomView? Room(ViewRequest request, Say say)
    {
        if (request.Number("number") is not (> 0 and <= int.MaxValue and var number) || request.Visit.State.Assemblies.Find(new((int)number)) is not { } found) return null;
        var (state, now) = (request.Visit.State, request.Visit.Now);
        var assembly = state.AsOf(found, now);
        var roll = assembly.Opening is null ? [.. state.RollAtOpening(assembly, now)] : assembly.Roll;
        var rules = state.StatuteVersions[assembly.StatutesVersion];
        var (floor, time) = (assembly.Floor, FloorDecider.TimeOf(assembly.Floor, rules));
        bool IsAfar(KeyValuePair<PersonId, int> stay) => assembly.Stays[stay.Value].Means == CheckInMeans.Remote;
        return new(
            assembly.Id, assembly.InRoom.Count(stay => roll.Contains(stay.Key) && !IsAfar(stay)), assembly.InRoom.Count(stay => roll.Contains(stay.Key) && IsAfar(stay)),
            [.. assembly.Represented(roll).Select(request.Person)], assembly.Presence.Guests,
            [.. assembly.Presence.Given.Values.OrderBy(proxy => proxy.At).Select(proxy => new ProxyView(request.Person(proxy.Person), request.Person(proxy.Holder), proxy.OnPaper, proxy.Counts))],
            floor.Speaking is { } turn ? new(turn.Person == PersonId.Nobody ? null : request.Person(turn.Person), turn.From, time is { } length ? turn.From + length : null) : null,
            [.. floor.InOrder(FloorDecider.RulesOf(rules), assembly.CurrentItem).Select(one => new RequestView(request.Person(one.Person), one.List, one.At))],
            floor.Closed, (int?)time?.TotalSeconds,
            [.. floor.Points.Select(point => new PointView(point.Number, request.Person(point.By), say(point.Words)!, point.Ruling?.Upheld, point.AppealedBy is not null, point.Appeal?.Overturned))],
            [.. assembly.Changes.Amendments.Values.Select(amendment => Amendment(amendment, assembly.Find(amendment.Id)!, say))],
            [.. state.Assemblies.Referrals.Values.Select(referral => new ReferralView(referral.Motion, referral.Assembly, referral.To, referral.Due))],
            [.. assembly.Agenda.Select(item => new RecusedView(item.Number, [.. Effects.RecusedOn(item, assembly, state, now).Select(request.Person)])).Where(item => item.People.Count > 0)]);
    }

    private static AmendmentView Amendment(Amendment amendment, Motion motion, Say say) => new(amendment.Id, amendment.Of, say(amendment.Base)!, say(motion.Words)!, motion.Phase);
}
