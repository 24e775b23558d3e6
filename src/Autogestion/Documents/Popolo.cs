using System.Text.Json.Nodes;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Web;
using Autogestion.Domain.Voting;

namespace Autogestion.Documents;

/// <summary>
/// Bodies, posts, memberships, motions and votes as Popolo JSON (popoloproject.com). Ids of the book; names only where the reader
/// asks for them and may know them. Votes by name only where they were open.
/// </summary>
public sealed class Popolo(Visit visit, Words words, bool names)
{
    /// <summary>The words it needs.</summary>
    public static IEnumerable<Text?> Texts(Visit visit, IEnumerable<AssemblyRecord> records) =>
    [
        .. visit.State.Bodies.All.Values.Select(body => body.Name), .. visit.State.Posts.Posts.Values.Select(post => post.Terms.Name),
        .. records.SelectMany(record => record.Assembly.Motions.Values).Select(motion => motion.Words),
    ];

    /// <summary>The state of the collective, with the motions of these sittings.</summary>
    public JsonObject Write(IReadOnlyList<AssemblyRecord> records) => new()
    {
        ["organizations"] = Many(visit.State.Bodies.All.Values.Select(Organization)),
        ["persons"] = Many(visit.State.Roster.People.Values.Select(person => Person(person.Id))),
        ["posts"] = Many(visit.State.Posts.Posts.Select(post => new JsonObject
        {
            ["id"] = PostRef(new(post.Key)),
            ["label"] = words[post.Value.Terms.Name],
            ["organization_id"] = BodyRef(post.Value.Terms.Body),
        })),
        ["memberships"] = Many([.. Members(), .. Mandates()]),
        ["events"] = Many(records.Select(Event)),
        ["motions"] = Many(records.SelectMany(record => record.Assembly.Motions.Values.Select(motion => Motion(record.Assembly, motion)))),
        ["vote_events"] = Many(records.SelectMany(record => record.Assembly.Motions.Values.Where(motion => motion.Vote is not null).Select(motion => Vote(record.Assembly, motion)))),
    };

    private JsonObject Organization(Body body) => new()
    {
        ["id"] = BodyRef(body.Id),
        ["name"] = body.Name is { } name ? words[name] : body.Kind.ToString(),
        ["classification"] = body.Kind.ToString(),
        ["parent_id"] = body.Id == BodyId.Assembly ? null : BodyRef(BodyId.Assembly),
    };

    private JsonObject Person(PersonId person) => names
        ? new() { ["id"] = person.ToString(), ["name"] = visit.NameOf(person) }
        : new() { ["id"] = person.ToString() };

    private IEnumerable<JsonObject> Members() => visit.State.Roster.Voters(visit.Now).Select(person => new JsonObject
    {
        ["id"] = $"member-{person}",
        ["person_id"] = person.ToString(),
        ["organization_id"] = BodyRef(BodyId.Assembly),
        ["role"] = "member",
        ["start_date"] = visit.State.Roster.Find(person) is { History: [var first, ..] } ? Day(first.From) : null,
    });

    private IEnumerable<JsonObject> Mandates() => visit.State.Posts.Mandates.Values.Where(mandate => mandate.Post is not null).Select(mandate => new JsonObject
    {
        ["id"] = $"mandate-{mandate.Id.Value}",
        ["person_id"] = mandate.Person.ToString(),
        ["organization_id"] = BodyRef(visit.State.Posts.Posts[mandate.Post!.Value.Value].Terms.Body),
        ["post_id"] = PostRef(mandate.Post.Value),
        ["start_date"] = Day(mandate.From),
        ["end_date"] = (mandate.EndedAt ?? mandate.Until) is { } end ? Day(end) : null,
    });

    private static JsonObject Event(AssemblyRecord record) => new()
    {
        ["id"] = EventRef(record.Assembly),
        ["classification"] = record.Assembly.Kind.ToString(),
        ["organization_id"] = BodyRef(record.Assembly.Body),
        ["start_date"] = Reader.Machine(record.Assembly.OpenedAt ?? record.Assembly.Calls[0].At),
        ["end_date"] = record.Assembly.ClosedAt is { } closed ? Reader.Machine(closed) : null,
    };

    private JsonObject Motion(Assembly assembly, Motion motion) => new()
    {
        ["id"] = MotionRef(motion),
        ["organization_id"] = BodyRef(assembly.Body),
        ["legislative_session_id"] = EventRef(assembly),
        ["creator_id"] = motion.Mover.ToString(),
        ["text"] = words[motion.Words],
        ["classification"] = motion.Matter.ToString(),
        ["date"] = Reader.Machine(motion.TabledAt),
        ["requirement"] = motion.Vote is { } vote ? $"{vote.Majority.Share} {vote.Majority.Base}{(vote.Majority.Strict ? " strict" : "")}" : null,
        ["result"] = Result(motion),
    };

    private static JsonObject Vote(Assembly assembly, Motion motion) => new()
    {
        ["id"] = $"vote-{motion.Id.Value}",
        ["motion_id"] = MotionRef(motion),
        ["organization_id"] = BodyRef(assembly.Body),
        ["legislative_session_id"] = EventRef(assembly),
        ["classification"] = motion.Vote!.Method.ToString(),
        ["start_date"] = Reader.Machine(motion.Vote.OpenedAt),
        ["result"] = Result(motion),
        ["counts"] = motion.Vote.Count is { } count
            ? Many(new (string Option, int Value)[] { ("yes", count.For), ("no", count.Against), ("abstain", count.Abstain), ("blank", count.Blank) }.Select(option => new JsonObject { ["option"] = option.Option, ["value"] = option.Value }))
            : new JsonArray(),
        ["votes"] = Many(motion.Vote.Ballots.Select(ballot => new JsonObject
        {
            ["voter_id"] = ballot.Key.ToString(),
            ["option"] = ballot.Value switch { Ballot.For => "yes", Ballot.Against => "no", Ballot.Abstain => "abstain", var other => other.Line },
        })),
    };

    private static string? Result(Motion motion) => motion.Phase switch { MotionPhase.Carried => "pass", MotionPhase.Lost => "fail", _ => null };

    private string Day(Instant at) => NodaTime.Text.LocalDatePattern.Iso.Format(at.InZone(visit.State.Deed.Zone).Date);

    private static JsonArray Many(IEnumerable<JsonObject> objects) => new([.. objects]);

    private static string BodyRef(BodyId body) => $"body-{body}";

    private static string PostRef(PostId post) => $"post-{post.Value}";

    private static string EventRef(Assembly assembly) => $"assembly-{assembly.Id}";

    private static string MotionRef(Motion motion) => $"motion-{motion.Id.Value}";
}
