using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Posts;

/// <summary>Mandates: from when to when, how they end, and how often in a row.</summary>
public sealed class MandateSpecs
{
    private static PostTerms Door { get; } = new(Words("Puerta"), BodyId.Assembly, [Power.KeepMinutes], 1, 6);

    [Fact]
    public void Powers_are_gone_the_second_the_term_ends_whether_or_not_it_was_entered()
    {
        var plant = Founded();
        plant.Now = FirstDay.PlusMonths(12).AtStartOfDayInZone(Zone).ToInstant() - Duration.Epsilon;
        plant.Enter(Person(2), new SetVoiceOnly(Person(9), true));
        plant.Now += Duration.Epsilon;
        Assert.Equal("authority.mandate-over", plant.Refused(Person(2), new SetVoiceOnly(Person(9), false), new Authority.Mandate(new(2))).Code.Name);
        Assert.Equal(3, plant.DeskEntersDue().OfType<MandateEnded>().Count(ended => ended.Reason == MandateEnd.Term));
    }

    [Fact]
    public void A_term_that_was_entered_late_was_over_all_the_same()
    {
        var plant = Founded();
        var end = FirstDay.PlusMonths(12).AtStartOfDayInZone(Zone).ToInstant();
        plant.Now = end + Duration.FromDays(90);
        plant.DeskEntersDue();
        Assert.False(plant.State.Posts.Find(new MandateId(2))!.IsLive(end + Duration.FromDays(1)));
        Assert.Equal(end, plant.State.Posts.Find(new MandateId(2))!.To);
    }

    [Fact]
    public void A_mandate_that_has_not_begun_gives_nothing_and_begins_by_itself()
    {
        var plant = Founded();
        var granted = plant.Resolve(new GrantMandate(new(2), Person(7), FirstDay.PlusMonths(12))).OfType<MandateGranted>().Single();
        Assert.Equal("authority.mandate-over", plant.Refused(Person(7), new SetVoiceOnly(Person(9), true), new Authority.Mandate(granted.Mandate)).Code.Name);
        plant.Now = FirstDay.PlusMonths(12).AtStartOfDayInZone(Zone).ToInstant();
        plant.Enter(Person(7), new SetVoiceOnly(Person(9), true));
    }

    [Fact]
    public void Closing_a_post_also_ends_the_mandate_that_was_to_begin()
    {
        var plant = Founded();
        var granted = plant.Resolve(new GrantMandate(new(2), Person(7), FirstDay.PlusMonths(12))).OfType<MandateGranted>().Single();
        var entries = plant.Resolve(new ClosePost(new(2)));
        Assert.Equal([new(2), granted.Mandate], entries.OfType<MandateEnded>().Select(ended => ended.Mandate));
        plant.Now = FirstDay.PlusMonths(13).AtStartOfDayInZone(Zone).ToInstant();
        Assert.DoesNotContain(plant.State.Posts.Live(plant.Now), mandate => mandate.Person == Person(7));
    }

    [Fact]
    public void One_gives_up_ones_own_mandate_and_nobody_elses_not_even_a_later_one()
    {
        var plant = Founded();
        var later = plant.Resolve(new GrantMandate(new(2), Person(7), FirstDay.PlusMonths(12))).OfType<MandateGranted>().Single().Mandate;
        Assert.Equal("post.not-your-mandate", plant.Refused(Person(8), new ResignMandate(later, Person(8))).Code.Name);
        Assert.Equal(new MandateEnded(later, MandateEnd.Resignation), plant.Enter(Person(7), new ResignMandate(later, Person(7))).Single());
    }

    [Fact]
    public void A_seat_is_given_once_for_the_same_time()
    {
        var plant = Founded();
        Assert.Equal("post.no-free-seat", plant.Blocked(new GrantMandate(new(2), Person(7), FirstDay.PlusMonths(12).PlusDays(-1))).Code.Name);
        plant.Resolve(new GrantMandate(new(2), Person(7), FirstDay.PlusMonths(12)));
        Assert.Equal("post.no-free-seat", plant.Blocked(new GrantMandate(new(2), Person(8), FirstDay.PlusMonths(12))).Code.Name);
    }

    [Fact]
    public void After_two_terms_in_a_row_one_rests_and_a_term_cut_short_counts()
    {
        var plant = Founded(10);
        var post = plant.Resolve(new CreatePost(Door with { TermMonths = 3, MostConsecutive = 2, LeastGapMonths = 3 })).OfType<PostCreated>().Single().Post;
        var first = plant.Resolve(new GrantMandate(post, Person(7))).OfType<MandateGranted>().Single();
        plant.Enter(Person(7), new ResignMandate(first.Mandate, Person(7)));
        var second = plant.Resolve(new GrantMandate(post, Person(7))).OfType<MandateGranted>().Single();
        var end = second.Until.InZone(Zone).Date;

        Assert.Equal("post.must-rotate", plant.Blocked(new GrantMandate(post, Person(7), end)).Code.Name);
        Assert.Equal("post.must-rotate", plant.Blocked(new GrantMandate(post, Person(7), end.PlusMonths(3).PlusDays(-1))).Code.Name);
        plant.Resolve(new GrantMandate(post, Person(8), end));
        plant.Resolve(new GrantMandate(post, Person(7), end.PlusMonths(3)));
    }

    [Fact]
    public void Who_audits_runs_nothing_and_the_other_way_round()
    {
        var plant = Founded(10, withCouncil: true);
        plant.Resolve(new CreatePost(Door with { Body = new(2), Seats = 3 }));
        plant.Resolve(new CreatePost(Door with { Powers = [Power.Audit], Seats = 3 }));
        Assert.Equal("post.incompatible", plant.Blocked(new GrantMandate(new(4), Person(3))).Code.Name);
        Assert.Equal("post.incompatible", plant.Blocked(new GrantMandate(new(5), Person(2))).Code.Name);
        plant.Resolve(new GrantMandate(new(4), Person(7)));
        Assert.Equal("post.incompatible", plant.Blocked(new GrantMandate(new(5), Person(7))).Code.Name);
    }

    [Fact]
    public void A_role_in_a_sitting_is_given_up_and_somebody_else_is_named()
    {
        var plant = Founded();
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        var teller = plant.State.Posts.Officers(id).First(officer => officer.Role == SittingRole.Teller);
        plant.Enter(teller.Person, new ResignMandate(teller.Id, teller.Person));
        Assert.Null(plant.State.Posts.Find(teller.Id));
        plant.Enter(Person(1), new NameSittingOfficer(id, SittingRole.Teller, Person(6)));
    }

    [Fact]
    public void Who_leaves_serves_in_no_sitting()
    {
        var plant = Founded();
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        plant.Enter(Person(4), new Resign(Person(4)));
        Assert.DoesNotContain(plant.State.Posts.Officers(id), officer => officer.Person == Person(4));
    }
}
