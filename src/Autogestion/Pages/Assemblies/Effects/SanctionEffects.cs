using Autogestion.Domain.Audit;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Sanctions;
using Autogestion.Pages.Sanctions;
using Autogestion.Wording;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>Effects on charges, appeals and observations, and on who belongs to which sector.</summary>
internal static class SanctionEffects
{
    public static IReadOnlyList<EffectForm> All { get; } =
    [
        new("exclude", [Matter.ExcludeMember], Charges, ground => Read(ground, one => new ExcludeMember(one.Person, one.Id))),
        new("suspendCharged", [Matter.SuspendMember, Matter.ExcludeMember], Suspension, ground => Read(ground, one => new SuspendMember(one.Person, one.Id, ground.Answers.Day("until")))),
        new("warn", [Matter.WarnMember, Matter.SuspendMember, Matter.ExcludeMember], Warning, ground => Read(ground, one => new WarnMember(one.Person, one.Id, ground.Answers.Choice<SanctionStep>("step")))),
        new("dismiss", [Matter.WarnMember, Matter.SuspendMember, Matter.ExcludeMember], Charges, ground => Read(ground, one => new DismissCharge(one.Person, one.Id))),
        new("upholdAppeal", [Matter.DecideAppeal], Appeals, ground => Read(ground, one => new UpholdAppeal(one.Person, one.Id))),
        new("rejectAppeal", [Matter.DecideAppeal], Appeals, ground => Read(ground, one => new RejectAppeal(one.Person, one.Id))),
        new("nameInvestigator", [Matter.General], Investigator, ground => Read(ground, one => new NameInvestigator(one.Id, ground.Answers.Person("person")))),
        new("answerObservation", [Matter.General], Observations, ground => new AnswerObservation(new(ground.Answers.Whole("observation")), ground.Answers.Words("words"))),
        new("assign", [Matter.General], Assignment, ground => new AssignToBody(new(ground.Answers.Whole("body")), ground.Answers.Person("person"))),
        new("release", [Matter.General], Assignment, ground => new ReleaseFromBody(new(ground.Answers.Whole("body")), ground.Answers.Person("person"))),
    ];

    // Only those that the visitor may see: a charge is not shown around by offering it.
    private static IEnumerable<EffectField> Charges(EffectGround ground) => [Procedures(ground, one => one.IsOpen)];

    private static IEnumerable<EffectField> Appeals(EffectGround ground) => [Procedures(ground, one => one.AwaitsAppeal)];

    private static IEnumerable<EffectField> Suspension(EffectGround ground) =>
        [.. Charges(ground), new("until", ground.Reader["assemblies.fields.until"], "date") { Hint = ground.Reader["assemblies.fields.untilHint"] }];

    private static IEnumerable<EffectField> Warning(EffectGround ground) =>
    [
        .. Charges(ground),
        new("step", ground.Reader["sanctions.fields.step"], "select") { Options = [.. new[] { SanctionStep.CallToAttention, SanctionStep.Warning }.Select(step => ($"{step}", ground.Reader.Name(step)))] },
    ];

    private static IEnumerable<EffectField> Investigator(EffectGround ground) => [.. Charges(ground), People(ground)];

    private static IEnumerable<EffectField> Assignment(EffectGround ground) =>
    [
        new("body", ground.Reader["assemblies.fields.ofBody"], "select")
        {
            Options = Choose(ground, ground.Visit.State.Bodies.All.Values.Where(body => body.Kind.HasRoll()).Select(body => ($"{body.Id}", ground.Say.Body(body.Id)))),
        },
        People(ground),
    ];

    private static IEnumerable<EffectField> Observations(EffectGround ground) =>
    [
        new("observation", ground.Reader["assemblies.fields.observation"], "select")
        {
            Options = Choose(ground, ground.Visit.State.Observations.StillOpen.Select(one => ($"{one.Id.Value}", ground.Reader["audit.number", ("number", one.Id.Value), ("body", ground.Say.Body(one.Body))]))),
        },
        new("words", ground.Reader["assemblies.fields.answer"], "textarea"),
    ];

    private static EffectField Procedures(EffectGround ground, Func<Procedure, bool> which) => new("procedure", ground.Reader["assemblies.fields.procedure"], "select")
    {
        Options = Choose(ground, ground.Visit.State.Sanctions.StillPending.Where(which)
            .Where(one => Docket.MaySee(one, ground.Visit.Viewer, ground.Visit.State, ground.Visit.Now))
            .Select(one => ($"{one.Id.Value}", ground.Reader["sanctions.about", ("number", one.Id.Value), ("name", ground.Visit.NameOf(one.Person))]))),
    };

    private static Act? Read(EffectGround ground, Func<Procedure, Act> make)
    {
        if (ground.Visit.State.Sanctions.Find(new(ground.Answers.Whole("procedure"))) is { } one) return make(one);
        ground.Answers.Reject("procedure");
        return null;
    }

    private static EffectField People(EffectGround ground) => new("person", ground.Reader["assemblies.fields.person"], "select")
    {
        Options = Choose(ground, ground.Visit.State.Roster.Voters(ground.Visit.Now).Select(person => (Value: $"{person}", Words: ground.Say.Person(person)))
            .OrderBy(person => person.Words, StringComparer.Create(ground.Reader.Culture, true))),
    };

    private static IReadOnlyList<(string, string)> Choose(EffectGround ground, IEnumerable<(string, string)> options) => [("", ground.Reader["forms.choose"]), .. options];
}
