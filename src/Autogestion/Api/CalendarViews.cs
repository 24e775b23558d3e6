using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Mirror;
using Autogestion.Pages.Duties;

namespace Autogestion.Api;

/// <summary>Something due.</summary>
/// <param name="Number">Of the sitting, resolution, petition or demand it is about, where it is about one.</param>
public sealed record DueLine(DueKind Kind, LocalDate On, bool Late, Instant? At, LegalDuty? Legal, int? Number, Cited? Rule);

/// <summary>A common duty with its turns and its counter.</summary>
public sealed record DutyLine(DutyId Id, SaidView Name, SaidView Place, IReadOnlyList<DutySlot> Slots, IReadOnlyList<TurnLine> Turns, IReadOnlyList<CounterLine> Counter);

/// <summary>A turn.</summary>
public sealed record TurnLine(TurnId Id, LocalDate Day, LocalTime Start, int Minutes, int Weight, PersonView? Person, bool Done);

/// <summary>What counts for one person of a duty, in halves of weight.</summary>
public sealed record CounterLine(PersonView Person, int Done, int Excused, int Missed, int Halves);

/// <summary>The mirror, month by month.</summary>
public sealed record MirrorLine(IReadOnlyList<MirrorMonth> Months, IReadOnlyList<Sign> Crossed);

/// <summary>The readings of one month.</summary>
public sealed record MirrorMonth(LocalDate Month, IReadOnlyList<Reading> Readings);

/// <summary>What was asked for besides petitions, and what waits.</summary>
public sealed record CallingLine(IReadOnlyList<RequestLine> Requests, IReadOnlyList<UniversalLine> Universals, IReadOnlyList<DemandLine> Demands, IReadOnlyList<WaitingLine> Docket);

/// <summary>A request for an item.</summary>
public sealed record RequestLine(ItemRequestId Id, BodyId Body, SaidView Title, Matter Matter, int Signatures, Instant? ReachedAt);

/// <summary>A proposal that all constitute themselves without notice.</summary>
public sealed record UniversalLine(UniversalId Id, AssemblyKind Kind, Instant At, int Accepted);

/// <summary>An auditor's demand.</summary>
public sealed record DemandLine(DemandId Id, SaidView Ground, Instant At, Instant Until);

/// <summary>What comes onto the next agenda by itself.</summary>
public sealed record WaitingLine(BodyId Body, Matter Matter, Came Came, SaidView? Title);

/// <summary>Views of the calendar, the duties and the mirror: pure, from the state to what is said.</summary>
public static class CalendarViews
{
    public static IReadOnlyList<DueLine> Calendar(ViewRequest request, Say say) =>
        [.. Dues.Until(request.Visit.State, request.Visit.Now, request.Visit.Today.PlusMonths(13)).Select(due => new DueLine(
            due.Kind, due.On, due.Late, due.At, due.Legal, (due.Coming?.Id ?? due.Sitting?.Id)?.Value ?? due.Resolution?.Id.Value ?? due.Petition?.Id.Value ?? due.Demand?.Id.Value, due.Rule))];

    public static IReadOnlyList<DutyLine> Duties(ViewRequest request, Say say)
    {
        var state = request.Visit.State;
        return [.. DutiesView.Of(state, request.Visit.Now, null).Duties.Select(view => new DutyLine(
            view.Duty.Id, say(view.Duty.Terms.Name)!, say(view.Duty.Terms.Place)!, view.Duty.Terms.Slots,
            [.. state.Duties.Turns.Values.Where(turn => turn.Duty == view.Duty.Id)
                .Select(turn => new TurnLine(turn.Id, turn.Day, turn.Start, turn.Minutes, turn.Weight, turn.Person is { } person ? request.Person(person) : null, turn.Done))],
            [.. view.Fairness.Select(line => new CounterLine(request.Person(line.Person), line.Tally.Done, line.Tally.Excused, line.Tally.Missed, line.Halves))]))];
    }

    public static MirrorLine Mirror(ViewRequest request, Say say) =>
        new([.. request.Visit.State.Mirror.Months.Select(month => new MirrorMonth(month.Key, month.Value))], [.. request.Visit.State.Mirror.Crossed.Order()]);

    public static CallingLine Calling(ViewRequest request, Say say)
    {
        var calling = request.Visit.State.Assemblies.Calling;
        return new(
            [.. calling.Requests.Values.Select(one => new RequestLine(one.Id, one.Body, say(one.Item.Title)!, one.Item.Matter, one.Signatures.Count, one.ReachedAt))],
            [.. calling.Universals.Values.Select(one => new UniversalLine(one.Id, one.Kind, one.At, one.Accepted.Count))],
            [.. calling.Demands.Values.Select(one => new DemandLine(one.Id, say(one.Ground)!, one.At, one.Until))],
            [.. calling.Docket.Select(one => new WaitingLine(one.Body, one.Matter, one.Came, say(one.Title)))]);
    }
}
