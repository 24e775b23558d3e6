using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using FsCheck;
using FsCheck.Fluent;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>Members represented by others count apart and vote once; those from afar are no heads in the room.</summary>
public sealed class PresenceSpecs
{
    private static readonly AssemblyId One = new(1);

    [Fact]
    public void Who_is_represented_counts_for_the_quorum_of_the_call()
    {
        var plant = Founded(preset: House.Preset((Rules.MostProxies, new RuleValue.Whole(1))));
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        plant.Enter(Person(6), new GiveProxy(id, Person(6), Person(5)));
        plant.Now = plant.Sitting(id).Calls[0].At;
        foreach (var number in Enumerable.Range(1, 5)) plant.Enter(Person(number), new CheckIn(id, Person(number)));

        var entries = plant.Enter(Person(1), new DeclareCall(id, 1));

        Assert.Equal(6, entries.OfType<AssemblyOpened>().Single().Present);
        Assert.Equal([Person(6)], entries.OfType<ProxiesCounted>().Single().Represented);
    }

    [Fact]
    public void A_proxy_votes_and_the_heads_in_the_room_are_counted_without_it()
    {
        var plant = PresenceExamples.Given(9, 4);
        var motion = plant.Table(One, 1, null);
        plant.Enter(Person(1), new TakeItem(One, 1));
        var opened = plant.Enter(Person(1), new OpenVote(One, motion, VoteMethod.OwnPhone, 8));
        Assert.Equal(9, opened.OfType<VoteOpened>().Single().Present);
        Assert.Equal([Person(9)], opened.OfType<ProxiesCounted>().Single().Represented);

        plant.Enter(Person(4), new CastBallot(One, motion, Choice.Against));
        plant.Enter(Person(4), new CastProxyBallot(One, motion, Person(9), Choice.For));

        Assert.Equal(VotesRefusals.AlreadyVoted, plant.Refused(Person(4), new CastProxyBallot(One, motion, Person(9), Choice.For)).Code);
        plant.Now += VoteDecider.TimeToVote;
        Assert.Equal((1, 1), plant.Enter(Person(1), new CloseVote(One, motion)).OfType<VoteCounted>().Select(counted => (counted.Count.For, counted.Count.Against)).Single());
    }

    [Fact]
    public void Who_comes_takes_the_proxy_back_and_does_not_vote_twice()
    {
        var plant = PresenceExamples.Given(9, 4);
        var motion = plant.Table(One, 1, null);
        plant.OpenVote(One, 1, motion, VoteMethod.OwnPhone);
        plant.Enter(Person(4), new CastProxyBallot(One, motion, Person(9), Choice.For));

        Assert.Contains(new ProxyRevoked(One, Person(9), ProxyEnd.CameIn), plant.Enter(Person(9), new CheckIn(One, Person(9))));

        Assert.Equal(VotesRefusals.AlreadyVoted, plant.Refused(Person(9), new CastBallot(One, motion, Choice.Against)).Code);
        Assert.Equal(PresenceRefusals.NoProxy, plant.Refused(Person(4), new CastProxyBallot(One, motion, Person(9), Choice.For)).Code);
    }

    [Fact]
    public void When_the_holder_is_out_nobody_is_represented()
    {
        var plant = PresenceExamples.Given(9, 4);
        Assert.Equal(9, plant.Sitting(One).Present);
        plant.Enter(Person(4), new CheckOut(One, Person(4)));
        Assert.Equal(7, plant.Sitting(One).Present);
        plant.Enter(Person(4), new CheckIn(One, Person(4)));
        Assert.Equal(9, plant.Sitting(One).Present);
    }

    [Fact]
    public void A_proxy_on_paper_counts_with_the_second_signature()
    {
        var plant = PresenceExamples.Open();
        plant.Enter(Person(2), new EnterPaperProxy(One, Person(9), Person(4)));
        Assert.Equal(8, plant.Sitting(One).Present);
        plant.Enter(Person(1), new ConfirmPaperProxy(One, Person(9)));
        Assert.Equal(9, plant.Sitting(One).Present);
    }

    [Fact]
    public void Whoever_is_recused_does_not_vote_for_another()
    {
        var plant = Founded(preset: House.Preset((Rules.MostProxies, new RuleValue.Whole(1))));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.SuspendMember);
        plant.Enter(Person(9), new GiveProxy(id, Person(9), Person(7)));
        var motion = plant.Table(id, 1, new Domain.Members.Suspend(Person(7), FirstDay.PlusDays(9)));
        plant.Enter(Person(1), new TakeItem(id, 1));

        var opened = plant.Enter(Person(1), new OpenVote(id, motion, VoteMethod.OwnPhone, 8));

        Assert.Equal(8, opened.OfType<VoteOpened>().Single().Present);
        Assert.Equal(AssembliesRefusals.NotPresentAndEntitled.Name, Code(plant, id, motion));
    }

    private static string Code(Plant plant, AssemblyId id, MotionId motion)
    {
        plant.Enter(Person(7), new CheckOut(id, Person(7)));
        return plant.Refused(Person(7), new CastProxyBallot(id, motion, Person(9), Choice.For)).Code.Name;
    }

    [Fact]
    public void Who_takes_part_from_afar_is_present_and_no_head_in_the_room()
    {
        var plant = PresenceExamples.Open((Rules.Remote, new RuleValue.Switch(true)));
        plant.Enter(Person(9), new JoinRemotely(One, Person(9)));
        Assert.Equal((8, 9), (plant.Sitting(One).Heads, plant.Sitting(One).Present));
        var motion = plant.Table(One, 1, null);
        plant.Enter(Person(1), new TakeItem(One, 1));
        plant.Enter(Person(1), new OpenVote(One, motion, VoteMethod.OwnPhone, 8));
        plant.Enter(Person(9), new CastBallot(One, motion, Choice.For));
    }

    [Fact]
    public void A_recess_to_another_day_empties_the_list_where_the_rules_say_so()
    {
        var plant = PresenceExamples.Open((Rules.EachSittingItsList, new RuleValue.Switch(true)));
        plant.Enter(Person(1), new Recess(One, plant.Local.PlusDays(2), Words("Nave 1")));
        Assert.Equal(0, plant.Sitting(One).Present);
        Assert.All(plant.Sitting(One).Stays, stay => Assert.NotNull(stay.Out));
    }

    [Fact]
    public void A_recess_of_an_hour_empties_nothing()
    {
        var plant = PresenceExamples.Open((Rules.EachSittingItsList, new RuleValue.Switch(true)));
        plant.Enter(Person(1), new Recess(One, plant.Local.PlusHours(1), Words("Nave 1")));
        Assert.Equal(8, plant.Sitting(One).Present);
    }

    [Fact]
    public void One_person_has_one_voice_whoever_gives_it_and_nobody_holds_more_than_the_cap() => Prop
        .ForAll(Arb.From(from cap in Gen.Choose(1, 2) from moves in Gen.ArrayOf(Gen.Choose(0, 9999), 60) select (cap, moves)), life => Assert.True(Holds(life.cap, life.moves)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260511, 7));

    // Gives, revokes, comes, goes and votes at random; a plain list of who had a voice, and through whom, is the judge.
    private static bool Holds(int cap, int[] moves)
    {
        var plant = Founded(preset: House.Preset((Rules.MostProxies, new RuleValue.Whole(cap))));
        plant.OpenAssembly(Enumerable.Range(1, 7), Matter.General);
        var motion = plant.Table(One, 1, null);
        var (half, given) = (moves.Length / 3, new Dictionary<int, int>());
        var here = Enumerable.Range(1, 7).ToHashSet();
        foreach (var move in moves.Take(half)) Move(plant, move, given, here, cap);
        plant.OpenVote(One, 1, motion, VoteMethod.OwnPhone);
        var voices = here.Concat(given.Where(pair => here.Contains(pair.Value) && !here.Contains(pair.Key)).Select(pair => pair.Key)).ToHashSet();
        // With fewer than half plus one of ten nothing is voted, represented or not.
        if (plant.Sitting(One).Find(motion)!.Vote is not { } vote) return voices.Count < 6;
        if (vote.Present != voices.Count || !vote.Voters.Select(Number).ToHashSet().SetEquals(voices)) return false;
        var heard = new Dictionary<int, int>();
        foreach (var move in moves.Skip(half))
        {
            if (move % 2 == 0) { Move(plant, move / 2, given, here, cap); continue; }
            var (actor, person) = ((move / 2 % 10) + 1, (move / 20 % 10) + 1);
            var own = actor == person;
            var may = voices.Contains(person) && !heard.ContainsKey(person)
                && (own ? here.Contains(person) : !here.Contains(person) && given.GetValueOrDefault(person) == actor && here.Contains(actor));
            var decision = plant.Ask(Person(actor), own ? new CastBallot(One, motion, Choice.For) : new CastProxyBallot(One, motion, Person(person), Choice.For));
            if (may != decision is Decision.Entered) return false;
            if (may) heard[person] = actor;
        }
        return plant.Sitting(One).Find(motion)!.Vote!.Ballots.Count == heard.Count && heard.Count <= vote.Present;
    }

    private static void Move(Plant plant, int move, Dictionary<int, int> given, HashSet<int> here, int cap)
    {
        var (person, holder) = ((move % 10) + 1, (move / 10 % 10) + 1);
        // The table stays, so that the sitting goes on.
        if (move % 3 == 0 && person > 5)
        {
            if (here.Remove(person)) plant.Enter(Person(person), new CheckOut(One, Person(person)));
            else
            {
                plant.Enter(Person(person), new CheckIn(One, Person(person)));
                here.Add(person);
                given.Remove(person);
            }
            return;
        }
        if (move % 7 == 0)
        {
            Assert.Equal(given.Remove(person), plant.Ask(Person(person), new RevokeProxy(One, Person(person))) is Decision.Entered);
            return;
        }
        var may = person != holder && !here.Contains(person) && !given.ContainsKey(person) && !given.ContainsKey(holder) && !given.ContainsValue(person) && given.Values.Count(other => other == holder) < cap;
        Assert.Equal(may, plant.Ask(Person(person), new GiveProxy(One, Person(person), Person(holder))) is Decision.Entered);
        if (may) given[person] = holder;
    }
}
