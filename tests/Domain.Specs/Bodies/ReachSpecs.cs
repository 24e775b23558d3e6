using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Bodies;

/// <summary>How far a body reaches, even where the rules let any body decide a matter.</summary>
public sealed class ReachSpecs
{
    private static readonly BodyId Council = new(2);

    public static TheoryData<string> OutOfReachOfTheCouncil => ["recall an auditor", "elect an auditor", "make a post that audits", "take back what the assembly resolved", "name who serves in the assembly"];

    [Theory]
    [MemberData(nameof(OutOfReachOfTheCouncil))]
    public void A_council_does_not(string what)
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        var weekly = plant.Notice(AssemblyKind.Weekly, 9, Matter.General);
        Act effect = what switch
        {
            "recall an auditor" => new RecallMandate(new(3)),
            "elect an auditor" => new GrantMandate(new(3), Person(8)),
            "make a post that audits" => new CreatePost(new(Words("Otra sindicatura"), BodyId.Assembly, [Power.Audit], 1, 12)),
            "take back what the assembly resolved" => new SetAside(new(1)),
            _ => new NameSittingOfficer(weekly, SittingRole.Chair, Person(6)),
        };
        var session = plant.OpenSession(Council, [1, 2, 6, 7], Effects.MatterOf(effect, plant.State));
        Assert.Equal("motion.other-body", plant.Refused(Person(6), new TableMotion(session, 1, Words("moción"), effect)).Code.Name);
    }

    [Fact]
    public void A_council_decides_what_the_rules_leave_to_it_and_takes_back_its_own()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        var session = plant.OpenSession(Council, [1, 2, 6, 7], Matter.CreatePost);
        var made = plant.Table(session, 1, new CreatePost(new(Words("Compras"), BodyId.Assembly, [], 1, 12)), Person(6));
        Assert.Contains(plant.VoteAndProclaim(session, 1, made, 2), entry => entry is PostCreated);
        var undone = plant.Table(session, 1, new SetAside(plant.State.Resolutions.All.Values.Last().Id), Person(6));
        Assert.Contains(plant.VoteAndProclaim(session, 1, undone, 2), entry => entry is PostClosed);
    }

    [Fact]
    public void A_sector_decides_about_itself_and_about_nothing_else()
    {
        var plant = Founded();
        var sector = plant.Sector(6, 7);
        var post = plant.State.Posts.Posts.Values.Single(found => found.Terms.Body == sector).Id;
        var session = plant.OpenSession(sector, [1, 2, 6, 7], Matter.CreatePost, Matter.ElectPost, Matter.ChangeNorm, Matter.General, Matter.RecallMandate);
        string Tabled(int item, Act effect) => plant.Ask(Person(6), new TableMotion(session, item, Words("moción"), effect)) is Decision.Refused refused ? refused.Refusal.Code.Name : "tabled";

        Assert.Equal("tabled", Tabled(1, new CreatePost(new(Words("Turno"), sector, [Power.Convene], 1, 3))));
        Assert.Equal("tabled", Tabled(2, new GrantMandate(post, Person(8))));
        Assert.Equal("motion.other-body", Tabled(1, new CreatePost(new(Words("Todo"), BodyId.Assembly, [Power.Convene], 1, 3))));
        Assert.Equal("motion.other-body", Tabled(2, new GrantMandate(new(2), Person(8))));
        Assert.Equal("motion.other-body", Tabled(3, new ChangeNorm(Rules.MinutesSigners.Name, new RuleValue.Whole(9))));
        Assert.Equal("motion.other-body", Tabled(4, new NameSittingOfficer(new(99), SittingRole.Chair, Person(6))));
        Assert.Equal("motion.other-body", Tabled(5, new RecallMandate(new(1))));
    }

    [Fact]
    public void Whoever_convenes_a_sector_convenes_it_and_nothing_else_and_the_coordination_reaches_all()
    {
        var plant = Founded();
        var sector = plant.Sector(6, 7);
        IssueNotice Call(BodyId body, AssemblyKind kind) => new(body, kind, plant.Local.PlusDays(2), Words("Hornos"), [new(Words("Varios"), Matter.General)]);

        plant.Enter(Person(6), Call(sector, AssemblyKind.Session), plant.Citing(6, Power.Convene));
        Assert.Equal("authority.other-body", plant.Refused(Person(6), Call(BodyId.Assembly, AssemblyKind.Weekly), plant.Citing(6, Power.Convene)).Code.Name);
        plant.Enter(Person(1), Call(sector, AssemblyKind.Session), plant.Citing(1, Power.Convene));
    }

    [Fact]
    public void One_person_with_two_seats_has_one_voice()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        plant.Council(6);
        Assert.Equal([Person(6), Person(7)], plant.State.Entitled(Council, plant.Now).Order(Comparer<PersonId>.Create((a, b) => Number(a) - Number(b))));
    }
}
