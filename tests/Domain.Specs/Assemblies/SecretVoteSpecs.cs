using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;
using static Autogestion.Domain.Specs.Assemblies.SecretVoteExamples;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>What a book says of a secret vote, and what it never says.</summary>
public sealed class SecretVoteSpecs
{
    [Fact]
    public void Envelopes_then_ballots_then_a_count_that_anybody_can_add_up()
    {
        var plant = Closed();
        var entries = plant.Enter(PersonId.Nobody, new EmptyBox(One, TheMotion, [new(new Ballot.Against(), 2), new(new Ballot.Blank(), 1), new(new Ballot.For(), 5)]), Desk);
        Assert.Equal(new Count(8, 10, 0, 5, 2, 0, 1), entries.OfType<VoteCounted>().Single().Count);
        Assert.Equal(8, entries.OfType<BoxEmptied>().Single().Ballots.Sum(pile => pile.Papers));
        Assert.Equal("vote.second-person-needed", SecondPerson(plant).Code.Name);
        Assert.True(plant.Enter(Person(1), new ProclaimResult(One, TheMotion)).OfType<ResultProclaimed>().Single().Carried);
    }

    [Fact]
    public void Nothing_that_is_entered_between_drawing_and_count_names_who_voted()
    {
        var plant = Closed();
        plant.Enter(PersonId.Nobody, new EmptyBox(One, TheMotion, [new(new Ballot.For(), 6)]), Desk);
        var casting = plant.Book.SkipWhile(recorded => recorded.Entry is not DrawingEnded).Skip(1).TakeWhile(recorded => recorded.Entry is not VoteCounted).ToList();
        Assert.Equal([typeof(PapersHandedIn), typeof(CastingClosed), typeof(BoxEmptied)], casting.Select(recorded => recorded.Entry.GetType()));
        Assert.Empty(plant.Sitting(One).Find(TheMotion)!.Vote!.Ballots);
    }

    [Fact]
    public void Too_few_envelopes_hide_nobody_so_all_vote_on_paper()
    {
        var plant = Drawing(4).After(VoteDecider.TimeToVote);
        Assert.True(plant.Enter(Person(1), new EndDrawing(One, TheMotion)).OfType<DrawingEnded>().Single().PaperOnly);
        Assert.False(plant.Sitting(One).Find(TheMotion)!.Vote!.Secret!.IsCasting);
        Assert.Equal("vote.papers-missing", plant.Refused(Person(1), new CloseVote(One, TheMotion)).Code.Name);
        plant.Enter(Person(3), Papers());
        plant.Enter(Person(1), new CloseVote(One, TheMotion));
    }

    [Fact]
    public void When_all_have_an_envelope_nobody_waits_for_papers()
    {
        var plant = Drawing(8);
        plant.Enter(Person(1), new EndDrawing(One, TheMotion));
        Assert.Equal("vote.still-voting", plant.Refused(Person(1), new CloseVote(One, TheMotion)).Code.Name);
        plant.Now += VoteDecider.TimeToVote;
        plant.Enter(Person(1), new CloseVote(One, TheMotion));
    }

    [Fact]
    public void A_matter_that_demands_secrecy_takes_either_way_and_no_open_one()
    {
        var plant = Founded(preset: House.Preset((Rules.Secret(Matter.General), new RuleValue.Switch(true))));
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        plant.Table(One, 1, null);
        plant.Enter(Person(1), new TakeItem(One, 1));
        Assert.Equal("vote.secrecy-demanded", plant.Refused(Person(1), new OpenVote(One, TheMotion, VoteMethod.OwnPhone, 8)).Code.Name);
        plant.Enter(Person(1), new OpenVote(One, TheMotion, VoteMethod.Secret, 8));
        Assert.Equal("vote.wrong-method", plant.Refused(Person(5), new CastBallot(One, TheMotion, Choice.For)).Code.Name);
        Assert.Equal("vote.wrong-method", plant.Refused(Person(3), new EnterBallot(One, TheMotion, Person(5), Choice.For)).Code.Name);
        Assert.Equal("motion.settled", plant.Refused(Person(1), new OpenVote(One, TheMotion, VoteMethod.Paper, 8)).Code.Name);
    }

    [Fact]
    public void Only_the_desk_announces_keys_and_empties_boxes()
    {
        var plant = Closed();
        foreach (var act in new Act[] { new AnnounceEnvelopeKey(One, TheMotion, "x"), new EmptyBox(One, TheMotion, []), new DeclareBoxLost(One, TheMotion) })
        {
            Assert.Equal("authority.not-accepted", plant.Refused(Person(1), act).Code.Name);
            Assert.Equal("authority.only-the-desk", plant.Refused(Person(1), act, Desk).Code.Name);
        }
    }

    [Fact]
    public void A_lost_box_was_never_counted_and_the_motion_is_voted_anew()
    {
        var plant = Casting(6);
        plant.Enter(PersonId.Nobody, new DeclareBoxLost(One, TheMotion), Desk);
        plant.OpenVote(One, 1, TheMotion, VoteMethod.Paper);
    }

    private static Refusal SecondPerson(Plant plant)
    {
        plant.Enter(Person(1), new NameSittingOfficer(One, SittingRole.Chair, Person(3)));
        var refused = plant.Refused(Person(3), new ProclaimResult(One, TheMotion));
        plant.Enter(Person(1), new NameSittingOfficer(One, SittingRole.Chair, Person(1)));
        return refused;
    }
}
