using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Network;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain;

/// <summary>What follows in the same stroke from what was just decided: effects run, mandates end, what was undone is changed back.</summary>
internal static class Consequences
{
    /// <summary>The entries with all that follows from them, in the order in which they are appended.</summary>
    public static ImmutableArray<Entry> After(ImmutableArray<Entry> entries, Stamp stamp, Collective collective)
    {
        var all = ImmutableArray.CreateBuilder<Entry>();
        var pending = new Queue<Entry>(entries);
        while (pending.TryDequeue(out var entry))
        {
            all.Add(entry);
            var before = collective;
            collective = collective.With([entry], stamp);
            foreach (var following in Of(entry, stamp, before, collective)) pending.Enqueue(following);
        }
        return all.DrainToImmutable();
    }

    private static IEnumerable<Entry> Of(Entry entry, Stamp stamp, Collective before, Collective after) => entry switch
    {
        ResultProclaimed { Carried: true } proclaimed => Adopt(proclaimed, stamp, after),
        ResultProclaimed { Carried: false } proclaimed when Motion(proclaimed, after).Effect is AdmitCollective lost => NetworkDecider.Declined(lost, after.Deed, after.Network),
        ResolutionAdopted { ToRatify: false, Effect: { } effect } adopted => Start(adopted.Resolution, adopted.From, effect, stamp, after),
        ResolutionRatified ratified when after.Resolutions.Find(ratified.Resolution) is { Effect: { } effect } resolution => Start(resolution.Id, resolution.From, effect, stamp, after),
        ResolutionRegistered registered when after.Resolutions.Find(registered.Resolution) is { Effect: { } effect } => Effects.Run(registered.Resolution, effect, stamp, after),
        ResolutionSetAside aside when before.Resolutions.Find(aside.Resolution) is { } resolution => Effects.Undo(resolution, stamp, after),
        Departed departed => after.Posts.NotOver(stamp.Entered).Where(mandate => mandate.Person == departed.Person).Select(mandate => new MandateEnded(mandate.Id, MandateEnd.Departure)),
        AssemblyLapsed lapsed => after.Posts.Officers(lapsed.Assembly).Select(officer => new MandateEnded(officer.Id, MandateEnd.SittingClosed)),
        _ => [],
    };

    private static IEnumerable<Entry> Adopt(ResultProclaimed proclaimed, Stamp stamp, Collective collective)
    {
        var assembly = collective.Assemblies.Find(proclaimed.Assembly)!;
        var motion = Motion(proclaimed, collective);
        yield return new ResolutionAdopted(
            collective.Resolutions.Next, assembly.Id, assembly.Body, motion.Item, motion.Id, motion.Matter, motion.Words, motion.Effect, motion.From,
            assembly.Item(motion.Item)!.ToRatify && collective.StatuteVersions[assembly.StatutesVersion].Rule(Rules.Reserved(motion.Matter)).Value.Value);
    }

    private static ImmutableArray<Entry> Start(ResolutionId id, EffectFrom from, Act effect, Stamp stamp, Collective collective) => from switch
    {
        EffectFrom.Proclamation => Effects.Run(id, effect, stamp, collective),
        EffectFrom.Date date when date.Day <= stamp.Entered.InZone(collective.Deed.Zone).Date => Effects.Run(id, effect, stamp, collective),
        EffectFrom.Date date => [new EffectDeferred(id, collective.Deed.Zone.AtStartOfDay(date.Day).ToInstant())],
        EffectFrom.AppealLapsed => [new EffectDeferred(id, collective.Statutes.Rule(Rules.AppealWithin).Value.Value.Latest(stamp.Entered, collective.Deed.Zone))],
        _ => [new EffectDeferred(id, null)],
    };

    private static Motion Motion(ResultProclaimed proclaimed, Collective collective) =>
        collective.Assemblies.Find(proclaimed.Assembly)!.Find(proclaimed.Motion)!;
}
