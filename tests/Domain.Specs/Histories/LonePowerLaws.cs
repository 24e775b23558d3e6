using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using FsCheck;
using FsCheck.Fluent;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>
/// One person alone, with every power to convene, chair, keep the list, count and write, and all the time in the world,
/// resolves nothing for the others. Left out is what one signature still does by itself: to keep the roster, and to record
/// law, registrations and annulments.
/// </summary>
public sealed class LonePowerLaws
{
    [Fact]
    public void One_person_alone_carries_nothing() => Prop
        .ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var history = Alone(seed, 150);
            Assert.Equal(0, Carried(history));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("AUTOGESTION_FULL") == "1" ? 4000 : 150).WithReplay(20260321, 7));

    [Fact]
    public void A_second_person_makes_it_possible()
    {
        var carried = Enumerable.Range(1, 150).Count(seed => Carried(Alone(seed, 300, accomplice: true)) > 0);
        Assert.True(carried > 3, $"Two together carried something in {carried} of 150 lives only: the walk proves nothing.");
    }

    // Where the rules let one person be a quorum, one person is; what counts is what takes more.
    private static int Carried(History history)
    {
        var entries = history.Book.Select(recorded => recorded.Entry).ToArray();
        var opened = entries.OfType<AssemblyOpened>().Where(opened => opened.Needed > 1).Select(opened => opened.Assembly).ToHashSet();
        return entries.OfType<ResolutionAdopted>().Count(adopted => opened.Contains(adopted.Assembly));
    }

    private static History Alone(int seed, int steps, bool accomplice = false)
    {
        var chance = new Chance(seed);
        var history = new History(Instant.FromUtc(2024, 3, 4, 12, 0));
        var deed = Plant.Deed(chance.Between(4, 9), WalkRules.Draw(chance));
        Assert.True(history.Ask(Person(1), deed));
        for (var step = 0; step < steps; step++) Act(chance, history, accomplice && chance.OneIn(3) ? Person(4) : Person(1));
        return history;
    }

    private static void Act(Chance chance, History history, PersonId actor)
    {
        var local = history.Now.InZone(Zone).LocalDateTime;
        var assembly = chance.Any(history.State.Assemblies.Current.Values);
        if (assembly is null)
        {
            history.Ask(actor, new IssueNotice(BodyId.Assembly, AssemblyKind.Weekly, local.PlusDays(chance.Between(1, 3)), Words("Nave 1"), [new(Words("Varios"), Matter.General, true)]));
            history.Ask(actor, new PetitionAssembly(AssemblyKind.Weekly, [new(Words("Varios"), Matter.General, true)]));
            return;
        }
        var id = assembly.Id;
        if (chance.OneIn(4)) history.Ask(actor, new NameSittingOfficer(id, chance.Of(Enum.GetValues<SittingRole>()), chance.Percent(60) ? actor : Person(chance.Between(1, 9))));
        else if (chance.OneIn(9)) history.Now += VoteDecider.TimeToVote;
        else if (assembly.Phase == AssemblyPhase.Noticed) Fill(chance, history, assembly, actor);
        else Carry(chance, history, assembly, actor);
    }

    // Writes in whoever may or may not be there, and makes the call.
    private static void Fill(Chance chance, History history, Assembly assembly, PersonId actor)
    {
        history.Now = Instant.Max(history.Now, chance.Of(assembly.Calls).At);
        var list = Role(history, assembly.Id, actor, SittingRole.Secretary);
        foreach (var number in Enumerable.Range(1, 9))
            if (!assembly.InRoom.ContainsKey(Person(number)) && chance.OneIn(2)) history.Ask(actor, new CheckIn(assembly.Id, Person(number)), Person(number) == actor ? null : list);
        history.Ask(actor, new DeclareCall(assembly.Id, chance.Between(1, 2)));
    }

    private static void Carry(Chance chance, History history, Assembly assembly, PersonId actor)
    {
        var id = assembly.Id;
        switch (assembly.InVote)
        {
            case null when assembly.Motions.Values.LastOrDefault(motion => motion.Phase == MotionPhase.Tabled) is { } waiting:
                history.Ask(actor, new SecondMotion(id, waiting.Id));
                history.Ask(actor, new TakeItem(id, 1));
                history.Ask(actor, new OpenVote(id, waiting.Id, chance.Of(Enum.GetValues<VoteMethod>()), assembly.Present));
                break;
            case null: history.Ask(actor, new TableMotion(id, 1, Words("todo para mí"))); break;
            case { Phase: MotionPhase.Counted } counted: history.Ask(actor, new ProclaimResult(id, counted.Id, chance.OneIn(3) ? Choice.For : null)); break;
            case { } voting:
                history.Ask(actor, new CastBallot(id, voting.Id, Choice.For));
                foreach (var number in Enumerable.Range(1, 9))
                    if (chance.OneIn(2)) history.Ask(actor, new EnterBallot(id, voting.Id, Person(number), Choice.For));
                history.Ask(actor, new EnterCount(id, voting.Id, voting.Vote!.Present, 0, 0, 0, [.. Tellers(history, id)]));
                if (chance.OneIn(2)) history.Ask(actor, new CloseVote(id, voting.Id));
                break;
        }
    }

    private static Authority? Role(History history, AssemblyId id, PersonId actor, SittingRole role) =>
        history.State.Posts.Officers(id).FirstOrDefault(officer => officer.Person == actor && officer.Role == role) is { } mandate ? new Authority.Mandate(mandate.Id) : null;

    private static IEnumerable<PersonId> Tellers(History history, AssemblyId id) =>
        history.State.Posts.Officers(id).Where(officer => officer.Role == SittingRole.Teller).Select(officer => officer.Person).Distinct().Take(2);
}
