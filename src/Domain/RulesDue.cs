using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Signatures;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain;

/// <summary>
/// What the rules do by themselves at an hour: nobody asks for it. Powers are gone the second a term ends, whether or not
/// this was entered: the entry is for the readers of the book.
/// </summary>
public static class RulesDue
{
    /// <summary>When the next thing falls due, so that the desk need not look before; null when nothing waits.</summary>
    public static Instant? Next(Collective collective)
    {
        var all = collective.Posts.Unended.Where(mandate => mandate.Until is not null).Select(mandate => mandate.Until!.Value)
            .Concat(collective.Resolutions.StillOpen.Where(resolution => resolution.State == ResolutionState.Waiting && resolution.EffectDue is not null).Select(resolution => resolution.EffectDue!.Value))
            .Concat(collective.Sanctions.StillPending.Select(AppealDecider.NextDue).OfType<Instant>().Select(due => due + Duration.Epsilon))
            .Concat(collective.Assemblies.Current.Values.Where(assembly => assembly.Phase == AssemblyPhase.Noticed).Select(LapsesAt))
            .Concat(collective.Assemblies.Current.Values.Select(assembly => LeftOpenAt(assembly, collective)).OfType<Instant>())
            .Concat(collective.Pending.Open.Values.Select(pending => pending.Expires + Duration.Epsilon));
        if (!collective.Mirror.Unreported.IsEmpty) return collective.LastEntered;
        Instant? next = null;
        foreach (var at in all)
            if (next is null || at < next) next = at;
        return next;
    }

    /// <summary>What has fallen due, with all that follows from it: each piece is decided on what the one before it left.</summary>
    internal static Decision Decide(Stamp stamp, Collective collective)
    {
        var now = stamp.Entered;
        ImmutableArray<Entry> ended =
        [
            .. collective.Posts.Unended.Where(mandate => mandate.Until <= now).Select(mandate => new MandateEnded(mandate.Id, MandateEnd.Term)),
            .. collective.Assemblies.Current.Values.Where(assembly => assembly.Phase == AssemblyPhase.Noticed && LapsesAt(assembly) <= now).Select(assembly => new AssemblyLapsed(assembly.Id)),
            .. collective.Assemblies.Current.Values.Where(assembly => LeftOpenAt(assembly, collective) <= now).SelectMany(assembly => RoomDecider.CloseLeftOpen(assembly, collective.Posts.Officers(assembly.Id))),
            .. collective.Pending.Open.Values.Where(pending => pending.Expires < now).Select(pending => new FirstSignatureLapsed(pending.Id)),
        ];
        var entries = Consequences.After(ended, stamp, collective);
        var after = collective.With(entries, stamp);
        foreach (var waiting in collective.Resolutions.StillOpen)
        {
            if (after.Resolutions.Find(waiting.Id) is not { State: ResolutionState.Waiting, Effect: { } effect } resolution || !(resolution.EffectDue <= now)) continue;
            var run = Consequences.After(Effects.Run(resolution.Id, effect, stamp, after), stamp, after);
            entries = entries.AddRange(run);
            after = after.With(run, stamp);
        }
        foreach (var pending in collective.Sanctions.StillPending)
        {
            if (after.Sanctions.Find(pending.Id) is not { } procedure || AppealDecider.FallenDue(procedure, now, after.Roster) is not { IsEmpty: false } fallen) continue;
            var run = Consequences.After(fallen, stamp, after);
            entries = entries.AddRange(run);
            after = after.With(run, stamp);
        }
        if (!entries.IsEmpty) return entries;
        // Signs that crossed come when nothing else is due, in a stroke of their own.
        return collective.Mirror is { Unreported: { IsEmpty: false } crossed, LastMonth: { } month }
            ? new Decision.Entered([.. crossed.Select(reading => new SignCrossed(reading.Sign, month, reading.Value, reading.Of))])
            : DeedRefusals.NothingDue;
    }

    // Counted from the opening, or from the day a recess was to end; the rules at the notice say how long, 0 for ever.
    private static Instant? LeftOpenAt(Assembly assembly, Collective collective)
    {
        if (assembly.OpenedAt is not { } opened || collective.StatuteVersions[assembly.StatutesVersion].Rule(Rules.LeftOpenHours).Value.Value is not (> 0 and var hours)) return null;
        return (assembly.Recesses is [.., var last] ? Instant.Max(opened, last.Until) : opened) + Duration.FromHours(hours);
    }

    private static Instant LapsesAt(Assembly assembly) => assembly.Calls[^1].At + RoomDecider.Lapses;
}
