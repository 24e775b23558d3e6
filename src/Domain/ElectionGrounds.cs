using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Elections;
using Autogestion.Domain.Posts;

namespace Autogestion.Domain;

/// <summary>What elections and counts need from the whole collective: seats, terms, and who may hold the post.</summary>
internal static class ElectionGrounds
{
    /// <summary>Decides candidacies, counts at the table, objections and lots.</summary>
    public static Decision Answer(AssemblyAct act, Stamp stamp, Assembly assembly, Collective collective) => act switch
    {
        ProposeCandidate propose => CandidacyDecider.Decide(
            propose, assembly, collective.IsEntitled(stamp.Actor, assembly.Body, stamp.Entered), Hindrance(assembly.Find(propose.Motion), propose.Person, stamp.Entered, collective)),
        StandForPost stand => CandidacyDecider.Decide(
            stand, assembly, Hindrance(assembly.Find(stand.Motion), stand.Person, stamp.Entered, collective), Terms(assembly.Find(stand.Motion), collective).Quota),
        WithdrawCandidacy withdraw => CandidacyDecider.Decide(withdraw, assembly),
        ConfirmTableCount confirm => CountDecider.Decide(confirm, stamp, assembly),
        WithdrawObjection withdraw => CountDecider.Decide(withdraw, stamp, assembly),
        ResolveObjection resolve => CountDecider.Decide(resolve, assembly),
        CallLot call => LotDecider.Decide(call, stamp, assembly),
        CommitToLot commit => LotDecider.Decide(commit, stamp, collective.AsOf(assembly, stamp.Entered)),
        RevealForLot reveal => LotDecider.Decide(reveal, stamp, collective.AsOf(assembly, stamp.Entered)),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>What an election needs to know; null for a motion that fills no post.</summary>
    public static ElectionGround? Of(Motion? motion, Instant now, Collective collective)
    {
        if (motion?.Effect is not FillPost fill) return null;
        if (collective.Posts.Find(fill.Post) is not { } post) return new(0, ElectionTerms.Usual, []);
        var (from, until) = PostsDecider.Span(post, fill.From, now, collective.Roster.Zone);
        var eligible = motion.Candidates.Select(candidate => candidate.Person).Where(person => Hindrance(motion, person, now, collective) is null);
        return new(PostsDecider.FreeSeats(post, from, until, collective.Posts), Terms(motion, collective), [.. eligible]);
    }

    /// <summary>Why a person cannot hold the post that a motion fills, or null; null also where the motion fills none.</summary>
    public static Refusal? Hindrance(Motion? motion, PersonId person, Instant now, Collective collective)
    {
        if (motion?.Effect is not FillPost fill) return null;
        if (collective.Posts.Find(fill.Post) is not { } post) return PostsRefusals.UnknownPost;
        if (!collective.Roster.Votes(person, now)) return PostsRefusals.HolderNotMember;
        var (from, until) = PostsDecider.Span(post, fill.From, now, collective.Roster.Zone);
        return PostsDecider.Hindrance(post, person, from, until, collective.Posts, collective.Bodies, collective.Roster.Zone, whateverSeats: true);
    }

    /// <summary>How many substitutes the post has that a motion fills.</summary>
    public static int Substitutes(Motion? motion, Collective collective) => Terms(motion, collective).Substitutes;

    /// <summary>Whom the motion singles out, and those it is put against.</summary>
    public static ImmutableArray<PersonId> Recused(OpenVote open, Assembly assembly, Instant now, Collective collective) =>
        [.. (open.Against ?? []).Prepend(open.Motion).SelectMany(id => Effects.RecusedFrom(id, assembly, collective, now)).Distinct()];

    private static ElectionTerms Terms(Motion? motion, Collective collective) => motion?.Effect is FillPost fill ? collective.Posts.ElectionOf(fill.Post) : ElectionTerms.Usual;
}
