using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Kernel;

namespace Autogestion.Pages.Assemblies.Live;

/// <summary>Who speaks, who is represented and what is proposed about motions, as one person sees it in a live room.</summary>
public static class Talk
{
    /// <summary>Those who wait for the floor, the next one first.</summary>
    public static ImmutableArray<FloorRequest> Waiting(this LiveRoom room) => room.Assembly.Floor.InOrder(FloorDecider.RulesOf(room.Rules), room.Assembly.CurrentItem);

    /// <summary>When the present turn is over; null without one or without a limit.</summary>
    public static Instant? TurnEnds(this LiveRoom room) =>
        room.Assembly.Floor.Speaking is { } turn && FloorDecider.TimeOf(room.Assembly.Floor, room.Rules) is { } time ? turn.From + time : null;

    /// <summary>Whether two lists of speakers take turns.</summary>
    public static bool TwoLists(this LiveRoom room) => room.Rules.Rule(Domain.Statutes.Rules.FloorAlternates).Value.Value;

    /// <summary>What somebody on the floor is called; a guest has no name.</summary>
    public static string Speaker(this LiveRoom room, PersonId person, Look.Reader reader) => person == PersonId.Nobody ? reader["assemblies.talk.guest"] : room.Visit.NameOf(person);

    /// <summary>Entitled people whose proxy is in the room.</summary>
    public static ImmutableArray<PersonId> Represented(this LiveRoom room) => room.Assembly.Represented(Attendance.RollOf(room.Visit, room.Assembly));

    /// <summary>All who count for the quorum: in the room, from afar, represented.</summary>
    public static int Present(this LiveRoom room) => room.Attendance.Present + room.Represented().Length;

    /// <summary>Entitled people who take part from afar.</summary>
    public static int FromAfar(this LiveRoom room) => room.Attendance.Here.Count(attendee => attendee is { Votes: true, Stay.Means: CheckInMeans.Remote });

    /// <summary>Heads that can be counted in the room.</summary>
    public static int Heads(this LiveRoom room) => room.Attendance.Present - room.FromAfar();

    /// <summary>Whether members may represent one another in this sitting.</summary>
    public static bool ProxiesAllowed(this LiveRoom room) => room.Assembly.Body == BodyId.Assembly && room.Rules.Rule(Domain.Statutes.Rules.MostProxies).Value.Value > 0;

    /// <summary>Whether one may take part from afar.</summary>
    public static bool RemoteAllowed(this LiveRoom room) => room.Rules.Rule(Domain.Statutes.Rules.Remote).Value.Value;

    /// <summary>Members whom the visitor represents and whose ballot is still to be given in the open vote.</summary>
    public static ImmutableArray<PersonId> ToVoteFor(this LiveRoom room) =>
        room.Me is { } me && room.Assembly.Phase == AssemblyPhase.Open && room.InVote is { Phase: MotionPhase.Voting, Vote: { Method: VoteMethod.OwnPhone } vote } && !vote.Recused.Contains(me)
            ? [.. room.Assembly.Presence.HeldBy(me).Select(proxy => proxy.Person).Where(person => vote.Voters.Contains(person) && room.Assembly.IsCounted(person) && !vote.Ballots.ContainsKey(person))]
            : [];

    /// <summary>Entitled people whom an item recuses.</summary>
    public static ImmutableArray<PersonId> RecusedOn(this LiveRoom room, AgendaItem item) => Domain.Effects.RecusedOn(item, room.Assembly, room.Visit.State, room.Visit.Now);

    /// <summary>The motion that this one would amend, with what it would change; null for any other.</summary>
    public static (Motion Main, Amendment Amendment)? Amends(this LiveRoom room, Motion motion) =>
        room.Assembly.Changes.Amendment(motion.Id) is { } amendment && room.Assembly.Find(amendment.Of) is { } main ? (main, amendment) : null;

    /// <summary>The motion that this one would refer or postpone.</summary>
    public static (Motion Main, ReferralProposal Proposal)? PutsOff(this LiveRoom room, Motion motion) =>
        room.Assembly.Changes.Referral(motion.Id) is { } proposal && room.Assembly.Find(proposal.Of) is { } main ? (main, proposal) : null;

    /// <summary>Whether the visitor may propose something about a motion now.</summary>
    public static bool MayChange(this LiveRoom room, Motion motion) =>
        motion.Phase == MotionPhase.Tabled && room.IsEntitled && (room.Assembly.Phase == AssemblyPhase.Noticed || (room.Assembly.Phase == AssemblyPhase.Open && room.IsHere)) && room.Assembly.Changes.About(motion.Id) is null;

    /// <summary>Why the vote on a motion has to wait for another, or null.</summary>
    public static Refusal? NotYet(this LiveRoom room, Motion motion) => AmendingDecider.NotYet(motion, room.Assembly, room.Rules);

    /// <summary>The texts that talk and changes show.</summary>
    public static IEnumerable<Text?> Texts(Assembly assembly) =>
    [
        .. assembly.Floor.Points.SelectMany(point => new[] { point.Words, point.Ruling?.Reason }),
        .. assembly.Changes.Amendments.Values.Select(amendment => amendment.Base),
        .. assembly.Changes.Merges.Select(merge => merge.Words),
        .. assembly.Changes.Earlier.Values.SelectMany(earlier => earlier.Select(words => words.Words)),
    ];
}
