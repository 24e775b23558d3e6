using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Voting;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Elections;

/// <summary>An election taken in secret: counted from what came out of the box like any other.</summary>
public sealed class SecretElectionSpecs
{
    private static readonly Authority Desk = new Authority.RuleDue();

    [Fact]
    public void Who_is_elected_in_secret_gets_the_mandate_in_the_same_stroke()
    {
        var hall = Hall.Election().Stand(5, 6, 7).Open(QuestionForm.Approval, VoteMethod.Secret);
        var plant = hall.Plant;
        plant.Enter(PersonId.Nobody, new AnnounceEnvelopeKey(hall.Id, hall.Motion, "bGxhdmU="), Desk);
        foreach (var person in Enumerable.Range(1, 6)) plant.Enter(Person(person), new DrawEnvelope(hall.Id, hall.Motion, new string('b', 63) + person));
        plant.Now += VoteDecider.TimeToVote;
        plant.Enter(Person(1), new EndDrawing(hall.Id, hall.Motion));
        plant.Now += VoteDecider.TimeToVote;
        plant.Enter(Person(3), new HandInPapers(hall.Id, hall.Motion, [Person(3), Person(4)]));
        plant.Enter(Person(1), new CloseVote(hall.Id, hall.Motion));
        Assert.Equal("vote.ballots-unreadable", plant.Refused(PersonId.Nobody, new EmptyBox(hall.Id, hall.Motion, [new(new Ballot.For(), 1)]), Desk).Code.Name);
        ImmutableArray<Pile> ballots = Pile.Sorted([new(new Ballot.Approve([1, 3]), 5), new Pile(new Ballot.Approve([2]), 2), new Pile(new Ballot.Blank(), 1)]);
        plant.Enter(PersonId.Nobody, new EmptyBox(hall.Id, hall.Motion, ballots), Desk);
        Assert.Equal(ballots, hall.Vote.Piles);
        Assert.Equal([Person(5), Person(7)], hall.Proclaim().OfType<MandateGranted>().Select(granted => granted.Person));
    }

    [Fact]
    public void An_order_of_preference_needs_more_people_to_hide_one()
    {
        var hall = Hall.Election().Stand(5, 6, 7);
        Assert.Equal("vote.too-few-for-secrecy", hall.Plant.Refused(Person(1), hall.Opening(QuestionForm.Ranked, VoteMethod.Secret)).Code.Name);
    }

    [Fact]
    public void Secrecy_goes_with_no_open_way_and_with_no_objection()
    {
        var hall = Hall.Election().Stand(5, 6, 7);
        Assert.Equal("vote.wrong-question", hall.Plant.Refused(Person(1), hall.Opening(QuestionForm.Approval, VoteMethod.Secret, VoteMethod.OwnPhone)).Code.Name);
        Assert.Equal("vote.wrong-question", Hall.Proposals().Hall is var plain ? plain.Plant.Refused(Person(1), plain.Opening(QuestionForm.Consent, VoteMethod.Secret)).Code.Name : "");
    }
}
