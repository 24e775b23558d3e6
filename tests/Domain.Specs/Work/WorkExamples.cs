using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Work;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Work;

/// <summary>How acts about work are refused.</summary>
internal static class WorkExamples
{
    /// <summary>The furnaces.</summary>
    public static readonly WorkshopId Furnaces = new(1);

    /// <summary>The first stretch of work there is.</summary>
    public static readonly WorkId First = new(1);

    /// <summary>A Monday some weeks after the founding.</summary>
    public static readonly LocalDate Monday = new(2024, 4, 8);

    private static readonly LocalDate April = new(2024, 4, 1);

    public static IEnumerable<Example> All =>
    [
        new(WorkRefusals.UnknownBody, () => Keeping().Blocked(new CreateWorkshop(Words("Hornos"), new(9)))),
        new(WorkRefusals.UnknownWorkshop, () => Keeping().Refused(Person(6), new CloseWorkshop(new(9)))),
        new(WorkRefusals.UnknownWorkshop, () => Keeping().Refused(Person(1), new ClockIn(Person(1), new(9)))),
        new(WorkRefusals.UnknownTask, () => Keeping().Refused(Person(6), new CloseTask(new(9)))),
        new(WorkRefusals.UnknownTask, () => Keeping().Refused(Person(1), new ClockIn(Person(1), Furnaces, new(9)))),
        new(WorkRefusals.UnknownShift, () => Keeping().Refused(Person(6), new CloseShift(new(9)))),
        new(WorkRefusals.UnknownShift, () => Keeping().Refused(Person(6), new AssignShift(Person(1), new(9)))),
        new(WorkRefusals.UnknownHours, () => Keeping().Refused(Person(1), new ContestHours(Person(1), First, 60, Words("no")))),
        new(WorkRefusals.UnknownAbsence, () => Keeping().Refused(Person(6), new ChangeAbsence(Person(1), new(9), null, Words("vino")))),
        new(WorkRefusals.OwnHours, () => Worked(6).Refused(Person(6), new CorrectHours(Person(6), First, 500, Words("más")))),
        new(WorkRefusals.Contested, () => Contested().Refused(Person(6), new CorrectHours(Person(1), First, 500, Words("más")))),
        new(WorkRefusals.NotContested, () => Worked().Refused(Person(6), new AnswerContest(Person(1), First, 500, Words("más")))),
        new(WorkRefusals.Answered, () => Answered().Refused(Person(1), new ContestHours(Person(1), First, 500, Words("más")))),
        new(WorkRefusals.Agreed, () => Worked().Later(9).Refused(Person(1), new ContestHours(Person(1), First, 500, Words("más")))),
        new(WorkRefusals.BadShift, () => Keeping().Refused(Person(6), new CreateShift(new(Words("Mañana"), Furnaces, [new(8, new(6, 0), 480)])))),
        new(WorkRefusals.BadRows, () => Keeping().Refused(Person(6), new RecordHours([]))),
        new(WorkRefusals.BadMonth, () => Keeping().Refused(Person(6), new CloseMonth(Monday))),
        new(WorkRefusals.BadDays, () => Keeping().Refused(Person(6), new SetDayOff(Monday.PlusDays(-1), Words("ayer")))),
        new(WorkRefusals.BadDays, () => Keeping().Refused(Person(1), new RecordAbsence(Person(1), Monday, Monday.PlusDays(-1), 480, AbsenceKind.Sick, Words("gripe")))),
        new(WorkRefusals.ToCome, () => Keeping().Refused(Person(6), new RecordHours([Row(1, Monday.PlusDays(1))]))),
        new(WorkRefusals.ToCome, () => Keeping().Refused(Person(6), new RecordHours([Row(1, Monday, 7)]))),
        new(WorkRefusals.LongAgo, () => Keeping().Refused(Person(6), new RecordHours([Row(1, new(2024, 1, 31))]))),
        new(WorkRefusals.MonthClosed, () => Closed().Refused(Person(6), new RecordHours([Row(2, Monday)]))),
        new(WorkRefusals.NotOfUs, () => Keeping().Refused(Person(77), new ClockIn(Person(77), Furnaces))),
        new(WorkRefusals.NotOfUs, () => Keeping().Refused(Person(6), new RecordHours([Row(77, Monday.PlusDays(-3))]))),
        new(WorkRefusals.AlreadyIn, () => In().Refused(Person(1), new ClockIn(Person(1), Furnaces))),
        new(WorkRefusals.NotIn, () => Keeping().Refused(Person(1), new ClockOut(Person(1)))),
        new(WorkRefusals.BadLength, () => Keeping().Refused(Person(6), new RecordHours([Row(1, Monday.PlusDays(-3), 6, 1000)]))),
        new(WorkRefusals.BadOutside, () => Keeping().Refused(Person(6), new SetOutsideHours(April, Furnaces, OutsideGround.Season, 0, 60))),
        new(WorkRefusals.Repeated, () => Worked().Refused(Person(6), new RecordHours([Row(1, Monday.PlusDays(-3))]))),
        new(WorkRefusals.Repeated, () => Keeping().Refused(Person(6), new AssignShift(Person(1), null))),
        new(WorkRefusals.AlreadyAbsent, () => Absent().Refused(Person(1), new RecordAbsence(Person(1), Monday, Monday, 480, AbsenceKind.Leave, Words("trámite")))),
        new(WorkRefusals.Overlaps, () => Worked().Refused(Person(6), new RecordHours([Row(1, Monday.PlusDays(-3), 9)]))),
        new(WorkRefusals.MonthOpen, () => Keeping().Refused(Person(6), new CloseMonth(April))),
    ];

    /// <summary>Eight hours, or others, from six in the morning.</summary>
    public static HoursRow Row(int person, LocalDate day, int hour = 6, int minutes = 480) => new(Person(person), day, Furnaces, minutes, null, new(hour, 0));

    /// <summary>A plant with furnaces in which a resolution gave person 6 the hours; Monday at eight in the morning.</summary>
    public static Plant Keeping(int people = 10)
    {
        var plant = Founded(people);
        var post = plant.Resolve(new CreatePost(new(Words("Horas"), BodyId.Assembly, [Power.KeepHours], 1, 12))).OfType<PostCreated>().Single().Post;
        plant.Resolve(new GrantMandate(post, Person(6)));
        plant.Enter(Person(6), new CreateWorkshop(Words("Hornos"), BodyId.Assembly));
        plant.Now = Monday.At(new(8, 0)).InZoneLeniently(Zone).ToInstant();
        return plant;
    }

    /// <summary>The same with person 1, or another, having worked eight hours on the Friday before.</summary>
    public static Plant Worked(int person = 1)
    {
        var plant = Keeping();
        plant.Enter(Person(6), new RecordHours([Row(person, Monday.PlusDays(-3))]));
        return plant;
    }

    /// <summary>The same, contested: it was nine.</summary>
    public static Plant Contested()
    {
        var plant = Worked();
        plant.Enter(Person(1), new ContestHours(Person(1), First, 540, Words("salí más tarde")));
        return plant;
    }

    /// <summary>Some days later.</summary>
    public static Plant Later(this Plant plant, int days, int hours = 0)
    {
        plant.Now += Duration.FromHours(24 * days + hours);
        return plant;
    }

    private static Plant Answered()
    {
        var plant = Contested();
        plant.Enter(Person(6), new AnswerContest(Person(1), First, 510, Words("media hora")));
        return plant;
    }

    private static Plant In()
    {
        var plant = Keeping();
        plant.Enter(Person(1), new ClockIn(Person(1), Furnaces));
        return plant;
    }

    private static Plant Absent()
    {
        var plant = Keeping();
        plant.Enter(Person(1), new RecordAbsence(Person(1), Monday, Monday.PlusDays(1), 480, AbsenceKind.Sick, Words("gripe")));
        return plant;
    }

    private static Plant Closed()
    {
        var plant = Worked().Later(30);
        plant.Enter(Person(6), new CloseMonth(April));
        return plant;
    }
}
