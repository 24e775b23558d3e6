using Autogestion.Domain.Posts;

namespace Autogestion.Domain.Resolutions;

/// <summary>Decides what becomes of resolutions. What an undone effect changes back is composed by the collective.</summary>
public static class ResolutionsDecider
{
    public static Decision Decide(ResolutionAct act, Stamp stamp, ResolutionList list, PostBoard posts, DateTimeZone zone) => act switch
    {
        Ratify ratify => Ratified(ratify, stamp, list),
        SetAside aside => Aside(aside.Resolution, (stamp.Authority as Authority.Resolution)?.Id, aside.Ground, list),
        RecordAnnulment annulment => Aside(annulment.Resolution, null, annulment.Ground, list),
        SuspendResolution suspend => Suspend(suspend.Resolution, (stamp.Authority as Authority.Resolution)?.Id, null, suspend.Ground, list),
        LiftSuspension lift => Lift(lift.Resolution, (stamp.Authority as Authority.Resolution)?.Id, null, lift.Ground, list),
        RecordSuspension suspension => Suspend(suspension.Resolution, null, suspension.OrderedBy, suspension.Ground, list),
        RecordLifting lifting => Lift(lifting.Resolution, null, lifting.OrderedBy, lifting.Ground, list),
        RecordRegistration registration => Register(registration, list),
        AssignResolution assign => Assign(assign, stamp, list, posts, zone),
        ReportProgress report => Report(report, stamp, list, posts),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Decision Ratified(Ratify act, Stamp stamp, ResolutionList list)
    {
        if (list.Find(act.Resolution) is not { } resolution) return ResolutionsRefusals.Unknown;
        return resolution.State != ResolutionState.ToRatify || stamp.Authority is not Authority.Resolution by
            ? ResolutionsRefusals.NotToRatify
            : new ResolutionRatified(act.Resolution, by.Id);
    }

    private static Decision Aside(ResolutionId id, ResolutionId? by, Text? ground, ResolutionList list) => list.Find(id) switch
    {
        null => ResolutionsRefusals.Unknown,
        { State: ResolutionState.SetAside } => ResolutionsRefusals.AlreadySetAside,
        _ => new ResolutionSetAside(id, by, ground),
    };

    private static Decision Register(RecordRegistration act, ResolutionList list) => list.Find(act.Resolution) switch
    {
        null => ResolutionsRefusals.Unknown,
        { State: ResolutionState.SetAside } => ResolutionsRefusals.AlreadySetAside,
        { State: ResolutionState.Suspended } => ResolutionsRefusals.Suspended,
        { RegisteredAt: not null, Effect: null } => ResolutionsRefusals.AlreadyRegistered,
        { CanRegister: true } => new ResolutionRegistered(act.Resolution, act.Reference),
        _ => ResolutionsRefusals.NotToRegister,
    };

    private static Decision Suspend(ResolutionId id, ResolutionId? by, OrderedBy? orderedBy, Text? ground, ResolutionList list) => list.Find(id) switch
    {
        null => ResolutionsRefusals.Unknown,
        { State: ResolutionState.SetAside } => ResolutionsRefusals.AlreadySetAside,
        { State: ResolutionState.Suspended } => ResolutionsRefusals.Suspended,
        _ => new ResolutionSuspended(id, by, orderedBy, ground),
    };

    private static Decision Lift(ResolutionId id, ResolutionId? by, OrderedBy? orderedBy, Text? ground, ResolutionList list) => list.Find(id) switch
    {
        null => ResolutionsRefusals.Unknown,
        { State: ResolutionState.Suspended } => new SuspensionLifted(id, by, orderedBy, ground),
        _ => ResolutionsRefusals.NotSuspended,
    };

    private static Decision Assign(AssignResolution act, Stamp stamp, ResolutionList list, PostBoard posts, DateTimeZone zone)
    {
        if (list.Find(act.Resolution) is not { } resolution) return ResolutionsRefusals.Unknown;
        if (resolution.State == ResolutionState.SetAside) return ResolutionsRefusals.AlreadySetAside;
        if (posts.Find(act.Owner) is null) return ResolutionsRefusals.UnknownOwner;
        if (act.Due < stamp.Entered.InZone(zone).Date) return ResolutionsRefusals.DayPassed;
        return new ResolutionAssigned(act.Resolution, act.Owner, act.Due);
    }

    private static Decision Report(ReportProgress act, Stamp stamp, ResolutionList list, PostBoard posts)
    {
        if (list.Find(act.Resolution) is not { } resolution) return ResolutionsRefusals.Unknown;
        if (resolution.State == ResolutionState.SetAside) return ResolutionsRefusals.AlreadySetAside;
        if (!posts.Live(stamp.Entered).Any(mandate => mandate.Person == stamp.Actor && mandate.Post is { } post && post == resolution.Owner)) return ResolutionsRefusals.NotOwner;
        return resolution.Done ? ResolutionsRefusals.AlreadyDone : new ProgressReported(act.Resolution, act.Done, act.Note);
    }
}
