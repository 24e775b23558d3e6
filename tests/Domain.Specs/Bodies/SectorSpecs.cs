using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Bodies;

/// <summary>Sectors and shifts with rolls and assemblies of their own, the council of those who coordinate them, and what rises to the assembly.</summary>
public sealed class SectorSpecs
{
    [Fact]
    public void A_sector_votes_with_its_own_people_and_elects_who_coordinates_it()
    {
        var plant = Founded(20);
        var ovens = Sector(plant, "Hornos", 6, 7, 8, 9);
        var post = plant.Resolve(new CreatePost(new(Words("Coordinación de hornos"), ovens, [Power.Coordinate, Power.Convene], 1, 12))).OfType<PostCreated>().Single().Post;
        var session = plant.OpenSession(ovens, [6, 7, 8, 9], Matter.ElectPost);
        Assert.Equal(4, plant.Sitting(session).Roll.Count);
        Assert.Equal("assembly.not-present-and-entitled", plant.Refused(Person(10), new TableMotion(session, 1, Words("moción"), new GrantMandate(post, Person(6)))).Code.Name);
        var motion = plant.Table(session, 1, new GrantMandate(post, Person(6)), Person(7));
        plant.VoteAndProclaim(session, 1, motion, 3, 1);
        plant.Enter(Person(1), new CloseAssembly(session));

        var council = plant.Resolve(new CreateBody(BodyKind.Coordinators)).OfType<BodyCreated>().Single().Body;
        Assert.Equal([Person(6)], plant.State.Entitled(council, plant.Now));
        Assert.True(plant.State.IsEntitled(Person(6), council, plant.Now));
        plant.Enter(Person(6), new ResignMandate(plant.State.Posts.Live(plant.Now).Single(mandate => mandate.Post == post).Id, Person(6)));
        Assert.Empty(plant.State.Entitled(council, plant.Now));
    }

    [Fact]
    public void What_a_sector_decides_beyond_its_own_rises_to_the_next_formal_assembly()
    {
        var plant = Founded(20, House.Preset((Rules.CompetentBody(Matter.ChangeNorm), new RuleValue.Choice("Assembly"))));
        var ovens = Sector(plant, "Hornos", 6, 7, 8, 9);
        AgendaDraft Draft(bool toRatify) => new(Words("Norma"), Matter.ChangeNorm, toRatify);
        IssueNotice Notice(bool toRatify) => new(ovens, AssemblyKind.Session, plant.Local.PlusDays(2), Words("Hornos"), [Draft(toRatify)]);
        Assert.Equal("assembly.other-body", plant.Refused(Person(1), Notice(false)).Code.Name);

        var session = plant.Enter(Person(1), Notice(true)).OfType<AssemblyNoticed>().Single().Assembly;
        plant.NameOfficers(session);
        plant.OpenNoticed(session, [6, 7, 8, 9]);
        var norm = new ChangeNorm(Rules.Seconding.Name, new RuleValue.Switch(true));
        var resolution = plant.Carry(session, 1, norm, 4, mover: Person(6)).OfType<ResolutionAdopted>().Single();
        Assert.True(resolution.ToRatify);
        Assert.False(plant.State.Statutes.Rule(Rules.Seconding).Value.Value);
        plant.Enter(Person(1), new CloseAssembly(session));

        Assert.DoesNotContain(plant.Sitting(plant.Notice(AssemblyKind.Weekly, 2, Matter.General)).Agenda, item => item.About is not null);
        var formal = plant.OpenAssembly(plant.Voters, AssemblyKind.Extraordinary, Matter.General);
        Assert.Equal(resolution.Resolution, plant.Sitting(formal).Agenda[0].About);
        plant.Carry(formal, 1, new Ratify(resolution.Resolution), 20);
        Assert.True(plant.State.Statutes.Rule(Rules.Seconding).Value.Value);
    }

    [Fact]
    public void Who_leaves_the_collective_leaves_every_sector()
    {
        var plant = Founded(20);
        var ovens = Sector(plant, "Hornos", 6, 7);
        Assert.Contains(new MemberReleased(ovens, Person(7)), plant.Enter(Person(7), new Resign(Person(7))));
        Assert.Equal([Person(6)], plant.State.Entitled(ovens, plant.Now));
    }

    [Fact]
    public void Who_sits_in_the_council_does_not_hear_appeals_against_it()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        var committee = plant.Resolve(new CreateBody(BodyKind.AppealsCommittee)).OfType<BodyCreated>().Single().Body;
        var post = plant.Resolve(new CreatePost(new(Words("Apelaciones"), committee, [], 3, 12))).OfType<PostCreated>().Single().Post;
        Assert.Equal(PostsRefusals.Incompatible, plant.Blocked(new GrantMandate(post, Person(6))));
        Assert.Contains(plant.Resolve(new GrantMandate(post, Person(8))), entry => entry is MandateGranted);
    }

    private static BodyId Sector(Plant plant, string name, params int[] people)
    {
        var body = plant.Resolve(new CreateBody(BodyKind.Sector, Words(name))).OfType<BodyCreated>().Single().Body;
        foreach (var person in people) plant.Enter(Person(2), new AssignToBody(body, Person(person)));
        return body;
    }
}
