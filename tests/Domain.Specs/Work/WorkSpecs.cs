using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Specs.Duties;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Work;
using static Autogestion.Domain.Specs.Plant;
using static Autogestion.Domain.Specs.Work.WorkExamples;

namespace Autogestion.Domain.Specs.Work;

/// <summary>Work: one tap in and out, hours written in, contested, answered and agreed, absences, and what a month adds up to.</summary>
public sealed class WorkSpecs
{
    private static readonly YearMonth April = new(2024, 4);

    private static PersonMonth Of(Plant plant, int person) => plant.State.Work.Of(Person(person), April);

    private static int Counted(Plant plant, int person) => plant.State.Work.MinutesOf(Person(person), April, plant.State.Statutes);

    [Fact]
    public void Two_taps_make_a_stretch_of_work_in_whole_minutes()
    {
        var plant = Keeping();
        Assert.Equal(new ClockedIn(First, Person(1), Furnaces, null), Assert.Single(plant.Enter(Person(1), new ClockIn(Person(1), Furnaces))));
        Assert.Equal(Person(1), Assert.Single(plant.State.Work.Open.Keys));
        plant.Now += Duration.FromSeconds(7 * 3600 + 59 * 60 + 59);
        Assert.Equal(new ClockedOut(First, Person(1), Monday, 479), Assert.Single(plant.Enter(Person(1), new ClockOut(Person(1)))));
        Assert.Empty(plant.State.Work.Open);
        Assert.Equal(479, Of(plant, 1).WorkMinutes);
        Assert.Equal(479, plant.State.Work.Month(Monday).Places[new(Furnaces, null)]);
    }

    [Fact]
    public void Nobody_taps_for_somebody_else()
    {
        var plant = Keeping();
        Assert.Equal("authority.not-accepted", plant.Refused(Person(6), new ClockIn(Person(1), Furnaces), plant.Citing(6, Power.KeepHours)).Code.Name);
        Assert.Equal("authority.not-your-affair", plant.Refused(Person(6), new ClockOut(Person(1)), new Authority.OwnAffair()).Code.Name);
    }

    [Fact]
    public void Whoever_forgets_to_tap_out_earns_nothing_until_somebody_says_how_long_it_was()
    {
        var plant = Keeping();
        plant.Enter(Person(1), new ClockIn(Person(1), Furnaces));
        plant.Later(1);
        Assert.Equal([new TurnLeftOpen(First, Person(1), Monday), new ClockedIn(new(2), Person(1), Furnaces, null)], plant.Enter(Person(1), new ClockIn(Person(1), Furnaces)));
        Assert.Equal(0, Of(plant, 1).WorkMinutes);
        Assert.Equal(First.Value, Assert.Single(plant.State.Work.LeftOpen.Keys));

        plant.Enter(Person(1), new ContestHours(Person(1), First, 480, Words("me olvidé")));
        plant.Enter(Person(6), new AnswerContest(Person(1), First, 480, Words("sí, estaba")));
        Assert.Equal(480, Of(plant, 1).WorkMinutes);
        Assert.Empty(plant.State.Work.LeftOpen);
    }

    [Fact]
    public void A_tap_out_after_the_longest_turn_says_that_it_was_left_open_and_so_does_a_correction()
    {
        var plant = Keeping();
        plant.Enter(Person(1), new ClockIn(Person(1), Furnaces));
        plant.Enter(Person(2), new ClockIn(Person(2), Furnaces));
        plant.Later(0, 17);
        Assert.Equal(new TurnLeftOpen(First, Person(1), Monday), Assert.Single(plant.Enter(Person(1), new ClockOut(Person(1)))));
        Assert.Equal(["TurnLeftOpen", "HoursCorrected"], plant.Enter(Person(6), new CorrectHours(Person(2), new(2), 480, Words("salió a las cuatro"))).Select(entry => entry.GetType().Name));
        Assert.Equal((0, 480), (Of(plant, 1).WorkMinutes, Of(plant, 2).WorkMinutes));
    }

    [Fact]
    public void What_is_contested_counts_nothing_until_it_is_answered_and_then_is_not_contested_again()
    {
        var plant = Contested();
        Assert.Equal((0, 480), (Of(plant, 1).WorkMinutes, Of(plant, 1).ContestedMinutes));
        Assert.Equal(First.Value, Assert.Single(plant.State.Work.Waiting.Keys));
        plant.Enter(Person(6), new AnswerContest(Person(1), First, 510, Words("media hora")));
        Assert.Equal((510, 0), (Of(plant, 1).WorkMinutes, Of(plant, 1).ContestedMinutes));
        Assert.Empty(plant.State.Work.Waiting);
        // The assembly can still say otherwise.
        plant.Resolve(new CorrectHours(Person(1), First, 540, Words("estaba")));
        Assert.Equal(540, Of(plant, 1).WorkMinutes);
    }

    [Fact]
    public void What_nobody_contests_in_seven_days_is_agreed_and_a_correction_gives_seven_more()
    {
        var plant = Worked().Later(7);
        plant.Enter(Person(6), new CorrectHours(Person(1), First, 420, Words("entró tarde")));
        plant.Later(6);
        plant.Enter(Person(1), new ContestHours(Person(1), First, 480, Words("no es así")));
        Assert.Equal("work.agreed", Worked().Later(8).Refused(Person(1), new ContestHours(Person(1), First, 1, Words("no"))).Code.Name);
    }

    [Fact]
    public void Rows_are_entered_all_or_none_and_the_refusal_says_which()
    {
        var plant = Keeping();
        var friday = Monday.PlusDays(-3);
        var refusal = plant.Refused(Person(6), new RecordHours([Row(1, friday), Row(2, friday), Row(1, friday, 13)]));
        Assert.Equal(("work.overlaps", 3), (refusal.Code.Name, (int)refusal.Facts.Single(fact => fact.Name == "row").Value));
        Assert.Equal(2, plant.Enter(Person(6), new RecordHours([Row(1, friday), Row(2, friday)])).Length);
    }

    [Fact]
    public void Nobody_works_longer_than_a_day_is_nor_twice_at_once()
    {
        var plant = Keeping();
        var friday = Monday.PlusDays(-3);
        plant.Enter(Person(6), new RecordHours([Row(1, friday) with { Start = null, WorkMinutes = 900 }]));
        Assert.Equal("work.overlaps", plant.Refused(Person(6), new RecordHours([Row(1, friday) with { Start = null, WorkMinutes = 541 }])).Code.Name);
        plant.Enter(Person(1), new ClockIn(Person(1), Furnaces));
        plant.Later(0, 3);
        Assert.Equal("work.overlaps", plant.Refused(Person(6), new RecordHours([Row(1, Monday, 7, 90)])).Code.Name);
        plant.Enter(Person(6), new RecordHours([Row(1, Monday, 7, 60)]));
    }

    [Fact]
    public void An_absence_is_of_the_days_on_which_one_works_and_counts_as_the_norms_say()
    {
        var plant = Keeping();
        plant.Enter(Person(6), new CreateShift(new(Words("Mañana"), Furnaces, [.. Enumerable.Range(1, 5).Select(day => new ShiftDay(day, new(6, 0), 480))])));
        plant.Enter(Person(6), new AssignShift(Person(1), new(1)));
        plant.Enter(Person(6), new SetDayOff(Monday.PlusDays(2), Words("feriado")));
        var absent = Assert.IsType<AbsenceRecorded>(Assert.Single(plant.Enter(Person(1), new RecordAbsence(Person(1), Monday, Monday.PlusDays(6), 480, AbsenceKind.Sick, Words("gripe")))));
        Assert.Equal([Monday, Monday.PlusDays(1), Monday.PlusDays(3), Monday.PlusDays(4)], absent.Days);
        Assert.Equal((4 * 480, 4 * 480), (Of(plant, 1).AbsentMinutes, Counted(plant, 1)));

        plant.Enter(Person(6), new ChangeAbsence(Person(1), new(1), AbsenceKind.Unjustified, Words("sin certificado")));
        Assert.Equal((4 * 480, 0), (Of(plant, 1).AbsentMinutes, Counted(plant, 1)));
        plant.Resolve(new ChangeAbsence(Person(1), new(1), null, Words("había venido")));
        Assert.Equal(0, Of(plant, 1).AbsentMinutes);
    }

    [Fact]
    public void A_turn_of_a_common_duty_counts_as_work_only_if_the_norms_say_so()
    {
        var plant = DutiesExamples.Planned();
        plant.Now = DutiesExamples.Monday.At(new(20, 0)).InZoneLeniently(Zone).ToInstant();
        plant.Enter(Person(1), new CheckInTurn(new(1), Person(1)));
        var march = new YearMonth(2024, 3);
        Assert.Equal(0, plant.State.Work.MinutesOf(Person(1), march, plant.State.Statutes));
        plant.Resolve(new ChangeNorm(Rules.GuardCounts.Name, new RuleValue.Switch(true)));
        Assert.Equal(240, plant.State.Work.MinutesOf(Person(1), march, plant.State.Statutes));
    }

    [Fact]
    public void Overtime_is_what_a_week_has_above_the_norm_and_is_shown_not_refused()
    {
        var plant = Keeping().Later(7);
        plant.Enter(Person(6), new RecordHours([.. Enumerable.Range(0, 5).Select(day => Row(1, Monday.PlusDays(day), 6, 600)), Row(1, Monday.PlusDays(-1))]));
        Assert.Equal(2 * 60, Of(plant, 1).Overtime(48));
        Assert.Equal(0, Of(plant, 1).Overtime(50));
    }

    [Fact]
    public void Hours_of_people_who_are_no_members_are_told_by_workshop_and_ground_and_the_last_figure_stands()
    {
        var plant = Keeping();
        var april = April.OnDayOfMonth(1);
        plant.Enter(Person(6), new SetOutsideHours(april, Furnaces, OutsideGround.Season, 3, 4800));
        plant.Enter(Person(6), new SetOutsideHours(april, Furnaces, OutsideGround.Season, 2, 2400));
        Assert.Equal(2400, plant.State.Work.Month(april).OutsideMinutes);
        plant.Enter(Person(6), new SetOutsideHours(april, Furnaces, OutsideGround.Season, 0, 0));
        Assert.Empty(plant.State.Work.Month(april).Outside);
    }

    [Fact]
    public void A_month_is_closed_once_all_in_it_is_agreed_and_then_nothing_changes_in_it()
    {
        var plant = Contested().Later(30);
        Assert.Equal("work.month-open", plant.Refused(Person(6), new CloseMonth(April.OnDayOfMonth(1))).Code.Name);
        plant.Enter(Person(6), new AnswerContest(Person(1), First, 510, Words("media hora")));
        plant.Enter(Person(6), new CloseMonth(April.OnDayOfMonth(1)));
        Assert.True(plant.State.Work.IsClosed(April));
        Assert.Equal("work.month-closed", plant.Refused(Person(6), new CorrectHours(Person(1), First, 1, Words("no"))).Code.Name);
        Assert.Equal("work.month-closed", plant.Refused(Person(1), new RecordAbsence(Person(1), Monday, Monday, 480, AbsenceKind.Sick, Words("gripe"))).Code.Name);
    }

    [Fact]
    public void Single_stretches_go_once_nobody_can_contest_them_and_the_sums_stay()
    {
        var plant = Worked();
        foreach (var _ in Enumerable.Range(1, 10))
        {
            plant.Later(30);
            plant.Enter(Person(6), new RecordHours([Row(1, plant.Local.Date, 6, 60)]));
        }
        Assert.True(plant.State.Work.EntriesOf(Person(1)).Count <= 4);
        Assert.Equal(480 + 10 * 60, plant.State.Work.Months.Values.Sum(month => month.OursMinutes));
    }

    [Fact]
    public void Whoever_keeps_the_hours_of_a_sector_keeps_those_of_no_other()
    {
        var plant = Keeping();
        var sector = plant.Sector(7);
        var post = plant.Resolve(new CreatePost(new(Words("Horas de hornos"), sector, [Power.KeepHours], 1, 12))).OfType<PostCreated>().Single().Post;
        plant.Resolve(new GrantMandate(post, Person(7)));
        plant.Enter(Person(6), new CreateWorkshop(Words("Hornos chicos"), sector));
        var day = plant.Local.Date.PlusDays(-1);
        plant.Enter(Person(7), new RecordHours([Row(1, day) with { Workshop = new(2) }]));
        Assert.Equal("authority.other-body", plant.Refused(Person(7), new RecordHours([Row(2, day)]), plant.Citing(7, Power.KeepHours)).Code.Name);
        Assert.Equal("authority.other-body", plant.Refused(Person(7), new RecordHours([Row(2, day), Row(3, day) with { Workshop = new(2) }]), plant.Citing(7, Power.KeepHours)).Code.Name);
    }
}
