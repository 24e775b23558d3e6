using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Network;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

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
        ResultProclaimed { Carried: true } proclaimed when Change(proclaimed, after) is { } change => [change],
        ResultProclaimed { Carried: true } proclaimed => Adopt(proclaimed.Assembly, Motion(proclaimed, after), null, after),
        ElectionProclaimed { Elected.IsEmpty: false } proclaimed => Adopt(proclaimed.Assembly, Motion(proclaimed, after), proclaimed.Elected, after),
        ChoiceProclaimed choice => Chosen(choice, after),
        ResultProclaimed { Carried: false } proclaimed when Motion(proclaimed, after).Effect is AdmitCollective lost => NetworkDecider.Declined(lost, after.Deed, after.Network),
        ResolutionAdopted { ToRatify: false, Effect: { } effect } adopted => Start(adopted.Resolution, adopted.From, effect, stamp, after),
        ResolutionRatified ratified when after.Resolutions.Find(ratified.Resolution) is { Effect: { } effect } resolution => Start(resolution.Id, resolution.From, effect, stamp, after),
        ResolutionRegistered registered when before.Resolutions.Find(registered.Resolution) is { State: ResolutionState.Waiting, Effect: { } effect } => Effects.Run(registered.Resolution, effect, stamp, after),
        ResolutionSetAside aside when before.Resolutions.Find(aside.Resolution) is { } resolution => Undoing.Undo(resolution, stamp, after),
        ResolutionSuspended suspended when after.Resolutions.Find(suspended.Resolution) is { HadEffect: true } resolution => Undoing.Pause(resolution, stamp, after),
        SuspensionLifted lifted when before.Resolutions.Find(lifted.Resolution) is { HadEffect: true } resolution => Undoing.Resume(resolution, stamp, after),
        Departed departed => Left(departed.Person, stamp, after),
        ItemTaken taken => StandInGoes(taken, stamp, after),
        AssemblyLapsed lapsed => after.Posts.Officers(lapsed.Assembly).Select(officer => new MandateEnded(officer.Id, MandateEnd.SittingClosed)),
        _ => [],
    };

    // Whoever stands in for the chair does so for what singles the chair out, and for no other item.
    private static IEnumerable<Entry> StandInGoes(ItemTaken taken, Stamp stamp, Collective collective) => Chairing.SinglesOutChair(taken.Assembly, taken.Item, stamp.Entered, collective)
        ? []
        : collective.Posts.Officers(taken.Assembly).Where(officer => officer.Role == SittingRole.StandIn).Select(officer => new MandateEnded(officer.Id, MandateEnd.SittingClosed));

    private static IEnumerable<Entry> Left(PersonId person, Stamp stamp, Collective collective) =>
    [
        .. collective.Posts.NotOver(stamp.Entered).Where(mandate => mandate.Person == person).Select(mandate => new MandateEnded(mandate.Id, MandateEnd.Departure)),
        .. collective.Bodies.All.Values.Where(body => body.People.Contains(person)).Select(body => new MemberReleased(body.Id, person)),
        .. collective.Sanctions.StillPending.Where(one => one.IsOpen && one.Person == person).Select(one => new ProcedureClosed(one.Id, person, one.Accuser, ProcedureEnd.PersonLeft)),
    ];

    // A carried amendment or referral is no resolution: it changes the motion that it is about.
    private static Entry? Change(ResultProclaimed proclaimed, Collective collective)
    {
        var changes = collective.Assemblies.Find(proclaimed.Assembly)!.Changes;
        if (changes.Amendment(proclaimed.Motion) is { } amendment)
            return new MotionAmended(proclaimed.Assembly, amendment.Of, amendment.Id, Motion(proclaimed, collective).Words, amendment.Effect, false);
        return changes.Referral(proclaimed.Motion) is { } referral ? new MotionReferred(proclaimed.Assembly, referral.Of, referral.Id, referral.To, referral.Due) : null;
    }

    // What lost against another proposal is lost as if it had been voted down.
    private static IEnumerable<Entry> Chosen(ChoiceProclaimed choice, Collective collective)
    {
        var assembly = collective.Assemblies.Find(choice.Assembly)!;
        var proposals = Motion(choice, collective).Contest!.Question.Options.OfType<Option.Proposal>().Select(option => assembly.Find(option.Motion)!);
        var declined = proposals.Where(motion => motion.Phase == MotionPhase.Lost).Select(motion => motion.Effect).OfType<AdmitCollective>()
            .SelectMany(lost => NetworkDecider.Declined(lost, collective.Deed, collective.Network));
        return choice is { Chosen: { } chosen, Sum.Carried: true } ? Adopt(choice.Assembly, assembly.Find(chosen)!, null, collective).Concat(declined) : declined;
    }

    private static IEnumerable<Entry> Adopt(AssemblyId id, Motion motion, ImmutableArray<PersonId>? elected, Collective collective)
    {
        var assembly = collective.Assemblies.Find(id)!;
        var effect = motion.Effect is FillPost fill ? fill with { Elected = elected } : motion.Effect;
        yield return new ResolutionAdopted(
            collective.Resolutions.Next, assembly.Id, assembly.Body, motion.Item, motion.Id, motion.Matter, motion.Words, effect, motion.From,
            assembly.Item(motion.Item)!.ToRatify
                && (collective.Bodies.Find(assembly.Body)!.Kind.IsInternal() || collective.StatuteVersions[assembly.StatutesVersion].Rule(Rules.Reserved(motion.Matter)).Value.Value));
    }

    private static ImmutableArray<Entry> Start(ResolutionId id, EffectFrom from, Act effect, Stamp stamp, Collective collective) => from switch
    {
        EffectFrom.Proclamation => Effects.Run(id, effect, stamp, collective),
        EffectFrom.Date date when date.Day <= stamp.Entered.InZone(collective.Deed.Zone).Date => Effects.Run(id, effect, stamp, collective),
        EffectFrom.Date date => [new EffectDeferred(id, collective.Deed.Zone.AtStartOfDay(date.Day).ToInstant())],
        EffectFrom.AppealLapsed => [new EffectDeferred(id, collective.Statutes.Rule(Rules.AppealWithin).Value.Value.Latest(stamp.Entered, collective.Deed.Zone))],
        _ => [new EffectDeferred(id, null)],
    };

    private static Motion Motion(ResultProclaimed proclaimed, Collective collective) => Motion(proclaimed.Assembly, proclaimed.Motion, collective);

    private static Motion Motion(IOnMotion proclaimed, Collective collective) => Motion(proclaimed.Assembly, proclaimed.Motion, collective);

    private static Motion Motion(AssemblyId assembly, MotionId motion, Collective collective) => collective.Assemblies.Find(assembly)!.Find(motion)!;
}
