using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Elections;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Voting;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>How the people of a walk elect, choose among proposals, consent, count at the table and draw lots.</summary>
internal sealed partial class Walk
{
    private FillPost Filling(Matter matter)
    {
        var post = chance.Any(Electable(matter)) ?? State.Posts.Posts.Values.First();
        return new(post.Id, chance.OneIn(5) ? Local.Date.PlusDays(chance.Between(0, 100)) : null);
    }

    private SetElectionTerms Electing(PostId post) => new(post, new(
        chance.OneIn(2) ? null : chance.Of(QuestionForm.Ranked, QuestionForm.Approval, QuestionForm.OneOf, QuestionForm.Lot, QuestionForm.YesNo),
        chance.OneIn(3) ? new(Words("compañeras"), new(1, chance.Between(1, 3)), chance.OneIn(2)) : null,
        chance.Below(3)));

    private void Stand(Assembly assembly, Motion motion)
    {
        for (var i = chance.Between(1, 5); i > 0; i--)
        {
            var person = Somebody();
            if (chance.OneIn(4)) history.Ask(Somebody(), new ProposeCandidate(assembly.Id, motion.Id, person));
            history.Ask(person, new StandForPost(assembly.Id, motion.Id, person, chance.OneIn(4)));
            if (chance.OneIn(6)) history.Ask(person, new WithdrawCandidacy(assembly.Id, motion.Id, person));
        }
    }

    private OpenVote Asking(Assembly assembly, Motion motion, VoteMethod method, int present)
    {
        ImmutableArray<VoteMethod>? also = chance.OneIn(4) ? [chance.Of(Enum.GetValues<VoteMethod>())] : null;
        if (motion.Effect is FillPost)
        {
            Stand(assembly, motion);
            return new(assembly.Id, motion.Id, chance.OneIn(4) ? method : VoteMethod.OwnPhone, present, chance.OneIn(3) ? chance.Of(Enum.GetValues<QuestionForm>()) : null, also);
        }
        var rivals = assembly.Motions.Values.Where(other => other.Phase == MotionPhase.Tabled && other.Item == motion.Item && other.Id != motion.Id).Select(other => other.Id).ToImmutableArray();
        return chance.Below(7) switch
        {
            0 => new(assembly.Id, motion.Id, chance.Of(VoteMethod.OwnPhone, VoteMethod.RollCall, method), present, QuestionForm.Consent),
            1 when rivals.Length > 0 => new(assembly.Id, motion.Id, VoteMethod.OwnPhone, present, chance.Of(QuestionForm.OneOf, QuestionForm.Approval, QuestionForm.Ranked), also, rivals),
            2 => new(assembly.Id, motion.Id, method, present, null, also),
            _ => new(assembly.Id, motion.Id, method, present),
        };
    }

    private void VoteOnQuestion(Assembly assembly, Motion motion, PersonId teller, PersonId chair)
    {
        var vote = motion.Vote!;
        foreach (var person in State.Assemblies.Find(assembly.Id)!.InRoom.Keys.OrderBy(Number).Where(_ => chance.Percent(85)))
        {
            var ballot = Any(vote.Question);
            if (vote.Ways.Contains(VoteMethod.OwnPhone)) history.Ask(person, new CastBallot(assembly.Id, motion.Id, ballot));
            else if (vote.Ways.Contains(VoteMethod.RollCall)) history.Ask(teller, new EnterBallot(assembly.Id, motion.Id, person, ballot));
            if (ballot is not Ballot.Objection || chance.OneIn(3)) continue;
            history.Ask(chance.OneIn(2) ? person : Somebody(), new WithdrawObjection(assembly.Id, motion.Id));
            history.Ask(chair, new ResolveObjection(assembly.Id, motion.Id, person, Words("se atiende")));
        }
        foreach (var way in vote.Ways.Where(CountDecider.IsTable)) CountTable(assembly, motion, way, teller);
        if (vote.Question.HasOptions && chance.OneIn(4)) DrawLot(assembly, motion, chair);
        history.Ask(chance.OneIn(2) ? teller : chair, new CloseVote(assembly.Id, motion.Id));
    }

    private void CountTable(Assembly assembly, Motion motion, VoteMethod way, PersonId teller)
    {
        var vote = State.Assemblies.Find(assembly.Id)!.Find(motion.Id)!.Vote!;
        ImmutableArray<PersonId> tellers = [.. State.Posts.Officers(assembly.Id).Where(officer => officer.Role == SittingRole.Teller).Select(officer => officer.Person).Take(2)];
        var left = Math.Max(0, vote.Present - vote.Recused.Length - vote.Ballots.Count);
        var piles = vote.Tables.GetValueOrDefault(way, []) is [.., var last] && chance.OneIn(2)
            ? last.Piles
            : [.. Enumerable.Range(0, chance.Below(4)).Select(_ => new Pile(Any(vote.Question), chance.Below(left + 1) / 3))];
        history.Ask(teller, new EnterTableCount(assembly.Id, motion.Id, way, piles, tellers));
        if (chance.OneIn(2)) history.Ask(tellers is [_, var second] ? second : teller, new ConfirmTableCount(assembly.Id, motion.Id, way));
    }

    // Before the result: what two counts disagree on is counted again, and what is level is drawn.
    private void Settle(Assembly assembly, Motion motion, PersonId chair)
    {
        var vote = motion.Vote!;
        foreach (var way in vote.Differing.Order().ToArray()) CountTable(assembly, motion, way, Officer(assembly, SittingRole.Teller) ?? chair);
        if (vote.Ways.FirstOrDefault(CountDecider.IsTable, VoteMethod.OwnPhone) is var table && table != VoteMethod.OwnPhone && chance.OneIn(6))
            CountTable(assembly, motion, table, Officer(assembly, SittingRole.Teller) ?? chair);
        if (vote.Question.HasOptions && !vote.Differing.Any() && !vote.Outcome().IsDecided) DrawLot(assembly, motion, chair);
    }

    private void DrawLot(Assembly assembly, Motion motion, PersonId chair)
    {
        history.Ask(chair, new CallLot(assembly.Id, motion.Id));
        var people = State.Assemblies.Find(assembly.Id)!.InRoom.Keys.OrderBy(Number).Take(chance.Between(2, 5)).ToArray();
        static string Secret(PersonId person) => Number(person).ToString("D24", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var person in people) history.Ask(person, new CommitToLot(assembly.Id, motion.Id, Lots.Commitment(person, Secret(person))));
        foreach (var person in people.Where(_ => chance.Percent(92))) history.Ask(person, new RevealForLot(assembly.Id, motion.Id, Secret(person)));
    }

    private Ballot Any(Question question)
    {
        if (chance.OneIn(12)) return new Ballot.Abstain();
        var options = Enumerable.Range(1, Math.Max(1, question.Options.Length)).OrderBy(_ => chance.Below(1000)).ToArray();
        return question.Form switch
        {
            QuestionForm.OneOf => new Ballot.One(chance.OneIn(2) ? 1 : options[0]),
            QuestionForm.Approval => new Ballot.Approve([.. options.Take(chance.Between(1, options.Length)).Order()]),
            QuestionForm.Ranked => new Ballot.Rank([.. options.Take(chance.Between(1, options.Length))]),
            QuestionForm.Consent => chance.OneIn(8) ? new Ballot.Objection(Words("no")) : new Ballot.Consent(),
            _ => chance.Percent(75) ? new Ballot.For() : new Ballot.Against(),
        };
    }
}
