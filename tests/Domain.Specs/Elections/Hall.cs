using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Elections;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Elections;

/// <summary>An assembly of eight in which something is chosen: 1 chairs, 2 keeps the list, 3 and 4 count.</summary>
internal sealed class Hall
{
    private Hall(Plant plant, AssemblyId id, MotionId motion, PostId post)
    {
        Plant = plant;
        Id = id;
        Motion = motion;
        Post = post;
    }

    public Plant Plant { get; }

    public AssemblyId Id { get; }

    public MotionId Motion { get; }

    public PostId Post { get; }

    public Vote Vote => Plant.Sitting(Id).Find(Motion)!.Vote!;

    /// <summary>An election to a new post, tabled, its item taken.</summary>
    public static Hall Election(int seats = 2, ElectionTerms? terms = null, int? mostConsecutive = null, Preset? preset = null)
    {
        var plant = Founded(preset: preset);
        var post = plant.Resolve(new CreatePost(new(Words("Vocalías"), BodyId.Assembly, [], seats, 12, mostConsecutive, 12))).OfType<PostCreated>().Single().Post;
        if (terms is not null) plant.Resolve(new SetElectionTerms(post, terms));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.ElectPost);
        var hall = new Hall(plant, id, plant.Table(id, 1, new FillPost(post)), post);
        plant.Enter(Person(1), new TakeItem(id, 1));
        return hall;
    }

    /// <summary>Two motions without effect on one item.</summary>
    public static (Hall Hall, MotionId Other) Proposals()
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        var hall = new Hall(plant, id, plant.Table(id, 1, null), default);
        var other = plant.Table(id, 1, null, Person(2));
        plant.Enter(Person(1), new TakeItem(id, 1));
        return (hall, other);
    }

    public Hall Stand(params int[] people)
    {
        foreach (var person in people) Plant.Enter(Person(person), new StandForPost(Id, Motion, Person(person)));
        return this;
    }

    public Hall Open(QuestionForm? form = null, VoteMethod way = VoteMethod.OwnPhone, params VoteMethod[] also)
    {
        Plant.Enter(Person(1), Opening(form, way, also));
        return this;
    }

    public OpenVote Opening(QuestionForm? form, VoteMethod way = VoteMethod.OwnPhone, params VoteMethod[] also) =>
        new(Id, Motion, way, 8, form, also.Length > 0 ? [.. also] : null);

    public Hall Cast(int person, Ballot ballot)
    {
        Plant.Enter(Person(person), new CastBallot(Id, Motion, ballot));
        return this;
    }

    /// <summary>Each number ranks in this order.</summary>
    public Hall Rank(IEnumerable<int> people, params int[] order)
    {
        foreach (var person in people) Cast(person, new Ballot.Rank([.. order]));
        return this;
    }

    public EnterTableCount Table(VoteMethod way, params (Ballot Ballot, int Papers)[] piles) =>
        new(Id, Motion, way, [.. piles.Select(pile => new Pile(pile.Ballot, pile.Papers))], [Person(3), Person(4)]);

    public Hall Close()
    {
        Plant.Now += Duration.FromMinutes(3);
        Plant.Enter(Person(1), new CloseVote(Id, Motion));
        return this;
    }

    public ImmutableArray<Entry> Proclaim() => Plant.Enter(Person(1), new ProclaimResult(Id, Motion));

    /// <summary>Three people draw the lot.</summary>
    public ImmutableArray<Entry> Draw(params int[] people)
    {
        Plant.Enter(Person(1), new CallLot(Id, Motion));
        foreach (var person in people) Plant.Enter(Person(person), new CommitToLot(Id, Motion, Lots.Commitment(Person(person), Number(person))));
        return [.. people.SelectMany(person => Plant.Enter(Person(person), new RevealForLot(Id, Motion, Number(person))))];
    }

    public static string Number(int person) => $"{person}2345678901234567890";
}
