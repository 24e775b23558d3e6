using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;

namespace Autogestion.Domain;

/// <summary>
/// What falls due by itself. Powers are gone the second a term ends, whether or not this was entered: the entry is
/// for the readers of the book.
/// </summary>
public static class Due
{
    /// <summary>When the next thing falls due, so that the desk need not look before; null when nothing waits.</summary>
    public static Instant? Next(Collective collective)
    {
        var all = collective.Posts.Mandates.Values.Where(mandate => mandate.EndedAt is null && mandate.Until is not null).Select(mandate => mandate.Until!.Value)
            .Concat(collective.Resolutions.StillOpen.Where(resolution => resolution.State == ResolutionState.Waiting && resolution.EffectDue is not null).Select(resolution => resolution.EffectDue!.Value))
            .Concat(collective.Assemblies.Current.Values.Where(assembly => assembly.Phase == AssemblyPhase.Noticed).Select(LapsesAt));
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
            .. collective.Posts.Mandates.Values.Where(mandate => mandate.EndedAt is null && mandate.Until <= now).Select(mandate => new MandateEnded(mandate.Id, MandateEnd.Term)),
            .. collective.Assemblies.Current.Values.Where(assembly => assembly.Phase == AssemblyPhase.Noticed && LapsesAt(assembly) <= now).Select(assembly => new AssemblyLapsed(assembly.Id)),
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
        return entries.IsEmpty ? DeedRefusals.NothingDue : entries;
    }

    private static Instant LapsesAt(Assembly assembly) => assembly.Calls[^1].At + RoomDecider.Lapses;
}
