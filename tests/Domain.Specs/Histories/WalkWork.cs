using Autogestion.Domain.Kernel;
using Autogestion.Domain.Work;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>How the people of a walk work: they tap in and out or forget to, are absent, contest, and somebody keeps the hours. Drawn apart, beside all else.</summary>
internal sealed partial class Walk
{
    private WorkBoard Work => State.Work;

    private LocalDate ThisMonth => new(Local.Year, Local.Month, 1);

    private void LiveAtWork()
    {
        var keeper = work.Any(State.Posts.Live(Now).Where(mandate => mandate.Post is not null && mandate.Powers.Contains(Power.KeepHours)))?.Person ?? work.AnyOf(State.Roster.Voters(Now)) ?? Person(1);
        if (work.Any(Work.Workshops.Values.Where(workshop => !workshop.Closed)) is not { } workshop)
        {
            if (work.OneIn(3)) history.Ask(keeper, new CreateWorkshop(Words("Hornos"), work.OneIn(5) ? new(work.Between(1, 4)) : BodyId.Assembly));
            return;
        }
        switch (work.Below(24))
        {
            case < 6: Tap(workshop); break;
            case < 9: history.Ask(keeper, new RecordHours([.. Enumerable.Range(0, work.Between(1, 3)).Select(_ => Row(workshop))])); break;
            case < 13: Dispute(keeper); break;
            case 13: Miss(keeper); break;
            case 14: history.Ask(keeper, new SetOutsideHours(ThisMonth.PlusMonths(-work.Below(2)), workshop.Id, work.Of(Enum.GetValues<OutsideGround>()), work.Between(0, 3), work.Between(0, 3) * 600)); break;
            case 15: history.Ask(keeper, new CloseMonth(ThisMonth.PlusMonths(-work.Between(0, 2)))); break;
            case 16: Arrange(keeper, workshop); break;
            case 17 when work.Any(history.Attempts.Where(attempt => attempt.Act is WorkAct)) is { } earlier: history.Ask(work.OneIn(2) ? earlier.Stamp.Actor : keeper, earlier.Act, work.OneIn(2) ? earlier.Stamp.Authority : new Authority.Membership()); break;
        }
    }

    private void Tap(Workshop workshop)
    {
        var person = work.AnyOf(State.Roster.Voters(Now)) ?? Person(1);
        if (Work.Open.ContainsKey(person) && work.Percent(80)) history.Ask(person, new ClockOut(person));
        else history.Ask(person, new ClockIn(person, workshop.Id, TaskOf(workshop)));
    }

    private WorkTaskId? TaskOf(Workshop workshop) => work.OneIn(2) ? work.Any(Work.Tasks.Values.Where(task => task.Workshop == workshop.Id))?.Id : null;

    private HoursRow Row(Workshop workshop) => new(
        work.AnyOf(State.Roster.People.Keys.OrderBy(Number)) ?? Person(1), Local.Date.PlusDays(-work.Below(work.OneIn(8) ? 90 : 4)), workshop.Id,
        work.Between(work.OneIn(20) ? -60 : 1, work.OneIn(20) ? 3000 : 600), TaskOf(workshop), work.OneIn(3) ? null : new LocalTime(work.Below(24), 0));

    private void Dispute(PersonId keeper)
    {
        if (work.AnyOf(Work.Waiting) is { } open && work.Percent(60))
        {
            history.Ask(work.OneIn(5) ? open.Value : keeper, new AnswerContest(open.Value, new(open.Key), work.Between(0, 600), Words("respuesta")));
            return;
        }
        var forgotten = work.Any(Work.Open.Values.OrderBy(turn => turn.Id.Value));
        if (work.Any(Work.Entries.Values.SelectMany(own => own.Values).OrderBy(entry => entry.Id.Value)) is { } entry && work.Percent(80))
            history.Ask(work.OneIn(3) ? keeper : entry.Person, work.OneIn(3) ? new CorrectHours(entry.Person, entry.Id, work.Between(0, 700), Words("error")) : new ContestHours(entry.Person, entry.Id, work.Between(0, 700), Words("no es así")));
        else if (forgotten is not null) history.Ask(keeper, new CorrectHours(forgotten.Person, forgotten.Id, work.Between(0, 600), Words("se olvidó")));
    }

    private void Miss(PersonId keeper)
    {
        if (work.Any(Work.Absences.Values.SelectMany(own => own.Values).OrderBy(absence => absence.Id.Value)) is { } absence && work.OneIn(3))
        {
            history.Ask(keeper, new ChangeAbsence(absence.Person, absence.Id, work.OneIn(3) ? null : work.Of(Enum.GetValues<AbsenceKind>()), Words("motivo")));
            return;
        }
        var person = work.AnyOf(State.Roster.Voters(Now)) ?? Person(1);
        var from = Local.Date.PlusDays(work.Between(-20, 20));
        history.Ask(work.OneIn(2) ? person : keeper, new RecordAbsence(person, from, from.PlusDays(work.Between(-1, 6)), work.Between(1, 600), work.Of(Enum.GetValues<AbsenceKind>()), Words("gripe")));
    }

    private void Arrange(PersonId keeper, Workshop workshop)
    {
        switch (work.Below(10))
        {
            case 0: history.Ask(keeper, new CreateTask(workshop.Id, Words("colada"))); break;
            case 1 when work.Any(Work.Tasks.Values) is { } task: history.Ask(keeper, new CloseTask(task.Id)); break;
            case 2 or 3: history.Ask(keeper, new CreateShift(new(Words("Mañana"), workshop.Id, [new(work.Between(1, 8), new(6, 0), 480), new(work.Between(1, 7), new(6, 0), 480)]))); break;
            case 4 when work.Any(Work.Shifts.Values) is { } shift: history.Ask(keeper, new CloseShift(shift.Id)); break;
            case 5 or 6: history.Ask(keeper, new AssignShift(work.AnyOf(State.Roster.Voters(Now)) ?? Person(1), work.OneIn(4) ? null : work.Any(Work.Shifts.Values)?.Id)); break;
            case 7 or 8: history.Ask(keeper, new SetDayOff(Local.Date.PlusDays(work.Between(0, 5)), work.OneIn(4) ? null : Words("feriado"))); break;
            case 9 when work.OneIn(4): history.Ask(keeper, new CloseWorkshop(workshop.Id)); break;
        }
    }
}
