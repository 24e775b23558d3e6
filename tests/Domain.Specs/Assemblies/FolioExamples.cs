using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>How an act about folios or dissent is refused.</summary>
internal static class FolioExamples
{
    private static readonly AssemblyId One = new(1);

    public static IEnumerable<Example> All =>
    [
        new(FolioRefusals.VotesByName, HandsInTheCouncil),
        new(FolioRefusals.EarlierFirst, () => FolioSpecs.Held(2).Refused(Person(1), new FoliateMinutes(new(2), FolioSpecs.Sheets(1)))),
        new(FolioRefusals.NothingToFoliate, Twice),
        new(FolioRefusals.SheetsImpossible, () => FolioSpecs.Held(1).Refused(Person(1), new FoliateMinutes(One, []))),
        new(FolioRefusals.SheetsImpossible, () => Founded().Refused(Person(1), new VoidFolios(BodyId.Assembly, 0, Words("por qué")))),
        new(FolioRefusals.BookFull, BookFull),
        new(FolioRefusals.VolumeImpossible, () => Founded().Refused(Person(1), new OpenMinuteBook(BodyId.Assembly, 9, 8))),
        new(FolioRefusals.NotDecided, () => RoomExamples.Open().Refused(Person(6), new RecordDissent(One, new(1), Words("no")))),
        new(FolioRefusals.TookNoPart, () => FolioSpecs.Held(1).Refused(Person(10), new RecordDissent(One, new(1), Words("no estuve")))),
        new(FolioRefusals.DissentLate, Late),
        new(FolioRefusals.DissentTwice, DissentTwice),
        new(MinutesRefusals.NotClosed, () => RoomExamples.Open().Refused(Person(1), new FoliateMinutes(One, FolioSpecs.Sheets(1)))),
        new(MinutesRefusals.NotDrawnUp, NotDrawnUp),
        new(AssembliesRefusals.Unknown, () => Founded().Refused(Person(4), new RecordDissent(new(9), new(1), Words("no")))),
    ];

    private static Refusal HandsInTheCouncil()
    {
        var plant = Founded(preset: House.Preset((Rules.CouncilByName, new RuleValue.Switch(true))), withCouncil: true);
        plant.Council(6, 7);
        var session = plant.OpenSession(new(2), [1, 2, 6, 7], Matter.General);
        var motion = plant.Enter(Person(6), new TableMotion(session, 1, Words("moción"))).OfType<MotionTabled>().Single().Motion;
        plant.Enter(Person(1), new TakeItem(session, 1));
        return plant.Refused(Person(1), new OpenVote(session, motion, VoteMethod.ShowOfHands, 2));
    }

    private static Refusal Twice()
    {
        var plant = FolioSpecs.Held(1);
        plant.Enter(Person(1), new FoliateMinutes(One, FolioSpecs.Sheets(1)));
        return plant.Refused(Person(1), new FoliateMinutes(One, FolioSpecs.Sheets(1)));
    }

    private static Refusal BookFull()
    {
        var plant = FolioSpecs.Held(1);
        plant.Enter(Person(1), new OpenMinuteBook(BodyId.Assembly, 1, 2));
        return plant.Refused(Person(1), new FoliateMinutes(One, FolioSpecs.Sheets(3)));
    }

    private static Refusal Late()
    {
        var plant = FolioSpecs.Held(1);
        plant.Now += Duration.FromDays(8);
        return plant.Refused(Person(4), new RecordDissent(One, new(1), Words("tarde")));
    }

    private static Refusal DissentTwice()
    {
        var plant = FolioSpecs.Held(1);
        plant.Enter(Person(4), new RecordDissent(One, new(1), Words("no")));
        return plant.Refused(Person(4), new RecordDissent(One, new(1), Words("otra vez")));
    }

    private static Refusal NotDrawnUp()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(1), new CloseAssembly(One));
        return plant.Refused(Person(1), new FoliateMinutes(One, FolioSpecs.Sheets(1)));
    }
}
