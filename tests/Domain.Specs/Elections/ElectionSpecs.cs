using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Elections;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Voting;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Elections;

/// <summary>Elections from the candidacy to the mandate.</summary>
public sealed class ElectionSpecs
{
    [Fact]
    public void Several_seats_are_filled_by_one_ranked_vote_and_become_mandates_in_the_same_stroke()
    {
        var hall = Hall.Election().Stand(5, 6, 7).Open();
        hall.Rank([1, 2, 3, 4, 5], 1, 2).Rank([6, 7, 8], 3).Close();
        var entries = hall.Proclaim();
        Assert.Equal(new[] { Person(5), Person(7) }, entries.OfType<ElectionProclaimed>().Single().Elected);
        Assert.Equal([Person(5), Person(7)], entries.OfType<MandateGranted>().Select(granted => granted.Person));
        Assert.Equal(Matter.ElectPost, entries.OfType<ResolutionAdopted>().Single().Matter);
        Assert.All(entries.OfType<MandateGranted>(), granted => Assert.Equal(entries.OfType<ResolutionAdopted>().Single().Resolution, granted.Resolution));
        Assert.Equal(2, hall.Plant.State.Posts.Live(hall.Plant.Now).Count(mandate => mandate.Post == hall.Post));
    }

    [Fact]
    public void Whoever_is_proposed_is_on_the_ballot_only_after_saying_yes()
    {
        var hall = Hall.Election();
        hall.Plant.Enter(Person(2), new ProposeCandidate(hall.Id, hall.Motion, Person(6)));
        hall.Plant.Enter(Person(2), new ProposeCandidate(hall.Id, hall.Motion, Person(7)));
        hall.Stand(7, 8);
        hall.Plant.Enter(Person(8), new WithdrawCandidacy(hall.Id, hall.Motion, Person(8)));
        Assert.Equal([new Option.Candidate(Person(7))], hall.Open().Vote.Question.Options);
    }

    [Fact]
    public void Candidates_can_stand_before_the_sitting()
    {
        var plant = Founded();
        var post = plant.Resolve(new CreatePost(new(Words("Vocalías"), BodyId.Assembly, [], 1, 12))).OfType<PostCreated>().Single().Post;
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.ElectPost);
        var motion = plant.Table(id, 1, new FillPost(post));
        plant.Enter(Person(9), new StandForPost(id, motion, Person(9)));
        Assert.True(plant.Sitting(id).Find(motion)!.Candidates.Single().Stands);
    }

    [Fact]
    public void Rotation_is_checked_at_candidacy()
    {
        var hall = Hall.Election(mostConsecutive: 1).Stand(5).Open();
        var mandate = hall.Rank(Enumerable.Range(1, 8), 1).Close().Proclaim().OfType<MandateGranted>().Single().Mandate;
        var plant = hall.Plant;
        plant.Enter(Person(1), new CloseAssembly(hall.Id));
        plant.Enter(Person(5), new ResignMandate(mandate, Person(5)));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.ElectPost);
        var motion = plant.Table(id, 1, new FillPost(hall.Post));
        Assert.Equal("post.must-rotate", plant.Refused(Person(5), new StandForPost(id, motion, Person(5))).Code.Name);
        Assert.Equal("post.must-rotate", plant.Refused(Person(2), new ProposeCandidate(id, motion, Person(5))).Code.Name);
        plant.Enter(Person(6), new StandForPost(id, motion, Person(6)));
    }

    [Fact]
    public void A_quota_seats_somebody_who_claims_it_and_substitutes_are_named()
    {
        var hall = Hall.Election(2, new(QuestionForm.Approval, new(Words("compañeras"), Fraction.Half), 1)).Stand(5, 6);
        hall.Plant.Enter(Person(7), new StandForPost(hall.Id, hall.Motion, Person(7), true));
        hall.Open();
        foreach (var person in Enumerable.Range(1, 7)) hall.Cast(person, new Ballot.Approve([1, 2]));
        hall.Cast(8, new Ballot.Approve([1, 3])).Close();
        var result = hall.Proclaim().OfType<ElectionProclaimed>().Single();
        Assert.Equal([Person(5), Person(7)], result.Elected);
        Assert.Equal([Person(6)], result.Substitutes);
    }

    [Fact]
    public void Seats_that_nobody_is_elected_to_are_said()
    {
        var hall = Hall.Election(3).Stand(5).Open(QuestionForm.Approval);
        hall.Cast(1, new Ballot.Approve([1])).Close();
        Assert.Equal((1, 2), (hall.Proclaim().OfType<ElectionProclaimed>().Single() is var result ? result.Elected.Length : 0, hall.Plant.Sitting(hall.Id).Find(hall.Motion)!.Election!.Empty));
        var nobody = Hall.Election().Stand(5).Open(QuestionForm.Approval).Close().Proclaim();
        Assert.Equal([typeof(ElectionProclaimed)], nobody.Select(entry => entry.GetType()));
    }

    [Fact]
    public void A_tie_for_the_last_seat_waits_for_a_lot_that_anybody_can_draw_again()
    {
        var hall = Hall.Election(1).Stand(5, 6).Open(QuestionForm.OneOf);
        foreach (var person in new[] { 1, 2, 3, 4 }) hall.Cast(person, new Ballot.One(1));
        foreach (var person in new[] { 5, 6, 7, 8 }) hall.Cast(person, new Ballot.One(2));
        hall.Close();
        Assert.Equal("vote.lot-needed", hall.Plant.Refused(Person(1), new ProclaimResult(hall.Id, hall.Motion)).Code.Name);
        var drawn = hall.Draw(2, 3, 4).OfType<LotDrawn>().Single();
        Assert.Equal(Lots.Seed([(Person(2), Hall.Number(2)), (Person(3), Hall.Number(3)), (Person(4), Hall.Number(4))]), drawn.Seed);
        Assert.Equal(Person(drawn.Order[0] + 4), hall.Proclaim().OfType<ElectionProclaimed>().Single().Elected.Single());
    }

    [Fact]
    public void Whoever_does_not_reveal_is_named_and_the_lot_begins_again()
    {
        var hall = Hall.Election(1, new(QuestionForm.Lot)).Stand(5, 6, 7).Open();
        hall.Plant.Enter(Person(1), new CloseVote(hall.Id, hall.Motion));
        hall.Plant.Enter(Person(1), new CallLot(hall.Id, hall.Motion));
        foreach (var person in new[] { 2, 3, 4 }) hall.Plant.Enter(Person(person), new CommitToLot(hall.Id, hall.Motion, Lots.Commitment(Person(person), Hall.Number(person))));
        hall.Plant.Enter(Person(2), new RevealForLot(hall.Id, hall.Motion, Hall.Number(2)));
        hall.Plant.Enter(Person(3), new RevealForLot(hall.Id, hall.Motion, Hall.Number(3)));
        hall.Plant.Now += Duration.FromMinutes(3);
        Assert.Equal([Person(4)], hall.Plant.Enter(Person(1), new CallLot(hall.Id, hall.Motion)).OfType<LotCalled>().Single().Silent);
        Assert.Equal("lot.cannot-commit", hall.Plant.Refused(Person(4), new CommitToLot(hall.Id, hall.Motion, Lots.Commitment(Person(4), Hall.Number(4)))).Code.Name);
        foreach (var person in new[] { 2, 3, 8 }) hall.Plant.Enter(Person(person), new CommitToLot(hall.Id, hall.Motion, Lots.Commitment(Person(person), Hall.Number(person))));
        foreach (var person in new[] { 2, 3, 8 }) hall.Plant.Enter(Person(person), new RevealForLot(hall.Id, hall.Motion, Hall.Number(person)));
        Assert.Single(hall.Proclaim().OfType<MandateGranted>());
    }

    [Fact]
    public void Setting_the_election_aside_ends_its_mandates_and_recuses_the_elected()
    {
        var hall = Hall.Election().Stand(5, 6).Open().Rank([1, 2, 3, 4], 1).Rank([5, 6, 7, 8], 2).Close();
        var resolution = hall.Proclaim().OfType<ResolutionAdopted>().Single().Resolution;
        hall.Plant.Enter(Person(1), new CloseAssembly(hall.Id));
        var id = hall.Plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallMandate);
        var motion = hall.Plant.Table(id, 1, new SetAside(resolution));
        hall.Plant.OpenVote(id, 1, motion, VoteMethod.ShowOfHands);
        Assert.Equal([Person(5), Person(6)], hall.Plant.Sitting(id).Find(motion)!.Vote!.Recused.Order(Comparer<PersonId>.Create((one, other) => one.Value.CompareTo(other.Value))));
        hall.Plant.Enter(Person(3), new EnterCount(id, motion, 6, 0, 0, 0, [Person(3), Person(4)]));
        Assert.Equal(2, hall.Plant.Enter(Person(1), new ProclaimResult(id, motion)).OfType<MandateEnded>().Count(ended => ended.Reason == MandateEnd.SetAside));
    }
}
