using Autogestion.Domain.Bodies;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Assemblies;

/// <summary>Decides folios, volumes and dissent.</summary>
public static class FolioDecider
{
    /// <summary>Most sheets of one act, and most folios voided at once.</summary>
    public const int Most = 400;

    /// <summary>How long the record of a closed sitting stays at hand for reasons to be written beside its votes, whatever the norms say.</summary>
    public static readonly Duration AtHand = Duration.FromDays(90);

    public static Decision Decide(FoliateMinutes act, AssemblyBoard board)
    {
        if (board.Past.GetValueOrDefault(act.Assembly.Value) is not { Minutes: { } minutes } past) return MinutesRefusals.NotClosed;
        if (minutes.Number is not { } number) return MinutesRefusals.NotDrawnUp;
        var book = board.BookOf(past.Body);
        if (minutes.Folios.IsEmpty && number != book.NextMinutes) return FolioRefusals.EarlierFirst.With("number", book.NextMinutes);
        if (!minutes.Folios.IsEmpty && minutes.OnFolios == minutes.Beside.Length) return FolioRefusals.NothingToFoliate;
        if (act.Sheets.Length is < 1 or > Most) return FolioRefusals.SheetsImpossible.With("most", Most);
        return book.Holds(act.Sheets.Length)
            ? new MinutesFoliated(act.Assembly, past.Body, book.Number, book.Next, book.Next + act.Sheets.Length - 1, act.Sheets)
            : FolioRefusals.BookFull.With("left", book.Last!.Value - book.Next + 1).With("sheets", act.Sheets.Length);
    }

    public static Decision Decide(OpenMinuteBook act, AssemblyBoard board)
    {
        if (act.First < 1 || act.First > 1_000_000 || act.Last < act.First || act.Last > 1_000_000) return FolioRefusals.VolumeImpossible;
        var book = board.BookOf(act.Body);
        // Nothing stands in it: it was never opened, or opened by mistake, and is opened rightly now.
        var opened = new MinuteBookOpened(act.Body, book.IsBlank ? book.Number : book.Number + 1, act.First, act.Last, act.Reference);
        return !book.IsBlank && book.Last is { } last && book.Next <= last
            ? Decision.Of(new FoliosVoided(act.Body, book.Number, book.Next, last, null), opened)
            : opened;
    }

    public static Decision Decide(VoidFolios act, AssemblyBoard board)
    {
        if (act.Count is < 1 or > Most) return FolioRefusals.SheetsImpossible.With("most", Most);
        var book = board.BookOf(act.Body);
        return book.Holds(act.Count)
            ? new FoliosVoided(act.Body, book.Number, book.Next, book.Next + act.Count - 1, act.Reason)
            : FolioRefusals.BookFull.With("left", book.Last!.Value - book.Next + 1).With("sheets", act.Count);
    }

    /// <summary>Where minutes must hold each councillor's vote, why a way of voting that writes no names down is refused, or null.</summary>
    public static Refusal? HidesVotes(OpenVote act, Assembly assembly, BodyKind? kind, StatuteBook rules)
    {
        if (kind != BodyKind.Council || act.Method is not (VoteMethod.ShowOfHands or VoteMethod.Paper)) return null;
        var byName = rules.Rule(Rules.CouncilByName);
        var secret = act.Method == VoteMethod.Paper && assembly.Find(act.Motion) is { } motion && VoteDecider.Secrecy(motion, assembly, rules).Value.Value;
        return byName.Value.Value && !secret ? FolioRefusals.VotesByName.Under(byName.Cited) : null;
    }

    public static Decision Decide(RecordDissent act, Stamp stamp, AssemblyBoard board, StatuteBook rules, DateTimeZone zone)
    {
        if ((board.Find(act.Assembly) ?? board.Recent.GetValueOrDefault(act.Assembly.Value)) is not { } assembly)
            return board.Past.ContainsKey(act.Assembly.Value) ? FolioRefusals.DissentLate : AssembliesRefusals.Unknown;
        if (assembly.Find(act.Motion) is not { Phase: MotionPhase.Carried or MotionPhase.Lost } motion) return FolioRefusals.NotDecided;
        var tookPart = assembly.Roll.Contains(stamp.Actor) && assembly.Stays.Any(stay => stay.Person == stamp.Actor);
        if (!tookPart || motion.Vote?.Recused.Contains(stamp.Actor) == true) return FolioRefusals.TookNoPart;
        var within = rules.Rule(Rules.DissentWithin);
        if (assembly.ClosedAt is { } closed && stamp.Entered > within.Value.Value.Latest(closed, zone)) return FolioRefusals.DissentLate.Under(within.Cited);
        return assembly.Dissents.Any(dissent => dissent.Motion == act.Motion && dissent.Person == stamp.Actor)
            ? FolioRefusals.DissentTwice
            : new DissentRecorded(act.Assembly, act.Motion, stamp.Actor, act.Reasons);
    }
}
