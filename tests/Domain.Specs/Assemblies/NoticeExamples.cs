using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>How a notice or a petition is refused.</summary>
internal static class NoticeExamples
{
    private static readonly BodyId Council = new(2);

    public static IEnumerable<Example> All =>
    [
        new(AssembliesRefusals.UnknownBody, () => Noticed(Founded(), AssemblyKind.Session, 5, new(9))),
        new(AssembliesRefusals.WrongKind, () => Noticed(Founded(), AssemblyKind.Session, 5)),
        new(AssembliesRefusals.WrongKind, () => Noticed(Founded(withCouncil: true), AssemblyKind.Weekly, 5, Council)),
        new(AssembliesRefusals.WrongKind, () => Founded().Refused(Person(4), new PetitionAssembly(AssemblyKind.Shift, Agenda(Matter.General)))),
        new(AssembliesRefusals.BadAgenda, () => Founded().Refused(Person(1), Notice(AssemblyKind.Weekly, 5) with { Agenda = [] })),
        new(AssembliesRefusals.BadAgenda, () => Founded().Refused(Person(1), Notice(AssemblyKind.Weekly, 5) with { Agenda = [.. Enumerable.Repeat(Agenda(Matter.General)[0], 61)] })),
        new(AssembliesRefusals.NobodyEntitled, () => Noticed(Founded(withCouncil: true), AssemblyKind.Session, 5, Council)),
        new(AssembliesRefusals.OtherBody, () => Noticed(Founded(preset: Rule(Rules.CompetentBody(Matter.SuspendMember), "Council"), withCouncil: true), AssemblyKind.Weekly, 5, null, Matter.SuspendMember)),
        new(AssembliesRefusals.ReservedMatter, () => Noticed(Founded(preset: Reserved), AssemblyKind.Weekly, 5, null, Matter.ApproveAccounts)),
        new(AssembliesRefusals.NoticeTooShort, () => Noticed(Founded(), AssemblyKind.Weekly, 0)),
        new(AssembliesRefusals.NoticeTooShort, () => Noticed(Founded(), AssemblyKind.Ordinary, 14)),
        new(AssembliesRefusals.NoticeTooShort, () => Founded().Refused(Person(1), Notice(AssemblyKind.Weekly, 5) with { Start = new(-9998, 1, 1, 0, 0) })),
        new(AssembliesRefusals.NoticeTooLong, () => Noticed(Founded(), AssemblyKind.Ordinary, 61)),
        new(AssembliesRefusals.NoticeTooLong, () => Founded().Refused(Person(1), Notice(AssemblyKind.Weekly, 5) with { Start = LocalDateTime.MaxIsoValue })),
        new(AssembliesRefusals.UnknownPetition, () => Founded().Refused(Person(4), new SignPetition(new(1)))),
        new(AssembliesRefusals.UnknownPetition, () => Founded().Refused(Person(4), Call())),
        new(AssembliesRefusals.AlreadySigned, () => Petitioned(10).Refused(Person(4), new SignPetition(new(1)))),
        new(AssembliesRefusals.NotSigner, () => Petitioned(10).Refused(Person(6), Call())),
        new(AssembliesRefusals.AlreadyCalled, CalledTwice),
        new(AssembliesRefusals.TooFewSignatures, () => Petitioned(30).Refused(Person(4), Call())),
        new(AssembliesRefusals.ConvenersTurn, () => Petitioned(10).Refused(Person(4), Call())),
    ];

    private static Preset Reserved => House.Preset((Rules.Reserved(Matter.ApproveAccounts), new RuleValue.Switch(true)));

    private static Preset Rule(RuleKey<RuleValue.Choice> key, string choice) => House.Preset((key, new RuleValue.Choice(choice)));

    private static ImmutableArray<AgendaDraft> Agenda(Matter matter) => [new(Words("punto"), matter)];

    private static IssueNotice Notice(AssemblyKind kind, int inDays, BodyId? body = null, Matter matter = Matter.General) =>
        new(body ?? BodyId.Assembly, kind, FirstDay.PlusDays(inDays).At(new(18, 0)), Words("Nave 1"), Agenda(matter));

    private static Refusal Noticed(Plant plant, AssemblyKind kind, int inDays, BodyId? body = null, Matter matter = Matter.General) =>
        plant.Refused(Person(1), Notice(kind, inDays, body, matter));

    private static IssuePetitionedNotice Call() => new(new(1), FirstDay.PlusDays(30).At(new(18, 0)), Words("Vereda"));

    private static Plant Petitioned(int people)
    {
        var plant = Founded(people);
        plant.Enter(Person(4), new PetitionAssembly(AssemblyKind.Weekly, Agenda(Matter.General)));
        return plant;
    }

    private static Refusal CalledTwice()
    {
        var plant = Founded();
        plant.CalledByPetition(8);
        return plant.Refused(Person(8), new IssuePetitionedNotice(new(1), plant.Local.PlusDays(3), Words("Vereda")));
    }
}
