using Autogestion.Domain.Kernel;
using Autogestion.Domain.Work;

namespace Autogestion.Api;

/// <summary>Work in this month.</summary>
public sealed record WorkLine(LocalDate Month, LocalDate? ClosedUntil, IReadOnlyList<WorkshopLine> Workshops, IReadOnlyList<TurnUnderWay> In, IReadOnlyList<PersonHours> People, IReadOnlyList<PlaceHours> Places, IReadOnlyList<OutsideLine> Outside);

/// <summary>A workshop with its tasks.</summary>
public sealed record WorkshopLine(WorkshopId Id, SaidView Name, BodyId Body, IReadOnlyList<WorkTaskLine> Tasks);

/// <summary>A task of a workshop.</summary>
public sealed record WorkTaskLine(WorkTaskId Id, SaidView Name);

/// <summary>Somebody at work.</summary>
public sealed record TurnUnderWay(PersonView Person, WorkshopId Workshop, WorkTaskId? Task, Instant Since);

/// <summary>One person's month, in minutes.</summary>
/// <param name="Counts">What counts as worked by the norms.</param>
public sealed record PersonHours(PersonView Person, int WorkMinutes, int ContestedMinutes, int AbsentMinutes, int GuardMinutes, int Counts);

/// <summary>What was worked in a workshop on a task, in minutes.</summary>
public sealed record PlaceHours(WorkshopId Workshop, WorkTaskId? Task, int WorkMinutes);

/// <summary>People who are no members, in minutes.</summary>
public sealed record OutsideLine(WorkshopId Workshop, OutsideGround Ground, int People, int WorkMinutes);

/// <summary>Views of work: pure, from the state to what is said. Absences are told without their kind.</summary>
public static class WorkViews
{
    public static WorkLine Work(ViewRequest request, Say say)
    {
        var (state, today) = (request.Visit.State, request.Visit.Today);
        var (board, first) = (state.Work, new LocalDate(today.Year, today.Month, 1));
        var month = board.Month(first);
        return new(
            first, board.ClosedUntil,
            [.. board.Workshops.Values.Where(workshop => !workshop.Closed).Select(workshop => new WorkshopLine(workshop.Id, say(workshop.Name)!, workshop.Body,
                [.. board.Tasks.Values.Where(task => task.Workshop == workshop.Id && !task.Closed).Select(task => new WorkTaskLine(task.Id, say(task.Name)!))]))],
            [.. board.Open.Values.OrderBy(turn => turn.Since).Select(turn => new TurnUnderWay(request.Person(turn.Person), turn.Place.Workshop, turn.Place.Task, turn.Since))],
            [.. month.People.Select(one => new PersonHours(request.Person(one.Key), one.Value.WorkMinutes, one.Value.ContestedMinutes, one.Value.AbsentMinutes, one.Value.GuardMinutes, board.MinutesOf(one.Key, new(first.Year, first.Month), state.Statutes)))],
            [.. month.Places.Select(place => new PlaceHours(place.Key.Workshop, place.Key.Task, place.Value))],
            [.. month.Outside.Select(line => new OutsideLine(line.Key.Workshop, line.Key.Ground, line.Value.People, line.Value.WorkMinutes))]);
    }
}
