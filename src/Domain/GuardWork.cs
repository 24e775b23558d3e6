using Autogestion.Domain.Duties;
using Autogestion.Domain.Work;

namespace Autogestion.Domain;

/// <summary>Turns of common duties that were done are kept with the hours: the norms say whether they count as work.</summary>
internal static class GuardWork
{
    /// <param name="before">The collective while the turn is still to be done.</param>
    public static WorkBoard After(TurnDone done, Stamp stamp, Collective before) => before.Duties.Find(done.Turn) is { } turn
        ? before.Work.Guarded(done.Person, turn.Day, turn.Minutes, stamp.Entered.InZone(before.Deed.Zone).Date)
        : before.Work;
}
