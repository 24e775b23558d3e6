using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using FsCheck;
using FsCheck.Fluent;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>Speakers follow one another as the rules say; the chair keeps order, and the assembly has the last word.</summary>
public sealed class FloorSpecs
{
    private static readonly AssemblyId One = new(1);

    [Fact]
    public void Who_has_not_spoken_on_the_item_comes_first()
    {
        var plant = Talking("FirstTimeFirst");
        Ask(plant, 4, 5);
        plant.Enter(Person(1), new GiveFloor(One));
        Ask(plant, 6);
        Assert.Equal([5, 6], Next(plant));
        plant.Enter(Person(1), new GiveFloor(One));
        Ask(plant, 4);
        Assert.Equal([6, 4], Next(plant));
    }

    [Fact]
    public void Two_lists_alternate_as_long_as_somebody_waits_on_each()
    {
        var plant = Talking("AsAsked", alternates: true);
        foreach (var (person, list) in new[] { (4, FloorList.Common), (5, FloorList.Common), (6, FloorList.Common), (7, FloorList.Second), (8, FloorList.Second) })
            plant.Enter(Person(person), new AskFloor(One, Person(person), list));
        Assert.Equal([4, 7, 5, 8, 6], Next(plant));
    }

    [Fact]
    public void Giving_the_floor_out_of_turn_is_written_as_such()
    {
        var plant = Talking("AsAsked");
        Ask(plant, 4, 5);
        Assert.True(plant.Enter(Person(1), new GiveFloor(One, Person(5))).OfType<FloorGiven>().Single().OutOfTurn);
        Assert.False(plant.Enter(Person(1), new GiveFloor(One)).OfType<FloorGiven>().Single().OutOfTurn);
    }

    [Fact]
    public void A_guest_speaks_without_a_name()
    {
        var plant = Talking("AsAsked");
        plant.Enter(Person(2), new NoteGuests(One, 2));
        Assert.Equal(PersonId.Nobody, plant.Enter(Person(1), new GiveFloor(One, PersonId.Nobody)).OfType<FloorGiven>().Single().Person);
    }

    [Fact]
    public void A_turn_ends_with_the_next_with_the_vote_and_with_going_out()
    {
        var plant = Talking("AsAsked");
        Ask(plant, 4, 5, 6);
        plant.Enter(Person(1), new GiveFloor(One));
        plant.Now += Duration.FromMinutes(2);
        plant.Enter(Person(1), new GiveFloor(One));
        Assert.Equal(Duration.FromMinutes(2), plant.Sitting(One).Floor.Turns[0].To - plant.Sitting(One).Floor.Turns[0].From);
        plant.Enter(Person(5), new CheckOut(One, Person(5)));
        Assert.Null(plant.Sitting(One).Floor.Speaking);
        plant.Enter(Person(1), new GiveFloor(One));
        plant.OpenVote(One, 1, plant.Table(One, 1, null), VoteMethod.ShowOfHands);
        Assert.Null(plant.Sitting(One).Floor.Speaking);
    }

    [Fact]
    public void Another_item_has_a_list_of_its_own()
    {
        var plant = Talking("AsAsked");
        Ask(plant, 4);
        plant.Enter(Person(1), new CloseSpeakersList(One));
        plant.Enter(Person(1), new TakeItem(One, 2));
        Assert.Empty(plant.Sitting(One).Floor.Waiting);
        Ask(plant, 4);
    }

    [Fact]
    public void The_time_of_a_turn_is_that_of_the_norm_until_the_chair_sets_another()
    {
        var plant = Talking("AsAsked");
        Duration? Time() => FloorDecider.TimeOf(plant.Sitting(One).Floor, plant.State.Statutes);
        Assert.Equal(Duration.FromMinutes(3), Time());
        plant.Enter(Person(1), new SetSpeakingTime(One, 2));
        Assert.Equal(Duration.FromMinutes(2), Time());
        plant.Enter(Person(1), new SetSpeakingTime(One, 0));
        Assert.Null(Time());
    }

    [Theory]
    [InlineData(4, 3, false)]
    [InlineData(3, 3, false)]
    [InlineData(3, 4, true)]
    public void An_appeal_overturns_the_chair_with_more_hands_against_than_with(int with, int against, bool overturned)
    {
        var plant = FloorExamples.Appealed();
        var decided = plant.Enter(Person(3), new DecideAppeal(One, 1, with, against, [Person(3), Person(4)])).OfType<AppealDecided>().Single();
        Assert.Equal(overturned, decided.Overturned);
        Assert.False(plant.Sitting(One).Floor.Point(1)!.WaitsForAppeal);
    }

    [Fact]
    public void A_naive_model_gives_the_floor_in_the_same_order() => Prop
        .ForAll(Arb.From(from rule in Gen.Choose(0, 5) from moves in Gen.ArrayOf(Gen.Choose(0, 9999), 50) select (rule, moves)), life => Assert.True(SameOrder(life.rule, life.moves)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(80).WithReplay(20260512, 7));

    // The judge keeps two plain queues and a tally, and looks for the next speaker by walking through them.
    private static bool SameOrder(int rule, int[] moves)
    {
        var (order, alternates) = (new[] { "AsAsked", "FirstTimeFirst", "FewestTurns" }[rule % 3], rule >= 3);
        var plant = Talking(order, alternates);
        var queue = new List<(int Person, FloorList List)>();
        List<(int Person, int Item, FloorList List)> spoken = [];
        var (item, speaking, last) = (1, 0, (FloorList?)null);
        foreach (var move in moves)
        {
            var person = move / 4 % 7 + 2;
            switch (move % 4)
            {
                case 0 or 1:
                    var list = alternates && move / 40 % 2 == 1 ? FloorList.Second : FloorList.Common;
                    var may = speaking != person && queue.All(one => one.Person != person);
                    if (may != plant.Ask(Person(person), new AskFloor(One, Person(person), list)) is Decision.Entered) return false;
                    if (may) queue.Add((person, list));
                    break;
                case 2 when move % 11 == 0:
                    item = item == 1 ? 2 : 1;
                    plant.Enter(Person(1), new TakeItem(One, item));
                    (queue, speaking) = ([], 0);
                    last = spoken.Exists(turn => turn.Item == item) ? spoken.FindLast(turn => turn.Item == item).List : null;
                    break;
                default:
                    if (queue.Count == 0) break;
                    var pool = alternates && last is { } side && queue.Any(one => one.List != side) ? queue.Where(one => one.List != side) : queue;
                    var best = pool.First();
                    foreach (var one in pool)
                        if (Weight(one.Person) < Weight(best.Person)) best = one;
                    if (plant.Enter(Person(1), new GiveFloor(One)).OfType<FloorGiven>().Single() is var given && (Number(given.Person) != best.Person || given.List != best.List)) return false;
                    queue.Remove(best);
                    (speaking, last) = (best.Person, best.List);
                    spoken.Add((best.Person, item, best.List));
                    break;
            }
        }
        return true;

        int Weight(int person) => order switch
        {
            "AsAsked" => 0,
            "FirstTimeFirst" => spoken.Exists(turn => turn.Person == person && turn.Item == item) ? 1 : 0,
            _ => spoken.Count(turn => turn.Person == person),
        };
    }

    private static Plant Talking(string order, bool alternates = false)
    {
        var plant = Founded(preset: House.Preset((Rules.FloorOrder, new RuleValue.Choice(order)), (Rules.FloorAlternates, new RuleValue.Switch(alternates))));
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General, Matter.General);
        plant.Enter(Person(1), new TakeItem(One, 1));
        return plant;
    }

    private static void Ask(Plant plant, params int[] people)
    {
        foreach (var person in people) plant.Enter(Person(person), new AskFloor(One, Person(person)));
    }

    private static IEnumerable<int> Next(Plant plant) => plant.Sitting(One).Floor.InOrder(FloorDecider.RulesOf(plant.State.Statutes), plant.Sitting(One).CurrentItem).Select(request => Number(request.Person));
}
