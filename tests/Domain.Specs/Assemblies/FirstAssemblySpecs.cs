using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>The whole way once: found, notice, check in, vote, proclaim, close, minutes.</summary>
public sealed class FirstAssemblySpecs
{
    [Fact]
    public void From_founding_to_signed_minutes()
    {
        var plant = Founded(10);
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General, Matter.CreatePost, Matter.ElectPost);

        plant.Carry(id, 1, null, 7, 1);
        var created = plant.Carry(id, 2, new CreatePost(new(Words("Coordinación de hornos"), BodyId.Assembly, [], 1, 6)), 8);
        var post = created.OfType<PostCreated>().Single().Post;
        var elected = plant.Carry(id, 3, new GrantMandate(post, Person(6)), 6, 1, 1);

        Assert.Contains(elected, entry => entry is ResultProclaimed { Sum: { Base: 7, Needed: 4, Carried: true } });
        Assert.Equal(Person(6), elected.OfType<MandateGranted>().Single().Person);
        Assert.Equal(new ResolutionId(3), elected.OfType<MandateGranted>().Single().Resolution);

        plant.Enter(Person(1), new CloseAssembly(id));
        plant.Enter(Person(2), new DrawUpMinutes(id));
        foreach (var signer in new[] { 1, 2, 5 }) plant.Enter(Person(signer), new SignMinutes(id));

        var past = plant.State.Assemblies.Past[id.Value];
        Assert.True(past.Minutes!.AllSigned);
        Assert.Equal(1, past.Minutes.Number);
        Assert.Equal(3, past.Carried);
        Assert.Empty(plant.State.Posts.Officers(id));
    }

    [Fact]
    public void Creating_a_post_and_electing_to_it_on_one_agenda_works_and_is_blocked_when_the_first_is_lost()
    {
        var plant = Founded(10);
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.CreatePost, Matter.ElectPost);
        var create = plant.Table(id, 1, new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 1, 6)));
        var post = Assert.IsType<CreatePost>(plant.Sitting(id).Find(create)!.Effect).Id!.Value;
        var elect = plant.Table(id, 2, new GrantMandate(post, Person(7)));
        Assert.Empty(plant.Sitting(id).Find(elect)!.Warnings);

        plant.VoteAndProclaim(id, 1, create, 2, 6);
        var blocked = plant.VoteAndProclaim(id, 2, elect, 8);

        Assert.Equal("post.unknown", blocked.OfType<EffectBlocked>().Single().Reason);
        Assert.Equal(ResolutionState.Blocked, plant.State.Resolutions.All[1].State);
    }
}
