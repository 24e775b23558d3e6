using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Voting;
using Autogestion.Wording;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>Effects on people: admitting, suspending, posts, mandates, bodies.</summary>
internal static class PeopleEffects
{
    private static readonly ImmutableArray<Power> OfPosts = [.. Enum.GetValues<Power>().Where(power => power is not (Power.None or Power.Chair or Power.KeepAttendance or Power.CountVotes or Power.SignMinutes))];

    public static IReadOnlyList<EffectForm> All { get; } =
    [
        new("admit", [Matter.AdmitMember], Candidates, ground => new Admit(ground.Answers.Person("person"))),
        new("elect", [Matter.ElectPost, Matter.ElectCouncil, Matter.ElectAuditor], Election, ground =>
            new GrantMandate(new(ground.Answers.Whole("post")), ground.Answers.Person("person"), ground.Answers.OptionalDay("from"))),
        new("fill", [Matter.ElectPost, Matter.ElectCouncil, Matter.ElectAuditor], Filling, ground =>
            new FillPost(new(ground.Answers.Whole("post")), ground.Answers.OptionalDay("from"))),
        new("electionTerms", [Matter.CreatePost], ElectionTermsOf, ReadElectionTerms),
        new("recall", [Matter.RecallMandate, Matter.RecallCouncil, Matter.RecallAuditor], Mandates, ground => new RecallMandate(new(ground.Answers.Whole("mandate")))),
        new("createPost", [Matter.CreatePost], NewPost, ReadPost),
        new("closePost", [Matter.CreatePost], ground => [Posts(ground)], ground => new ClosePost(new(ground.Answers.Whole("post")))),
        new("createBody", [Matter.CreateBody], NewBody, ground => new CreateBody(ground.Answers.Choice<BodyKind>("kind"), ground.Answers.OptionalWords("name"))),
        new("suspend", [Matter.SuspendMember], Suspension, ground => new Suspend(ground.Answers.Person("person"), ground.Answers.Day("until"))),
    ];

    private static IEnumerable<EffectField> Candidates(EffectGround ground) =>
    [
        People(ground, ground.Visit.State.Roster.People.Values.Where(person => person.On(ground.Visit.Now, ground.Visit.State.Deed.Zone) is Standing.Candidate or Standing.OnTrial))
            with { Hint = ground.Reader["assemblies.effects.admit.hint"] },
    ];

    private static IEnumerable<EffectField> Election(EffectGround ground) =>
    [
        Posts(ground),
        Members(ground),
        new("from", ground.Reader["assemblies.fields.from"], "date", false) { Hint = ground.Reader["assemblies.fields.fromHint"] },
    ];

    private static IEnumerable<EffectField> Filling(EffectGround ground) =>
    [
        Posts(ground),
        new("from", ground.Reader["assemblies.fields.from"], "date", false) { Hint = ground.Reader["assemblies.fields.fromHint"] },
    ];

    private static IEnumerable<EffectField> ElectionTermsOf(EffectGround ground) =>
    [
        Posts(ground),
        new("form", ground.Reader["assemblies.fields.electionForm"], "select", false)
        {
            Options = Choose(ground, new[] { QuestionForm.Ranked, QuestionForm.Approval, QuestionForm.OneOf, QuestionForm.Lot }.Select(form => ($"{form}", ground.Reader.Name(form)))),
            Hint = ground.Reader["assemblies.fields.electionFormHint"],
        },
        new("group", ground.Reader["assemblies.fields.quotaGroup"], Required: false) { Hint = ground.Reader["assemblies.fields.quotaGroupHint"] },
        new("least", ground.Reader["assemblies.fields.quotaLeast"], "number", false) { First = "50", Unit = "%" },
        new("substitutes", ground.Reader["assemblies.fields.substitutes"], "number", false) { First = "0" },
    ];

    private static SetElectionTerms ReadElectionTerms(EffectGround ground) => new(
        new(ground.Answers.Whole("post")),
        new(
            Enum.TryParse<QuestionForm>(ground.Answers["form"], out var form) ? form : null,
            ground.Answers.OptionalWords("group") is { } group ? new(group, new(ground.Answers.OptionalWhole("least") ?? 50, 100)) : null,
            ground.Answers.OptionalWhole("substitutes") ?? 0));

    private static IEnumerable<EffectField> Mandates(EffectGround ground) =>
    [
        new("mandate", ground.Reader["assemblies.fields.mandate"], "select")
        {
            Options = Choose(ground, ground.Visit.State.Posts.Live(ground.Visit.Now).Where(mandate => mandate.Post is not null)
                .Select(mandate => ($"{mandate.Id.Value}", $"{ground.Visit.NameOf(mandate.Person)} · {PostName(ground, mandate.Post!.Value)}"))),
        },
    ];

    private static IEnumerable<EffectField> NewPost(EffectGround ground) =>
    [
        new("name", ground.Reader["assemblies.fields.postName"]),
        new("body", ground.Reader["assemblies.fields.ofBody"], "select")
        {
            Options = [.. ground.Visit.State.Bodies.All.Values.Select(body => ($"{body.Id}", ground.Say.Body(body.Id)))],
            First = $"{BodyId.Assembly}",
        },
        new("powers", ground.Reader["assemblies.fields.powers"], "ticks", false) { Options = [.. OfPosts.Select(power => ($"{power}", ground.Reader.Name(power)))] },
        new("seats", ground.Reader["assemblies.fields.seats"], "number") { First = "1" },
        new("term", ground.Reader["assemblies.fields.term"], "number") { First = "12", Unit = ground.Reader["assemblies.fields.months"] },
        new("consecutive", ground.Reader["assemblies.fields.consecutive"], "number", false) { Hint = ground.Reader["assemblies.fields.consecutiveHint"], First = "2" },
        new("gap", ground.Reader["assemblies.fields.gap"], "number", false) { First = "12", Unit = ground.Reader["assemblies.fields.months"] },
    ];

    private static CreatePost ReadPost(EffectGround ground) => new(new PostTerms(
        ground.Answers.Words("name"),
        new(ground.Answers.Whole("body")),
        [.. OfPosts.Where(power => ground.Answers["powers"].Split(',').Contains($"{power}"))],
        ground.Answers.Whole("seats"),
        ground.Answers.Whole("term"),
        ground.Answers.OptionalWhole("consecutive"),
        ground.Answers.OptionalWhole("gap") ?? 0));

    private static IEnumerable<EffectField> NewBody(EffectGround ground) =>
    [
        new("kind", ground.Reader["assemblies.fields.bodyKind"], "select") { Options = [.. Enum.GetValues<BodyKind>().Where(kind => kind != BodyKind.Assembly).Select(kind => ($"{kind}", ground.Reader.Name(kind)))] },
        new("name", ground.Reader["assemblies.fields.bodyName"], Required: false) { Hint = ground.Reader["assemblies.fields.bodyNameHint"] },
    ];

    private static IEnumerable<EffectField> Suspension(EffectGround ground) =>
    [
        Members(ground),
        new("until", ground.Reader["assemblies.fields.until"], "date") { Hint = ground.Reader["assemblies.fields.untilHint"] },
    ];

    private static EffectField Members(EffectGround ground) =>
        People(ground, ground.Visit.State.Roster.People.Values.Where(person => ground.Visit.State.Roster.Votes(person.Id, ground.Visit.Now)));

    private static EffectField People(EffectGround ground, IEnumerable<Person> people) => new("person", ground.Reader["assemblies.fields.person"], "select")
    {
        Options = Choose(ground, people.Select(person => (Value: $"{person.Id}", Words: ground.Say.Person(person.Id))).OrderBy(person => person.Words, StringComparer.Create(ground.Reader.Culture, true))),
    };

    private static EffectField Posts(EffectGround ground) => new("post", ground.Reader["assemblies.fields.post"], "select")
    {
        Options = Choose(ground, Known(ground).Select(post => ($"{post.Id.Value}", ground.Say[post.Name]))),
    };

    // A post that a motion of an assembly under way proposes can already be elected to: the numbers are kept for it.
    private static IEnumerable<(PostId Id, Text Name)> Known(EffectGround ground) =>
        ground.Visit.State.Posts.Posts.Values.Where(post => !post.Closed).Select(post => (post.Id, post.Terms.Name))
            .Concat(ground.Visit.State.Assemblies.Current.Values.SelectMany(assembly => assembly.Motions.Values)
                .Select(motion => motion.Effect).OfType<CreatePost>().Where(create => create.Id is not null).Select(create => (create.Id!.Value, create.Terms.Name)))
            .DistinctBy(post => post.Item1);

    private static string PostName(EffectGround ground, PostId post) => ground.Say[ground.Visit.State.Posts.Posts[post.Value].Terms.Name];

    private static IReadOnlyList<(string, string)> Choose(EffectGround ground, IEnumerable<(string, string)> options) => [("", ground.Reader["forms.choose"]), .. options];
}
