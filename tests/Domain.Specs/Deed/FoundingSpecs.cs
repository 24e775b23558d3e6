using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Deed;

/// <summary>The first entry of a book, and the keys that sign it.</summary>
public sealed class FoundingSpecs
{
    [Fact]
    public void One_act_founds_with_founders_rules_bodies_and_first_mandates_in_that_order()
    {
        var entries = Unfounded().Enter(Person(1), Plant.Deed(6, withCouncil: true), new Authority.OwnAffair());
        Assert.Equal(
            [typeof(Founded), typeof(KeyAuthorised), typeof(PresetAdopted), typeof(BodyCreated), typeof(BodyCreated)],
            entries.Take(5).Select(entry => entry.GetType()));
        Assert.Equal(Enumerable.Range(1, 6), entries.OfType<Admitted>().Select(admitted => admitted.Number));
        Assert.Equal([1, 2, 3], entries.OfType<MandateGranted>().Select(granted => granted.Mandate.Value));
        Assert.All(entries.OfType<MandateGranted>(), granted => Assert.Null(granted.Resolution));
    }

    [Fact]
    public void Too_few_founders_are_told_the_number_and_the_article()
    {
        var preset = House.PresetOf("AR", 1, [new(Rules.LeastMembers.Name, new RuleValue.Whole(6), new(BoundKind.Fixed), "art. 2 inc. 5", "L20337", Mark.Read)])
            with
        { Sources = ImmutableSortedDictionary<string, string>.Empty.Add("L20337", "Ley 20.337") };
        var refusal = Unfounded().Refused(Person(1), Plant.Deed(5, preset), new Authority.OwnAffair());
        Assert.Equal("deed.too-few-founders", refusal.Code.Name);
        Assert.Equal(new Cited(Rules.LeastMembers.Name, "art. 2 inc. 5", "L20337"), refusal.Rule);
        Assert.Equal([("least", 6), ("founders", 5)], refusal.Facts);
    }

    [Fact]
    public void Before_the_founding_nothing_can_be_done_and_after_it_no_second_one()
    {
        Assert.Equal("deed.not-founded", Unfounded().Refused(Person(1), new ApplyForAdmission(Person(1), Commitment(1)), new Authority.OwnAffair()).Code.Name);
        Assert.Equal("deed.already-founded", Founded().Refused(Person(1), Plant.Deed(), new Authority.OwnAffair()).Code.Name);
    }

    [Fact]
    public void First_mandates_end_like_any_other()
    {
        var plant = Founded();
        Assert.Equal(FirstDay.PlusMonths(12).AtStartOfDayInZone(Zone).ToInstant(), plant.State.Posts.Find(new MandateId(1))!.Until);
    }

    [Fact]
    public void Keys_are_let_in_and_taken_out_by_resolution()
    {
        var plant = Founded();
        var old = plant.State.Deed.Keys.Single();
        var entries = plant.Resolve(new AuthoriseKey("plant+22334455+AQIDBAUGBwg=", old));
        Assert.Contains(new KeyRevoked(old), entries);
        Assert.Equal(["plant+22334455+AQIDBAUGBwg="], plant.State.Deed.Keys);
    }

    [Fact]
    public void Only_the_desk_begins_an_epoch_and_says_what_was_lost()
    {
        var plant = Founded();
        Assert.Equal("authority.only-the-desk", plant.Refused(Person(1), new BeginEpoch(90, "root", 41), new Authority.RuleDue()).Code.Name);
        Assert.Equal(new EpochBegun(2, 90, "root", 41), plant.Enter(PersonId.Nobody, new BeginEpoch(90, "root", 41), new Authority.RuleDue()).Single());
        Assert.Equal(2, plant.State.Deed.Epoch);
    }

    [Fact]
    public void Another_legal_form_is_adopted_in_the_same_book_and_what_it_does_not_leave_falls()
    {
        var plant = Founded();
        plant.Resolve(new ChangeNorm(Rules.CouncilConsecutive.Name, new RuleValue.Whole(3)));
        plant.Resolve(new ChangeNorm(Rules.Tie.Name, new RuleValue.Choice("ChairDecides")));
        var law = House.PresetOf("AR", 1, [new(Rules.CouncilConsecutive.Name, new RuleValue.Whole(1), new(BoundKind.Fixed), "art. 55", "L1", Mark.Read)])
            with
        { Sources = ImmutableSortedDictionary<string, string>.Empty.Add("L1", "Ley 1") };

        var entries = plant.Resolve(new AdoptPreset(law, "hash"));
        Assert.Equal([new RuleCleared(Layer.Norms, Rules.CouncilConsecutive.Name)], entries.OfType<RuleCleared>());
        Assert.Equal(1, plant.State.Statutes.Rule(Rules.CouncilConsecutive).Value.Value);
        Assert.Equal("ChairDecides", plant.State.Statutes.Rule(Rules.Tie).Value.Value);
        Assert.True(plant.State.Statutes.HasLegalForm);
    }
}
