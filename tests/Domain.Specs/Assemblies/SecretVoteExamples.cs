using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Voting;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>How an act about a secret vote is refused.</summary>
internal static class SecretVoteExamples
{
    public static readonly AssemblyId One = new(1);
    public static readonly MotionId TheMotion = new(1);
    public static readonly Authority Desk = new Authority.RuleDue();

    public static IEnumerable<Example> All =>
    [
        new(SecretVotesRefusals.TooFew, () => Tabled(4, people: 5).Refused(Person(1), new OpenVote(One, TheMotion, VoteMethod.Secret, 4))),
        new(SecretVotesRefusals.KeyKnown, () => Drawing().Refused(PersonId.Nobody, new AnnounceEnvelopeKey(One, TheMotion, "b3RybQ=="), Desk)),
        new(SecretVotesRefusals.KeyMissing, () => Opened().Refused(Person(5), Draw(5))),
        new(SecretVotesRefusals.DrawingOver, () => Casting(5).Refused(Person(7), Draw(7))),
        new(SecretVotesRefusals.DrawingOver, () => Casting(5).Refused(Person(1), new EndDrawing(One, TheMotion))),
        new(SecretVotesRefusals.DrawingNotEnded, () => Drawing().Refused(Person(3), Papers())),
        new(SecretVotesRefusals.DrawingNotEnded, () => Drawing().Refused(Person(1), new CloseVote(One, TheMotion))),
        new(SecretVotesRefusals.EnvelopeTaken, () => Drawing(5).Refused(Person(5), Draw(5))),
        new(SecretVotesRefusals.EnvelopeUnreadable, () => Drawing().Refused(Person(5), new DrawEnvelope(One, TheMotion, "ABC"))),
        new(SecretVotesRefusals.StillDrawing, () => Drawing(5).Refused(Person(1), new EndDrawing(One, TheMotion))),
        new(SecretVotesRefusals.PapersMissing, () => Casting(6).After(VoteDecider.TimeToVote).Refused(Person(1), new CloseVote(One, TheMotion))),
        new(SecretVotesRefusals.CastingOver, () => Closed().Refused(Person(1), new CloseVote(One, TheMotion))),
        new(SecretVotesRefusals.CastingOver, () => Closed().Refused(Person(3), Papers())),
        new(SecretVotesRefusals.CastingOpen, () => Casting(6).Refused(PersonId.Nobody, new EmptyBox(One, TheMotion, []), Desk)),
        new(SecretVotesRefusals.BallotsUnreadable, () => Closed().Refused(PersonId.Nobody, new EmptyBox(One, TheMotion, [new(new Ballot.For(), 2), new(new Ballot.Against(), 1)]), Desk)),
        new(SecretVotesRefusals.BallotsUnreadable, () => Closed().Refused(PersonId.Nobody, new EmptyBox(One, TheMotion, [new(new Ballot.One(1), 1)]), Desk)),
        new(VotesRefusals.CountImpossible, () => Closed().Refused(PersonId.Nobody, new EmptyBox(One, TheMotion, [new(new Ballot.For(), 9)]), Desk)),
        new(VotesRefusals.WrongMethod, () => Opened(VoteMethod.OwnPhone).Refused(Person(5), Draw(5))),
        new(VotesRefusals.NotOpen, () => Tabled(8).Refused(Person(5), Draw(5))),
        new(VotesRefusals.StillVoting, () => Casting(8).Refused(Person(1), new CloseVote(One, TheMotion))),
        new(VotesRefusals.TwoTellers, () => Casting(6).Refused(Person(3), new HandInPapers(One, TheMotion, [Person(3), Person(3)]))),
    ];

    public static DrawEnvelope Draw(int person) => new(One, TheMotion, new string('a', 62) + $"{person:x2}");

    public static HandInPapers Papers() => new(One, TheMotion, [Person(3), Person(4)]);

    public static Plant After(this Plant plant, Duration time)
    {
        plant.Now += time;
        return plant;
    }

    public static Plant Tabled(int present, int people = 10)
    {
        var plant = Founded(people);
        plant.OpenAssembly(Enumerable.Range(1, present), Matter.General);
        plant.Table(One, 1, null);
        plant.Enter(Person(1), new TakeItem(One, 1));
        return plant;
    }

    public static Plant Opened(VoteMethod method = VoteMethod.Secret)
    {
        var plant = Tabled(8);
        plant.OpenVote(One, 1, TheMotion, method);
        return plant;
    }

    /// <summary>The key is there, and the first so many people have their envelopes.</summary>
    public static Plant Drawing(int drawn = 0)
    {
        var plant = Opened();
        plant.Enter(PersonId.Nobody, new AnnounceEnvelopeKey(One, TheMotion, "bGxhdmU="), Desk);
        foreach (var person in Enumerable.Range(1, drawn)) plant.Enter(Person(person), Draw(person));
        return plant;
    }

    public static Plant Casting(int drawn)
    {
        var plant = Drawing(drawn).After(VoteDecider.TimeToVote);
        plant.Enter(Person(1), new EndDrawing(One, TheMotion));
        return plant;
    }

    public static Plant Closed()
    {
        var plant = Casting(6).After(VoteDecider.TimeToVote);
        plant.Enter(Person(3), Papers());
        plant.Enter(Person(1), new CloseVote(One, TheMotion));
        return plant;
    }
}
