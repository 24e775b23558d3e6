using Autogestion.Domain.Posts;

namespace Autogestion.Domain.Assemblies;

/// <summary>Decides minutes: notes, drawing up with the next number, signatures, approval.</summary>
public static class MinutesDecider
{
    public static Decision Decide(WriteMinutesNote act, AssemblyBoard board)
    {
        if (board.Find(act.Assembly) is not { } assembly)
            return board.Past.ContainsKey(act.Assembly.Value) ? AssembliesRefusals.Over : AssembliesRefusals.Unknown;
        return act.Item is { } item && assembly.Item(item) is null ? AssembliesRefusals.UnknownItem : new MinutesNoteWritten(act.Assembly, act.Item, act.Words);
    }

    public static Decision Decide(DrawUpMinutes act, AssemblyBoard board)
    {
        if (Minutes(act.Assembly, board, out var past) is not { } minutes) return MinutesRefusals.NotClosed;
        return minutes.Number is not null ? MinutesRefusals.AlreadyDrawnUp : new MinutesDrawnUp(act.Assembly, past!.Body, board.NextNumber(past.Body));
    }

    /// <param name="officers">The live mandates of that sitting, which end with the last signature.</param>
    public static Decision Decide(SignMinutes act, Stamp stamp, AssemblyBoard board, IEnumerable<Mandate> officers)
    {
        if (Minutes(act.Assembly, board, out _) is not { } minutes) return MinutesRefusals.NotClosed;
        if (minutes.Number is null) return MinutesRefusals.NotDrawnUp;
        if (!minutes.Signers.Contains(stamp.Actor)) return MinutesRefusals.NotSigner;
        if (minutes.Signed.Contains(stamp.Actor)) return MinutesRefusals.AlreadySigned;
        var signed = new MinutesSigned(act.Assembly, stamp.Actor);
        return minutes.Signed.Count + 1 < minutes.Signers.Length
            ? signed
            : Decision.Of([signed, .. officers.Select(officer => new MandateEnded(officer.Id, MandateEnd.SittingClosed))]);
    }

    public static Decision Decide(ApproveMinutes act, Stamp stamp, AssemblyBoard board)
    {
        if (Minutes(act.Assembly, board, out _) is not { } minutes) return MinutesRefusals.NotClosed;
        if (minutes.Number is null) return MinutesRefusals.NotDrawnUp;
        return minutes.ApprovedBy is not null || stamp.Authority is not Authority.Resolution by
            ? MinutesRefusals.AlreadyApproved
            : new MinutesApproved(act.Assembly, by.Id);
    }

    private static Minutes? Minutes(AssemblyId id, AssemblyBoard board, out PastAssembly? past)
    {
        past = board.Past.GetValueOrDefault(id.Value);
        return past?.Minutes;
    }
}
