using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Work;

/// <summary>Decides corrections and contests: the owner says no in time, somebody else answers, and what nobody contests is agreed.</summary>
internal static class ContestDecider
{
    public static Decision Decide(WorkAct act, Stamp stamp, WorkBoard board, WorkGround ground) => act switch
    {
        CorrectHours correct => Correct(correct, stamp, board, ground),
        ContestHours contest => Contest(contest, board, ground),
        AnswerContest answer => Answer(answer, stamp, board, ground),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>Whether somebody who holds a mandate would decide about their own hours; the assembly may decide about anybody's.</summary>
    public static bool IsOwn(PersonId person, Stamp stamp) => stamp.Authority is Authority.Mandate && stamp.Actor == person;

    private static Decision Correct(CorrectHours act, Stamp stamp, WorkBoard board, WorkGround ground)
    {
        // A turn that was forgotten and not even said to be is that first.
        if (board.Open.GetValueOrDefault(act.Person) is { } turn && turn.Id == act.Work && ground.IsForgotten(turn))
        {
            var left = HoursDecider.LeftOpen(turn, ground);
            return Correct(act, stamp, WorkBoard.Evolve(board, left, ground.Now, ground.Zone), ground) is Decision.Entered { Entries: var corrected }
                ? Decision.Of([left, .. corrected])
                : Correct(act, stamp, WorkBoard.Evolve(board, left, ground.Now, ground.Zone), ground);
        }
        if (board.Find(act.Person, act.Work) is not { } entry) return WorkRefusals.UnknownHours;
        if (IsOwn(act.Person, stamp)) return WorkRefusals.OwnHours;
        if (entry.Contest is not null) return WorkRefusals.Contested;
        if (Cannot(entry, act.WorkMinutes, board, ground) is { } flaw) return flaw;
        return entry.WorkMinutes == act.WorkMinutes && !entry.LeftOpen ? WorkRefusals.Repeated : new HoursCorrected(act.Work, act.Person, act.WorkMinutes, act.Reason);
    }

    private static Decision Contest(ContestHours act, WorkBoard board, WorkGround ground)
    {
        if (board.Find(act.Person, act.Work) is not { } entry) return WorkRefusals.UnknownHours;
        if (entry.Contest is not null) return WorkRefusals.Contested;
        if (entry.Answered) return WorkRefusals.Answered;
        var rule = ground.Statutes.Rule(Rules.ContestWithin);
        if (ground.Now > entry.ContestUntil(rule.Value.Value, ground.Zone)) return WorkRefusals.Agreed.Under(rule.Cited);
        if (entry.Day <= board.ClosedUntil) return WorkRefusals.MonthClosed.With("until", board.ClosedUntil!);
        return act.WorkMinutes < 0 || act.WorkMinutes > ground.Longest ? HoursDecider.BadLength(ground) : new HoursContested(act.Work, act.Person, act.WorkMinutes, act.Reason);
    }

    private static Decision Answer(AnswerContest act, Stamp stamp, WorkBoard board, WorkGround ground)
    {
        if (board.Find(act.Person, act.Work) is not { } entry) return WorkRefusals.UnknownHours;
        if (IsOwn(act.Person, stamp)) return WorkRefusals.OwnHours;
        if (entry.Contest is null) return WorkRefusals.NotContested;
        return Cannot(entry, act.WorkMinutes, board, ground) is { } flaw ? flaw : new ContestAnswered(act.Work, act.Person, act.WorkMinutes, act.Words);
    }

    private static Refusal? Cannot(WorkEntry entry, int minutes, WorkBoard board, WorkGround ground)
    {
        if (entry.From + Duration.FromMinutes(minutes) > ground.Now) return WorkRefusals.ToCome;
        if (entry.Day <= board.ClosedUntil) return WorkRefusals.MonthClosed.With("until", board.ClosedUntil!);
        if (minutes < 0 || minutes > ground.Longest) return HoursDecider.BadLength(ground);
        return HoursDecider.Overlaps(entry.Person, entry.Day, entry.From, minutes, entry.Id, board, ground) ? WorkRefusals.Overlaps : (Refusal?)null;
    }
}
