using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Voting;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Elections;

/// <summary>Other questions than yes or no, and one vote taken in several ways.</summary>
public sealed class QuestionSpecs
{
    [Fact]
    public void Of_two_proposals_the_one_with_the_majority_is_adopted_and_the_other_is_lost()
    {
        var (hall, other) = Hall.Proposals();
        hall.Plant.Enter(Person(1), new OpenVote(hall.Id, hall.Motion, VoteMethod.OwnPhone, 8, QuestionForm.OneOf, null, [other]));
        Assert.Equal("motion.settled", hall.Plant.Refused(Person(2), new WithdrawMotion(hall.Id, other)).Code.Name);
        foreach (var person in Enumerable.Range(1, 5)) hall.Cast(person, new Ballot.One(2));
        foreach (var person in Enumerable.Range(6, 3)) hall.Cast(person, new Ballot.One(1));
        var entries = hall.Close().Proclaim();
        Assert.Equal((other, 5, true), (entries.OfType<ChoiceProclaimed>().Single().Chosen!.Value, entries.OfType<ChoiceProclaimed>().Single().Sum!.Count.For, entries.OfType<ChoiceProclaimed>().Single().Sum!.Carried));
        Assert.Equal(other, entries.OfType<ResolutionAdopted>().Single().Motion);
        Assert.Equal((MotionPhase.Lost, MotionPhase.Carried), (hall.Plant.Sitting(hall.Id).Find(hall.Motion)!.Phase, hall.Plant.Sitting(hall.Id).Find(other)!.Phase));
    }

    [Fact]
    public void A_proposal_that_leads_without_the_majority_goes_to_a_vote_of_its_own()
    {
        var (hall, other) = Hall.Proposals();
        hall.Plant.Enter(Person(1), new OpenVote(hall.Id, hall.Motion, VoteMethod.OwnPhone, 8, QuestionForm.OneOf, null, [other]));
        foreach (var person in Enumerable.Range(1, 4)) hall.Cast(person, new Ballot.One(1));
        foreach (var person in Enumerable.Range(5, 2)) hall.Cast(person, new Ballot.One(2));
        foreach (var person in Enumerable.Range(7, 2)) hall.Cast(person, new Ballot.One(3));
        var entries = hall.Close().Proclaim();
        Assert.Equal([typeof(ChoiceProclaimed)], entries.Select(entry => entry.GetType()));
        Assert.Equal((MotionPhase.Tabled, MotionPhase.Lost), (hall.Plant.Sitting(hall.Id).Find(hall.Motion)!.Phase, hall.Plant.Sitting(hall.Id).Find(other)!.Phase));
        Assert.Contains(hall.Plant.VoteAndProclaim(hall.Id, 1, hall.Motion, 5, 3), entry => entry is ResolutionAdopted);
    }

    [Fact]
    public void Consent_carries_when_no_objection_stands()
    {
        var (hall, _) = Hall.Proposals();
        hall.Open(QuestionForm.Consent).Cast(4, new Ballot.Objection(Words("no alcanza la caja"))).Cast(5, new Ballot.Consent()).Cast(6, new Ballot.Abstain());
        hall.Plant.Enter(Person(1), new ResolveObjection(hall.Id, hall.Motion, Person(4), Words("se paga en dos veces")));
        var result = hall.Close().Proclaim().OfType<ResultProclaimed>().Single();
        Assert.Equal((true, 7, 0, 1), (result.Carried, result.Sum.Count.For, result.Sum.Count.Against, result.Sum.Count.Abstain));
    }

    [Fact]
    public void One_objection_that_stands_is_enough_and_may_be_raised_again()
    {
        var (hall, _) = Hall.Proposals();
        hall.Open(QuestionForm.Consent).Cast(4, new Ballot.Objection(Words("no alcanza")));
        hall.Plant.Enter(Person(1), new ResolveObjection(hall.Id, hall.Motion, Person(4), Words("alcanza")));
        hall.Cast(4, new Ballot.Objection(Words("sigue sin alcanzar"))).Close();
        Assert.False(hall.Proclaim().OfType<ResultProclaimed>().Single().Carried);
        var (second, _) = Hall.Proposals();
        second.Open(QuestionForm.Consent).Cast(4, new Ballot.Objection(Words("no alcanza")));
        second.Plant.Enter(Person(4), new WithdrawObjection(second.Id, second.Motion));
        Assert.True(second.Close().Proclaim().OfType<ResultProclaimed>().Single().Carried);
    }

    [Fact]
    public void Phones_hands_and_papers_make_one_count()
    {
        var (hall, _) = Hall.Proposals();
        hall.Open(null, VoteMethod.OwnPhone, VoteMethod.ShowOfHands, VoteMethod.Paper).Cast(1, Choice.For).Cast(2, Choice.Against);
        hall.Plant.Enter(Person(3), hall.Table(VoteMethod.ShowOfHands, (new Ballot.For(), 3)));
        Assert.Equal("vote.table-not-counted", hall.Plant.Refused(Person(1), new CloseVote(hall.Id, hall.Motion)).Code.Name);
        hall.Plant.Enter(Person(3), hall.Table(VoteMethod.Paper, (new Ballot.Against(), 1), (new Ballot.Blank(), 1)));
        hall.Plant.Enter(Person(4), new ConfirmTableCount(hall.Id, hall.Motion, VoteMethod.Paper));
        Assert.Equal([Person(3), Person(4)], hall.Vote.Tables[VoteMethod.Paper].Single().Confirmed.OrderBy(Number));
        hall.Plant.Now += Duration.FromMinutes(3);
        var count = hall.Plant.Enter(Person(1), new CloseVote(hall.Id, hall.Motion)).OfType<VoteCounted>().Single().Count;
        Assert.Equal((4, 2, 0, 1), (count.For, count.Against, count.Abstain, count.Blank));
        Assert.True(hall.Proclaim().OfType<ResultProclaimed>().Single().Carried);
    }

    [Fact]
    public void Papers_counted_early_and_voices_that_come_later_are_never_more_than_the_people()
    {
        var (hall, _) = Hall.Proposals();
        hall.Open(null, VoteMethod.OwnPhone, VoteMethod.Paper).Cast(1, Choice.For).Cast(2, Choice.For);
        hall.Plant.Enter(Person(3), hall.Table(VoteMethod.Paper, (new Ballot.Against(), 2)));
        foreach (var number in Enumerable.Range(3, 6)) hall.Cast(number, Choice.For);
        Assert.Equal("vote.count-impossible", hall.Plant.Refused(Person(1), new CloseVote(hall.Id, hall.Motion)).Code.Name);

        foreach (var _ in "ab") hall.Plant.Enter(Person(3), hall.Table(VoteMethod.Paper));
        Assert.Equal(8, hall.Close().Vote.Count!.For);
    }

    [Fact]
    public void A_recount_stays_beside_the_count_and_two_that_agree_decide()
    {
        var (hall, _) = Hall.Proposals();
        hall.Plant.OpenVote(hall.Id, 1, hall.Motion, VoteMethod.ShowOfHands);
        hall.Plant.Enter(Person(3), new EnterCount(hall.Id, hall.Motion, 5, 3, 0, 0, [Person(3), Person(4)]));
        hall.Plant.Enter(Person(4), hall.Table(VoteMethod.ShowOfHands, (new Ballot.For(), 4), (new Ballot.Against(), 4)));
        Assert.Equal("vote.counts-differ", hall.Plant.Refused(Person(1), new ProclaimResult(hall.Id, hall.Motion)).Code.Name);
        hall.Plant.Enter(Person(4), hall.Table(VoteMethod.ShowOfHands, (new Ballot.Against(), 4), (new Ballot.For(), 4)));
        Assert.Equal([5, 4, 4], hall.Vote.Tables[VoteMethod.ShowOfHands].Select(count => count.Piles.Single(pile => pile.Ballot is Ballot.For).Papers));
        Assert.False(hall.Proclaim().OfType<ResultProclaimed>().Single().Carried);
    }

    [Fact]
    public void Papers_and_phones_rank_in_one_count()
    {
        var hall = Hall.Election().Stand(5, 6, 7).Open(QuestionForm.Ranked, VoteMethod.OwnPhone, VoteMethod.Paper).Rank([1, 2], 1, 2);
        hall.Plant.Enter(Person(3), hall.Table(VoteMethod.Paper, (new Ballot.Rank([1, 2]), 3), (new Ballot.Rank([3]), 2), (new Ballot.Blank(), 1)));
        hall.Close();
        Assert.Equal([1, 3], hall.Vote.Outcome().Elected);
        Assert.Equal(new Tally(7, 0, 0, 1), hall.Vote.Outcome().Tally);
    }
}
