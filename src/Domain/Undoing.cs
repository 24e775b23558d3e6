using Autogestion.Domain.Accounts;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Pay;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain;

/// <summary>
/// How each effect is undone when its resolution no longer stands, held back while it is suspended, and taken up again.
/// What others got or did meanwhile stays theirs: who took a seat keeps it, what a later resolution changed stays changed.
/// </summary>
public static class Undoing
{
    /// <summary>How an effect is undone; what third parties keep is said in words under the act's name.</summary>
    public static Reversal Of(Act effect) =>
        effect.GetType().GetCustomAttributes(typeof(UndoneAttribute), false).Cast<UndoneAttribute>().Single().Reversal;

    /// <summary>Whether the rules ask for everything to be undone, or only for what the first books undid.</summary>
    internal static bool IsWhole(Collective collective) => collective.Statutes.Rule(Rules.Undoing).Value.Value == "EveryEffect";

    /// <summary>Why a resolution cannot be taken back by a later one now, or null: nobody is recalled in passing.</summary>
    internal static Refusal? CannotTakeBack(ResolutionId id, Stamp stamp, Collective collective) => collective.Resolutions.Find(id) is not { HadEffect: true } resolution
        ? null
        : PostsDecider.StillHeld(
            resolution.Effect switch
            {
                CreatePost { Id: { } post } => [post],
                CreateBody { Id: { } body } when IsWhole(collective) => PostsOf(body, collective),
                _ => [],
            },
            stamp, collective.Posts, collective.Statutes);

    /// <summary>What is changed back when a resolution is set aside.</summary>
    /// <param name="resolution">As it stood before.</param>
    internal static IEnumerable<Entry> Undo(Resolution resolution, Stamp stamp, Collective collective)
    {
        if (!resolution.HadEffect) return [];
        return resolution.Effect switch
        {
            GrantMandate or FillPost => Granted(resolution, stamp, collective).Select(mandate => new MandateEnded(mandate.Id, MandateEnd.SetAside)),
            CreatePost { Id: { } post } => Close([post], stamp, collective),
            Admit admit when collective.Roster.Belongs(admit.Person, stamp.Entered) => [new Departed(admit.Person, DepartureReason.AdmissionSetAside)],
            Suspend suspend => EndSuspension(suspend, stamp, collective),
            ISanctionEffect sanction and (WarnMember or SuspendMember or ExcludeMember) => ImposingDecider.Annul(sanction.Procedure, stamp.Entered, collective.Sanctions, collective.Roster),
            ChangeNorm change => Restore(Layer.Norms, change.Key, change.Value, resolution, collective),
            ReformStatutes reform => Restore(Layer.Statutes, reform.Key, reform.Value, resolution, collective),
            SetPayRule when collective.Pay.RuleBy == resolution.Id => [PayRuleBefore(resolution.Id, collective)],
            ApproveAccounts approve when collective.Accounts.ApprovedYears.Contains(approve.Year) => [new AccountsApprovalUndone(approve.Year)],
            { } effect when IsWhole(collective) => UndoLater(effect, resolution, stamp, collective),
            _ => [],
        };
    }

    /// <summary>What is held back while a resolution is suspended: only what can be given again.</summary>
    internal static IEnumerable<Entry> Pause(Resolution resolution, Stamp stamp, Collective collective) => resolution.Effect switch
    {
        GrantMandate or FillPost => Rest(Granted(resolution, stamp, collective), stamp),
        CreatePost { Id: { } post } => Rest(collective.Posts.NotOver(stamp.Entered).Where(mandate => mandate.Post == post), stamp),
        Admit admit when collective.Roster.Votes(admit.Person, stamp.Entered) => [new VoiceOnlySet(admit.Person, true)],
        RecallMandate recall => GiveBack(collective.Posts.Find(recall.Mandate), MandateEnd.Recall, stamp, collective),
        Suspend or ChangeNorm or ReformStatutes => Undo(resolution, stamp, collective),
        Ratify ratify when collective.Resolutions.Find(ratify.Resolution) is { HadEffect: true } confirmed => Pause(confirmed, stamp, collective),
        _ => [],
    };

    /// <summary>What goes on when the suspension is lifted, where nobody has decided otherwise meanwhile.</summary>
    /// <param name="resolution">As it stood while suspended.</param>
    internal static IEnumerable<Entry> Resume(Resolution resolution, Stamp stamp, Collective collective) => resolution.Effect switch
    {
        GrantMandate or FillPost => Wake(Granted(resolution, stamp, collective), stamp),
        CreatePost { Id: { } post } => Wake(collective.Posts.NotOver(stamp.Entered).Where(mandate => mandate.Post == post), stamp),
        Admit admit when collective.Roster.Find(admit.Person) is { Standing: Standing.VoiceOnly } person && person.History[^1].From == resolution.SuspendedAt => [new VoiceOnlySet(admit.Person, false)],
        RecallMandate recall when collective.Posts.Find(recall.Mandate) is { EndedAt: null } mandate && mandate.IsNotOver(stamp.Entered) => [new MandateEnded(mandate.Id, MandateEnd.Recall)],
        Suspend suspend when collective.Roster.StandingOf(suspend.Person, stamp.Entered) is Standing.Member or Standing.VoiceOnly && suspend.Until >= stamp.Entered.InZone(collective.Deed.Zone).Date =>
            [new Suspended(suspend.Person, suspend.Until)],
        ChangeNorm change => SetAgain(Layer.Norms, change.Key, change.Value, resolution, collective),
        ReformStatutes reform => SetAgain(Layer.Statutes, reform.Key, reform.Value, resolution, collective),
        Ratify ratify when collective.Resolutions.Find(ratify.Resolution) is { HadEffect: true } confirmed => Resume(confirmed with { SuspendedAt = resolution.SuspendedAt }, stamp, collective),
        _ => [],
    };

    // The last rule whose resolution still stands.
    private static PayRuleSet PayRuleBefore(ResolutionId id, Collective collective)
    {
        var before = collective.Pay.Earlier.GetValueOrDefault(id);
        while (before.By is { } by && collective.Resolutions.Find(by) is not { State: ResolutionState.InForce }) before = collective.Pay.Earlier.GetValueOrDefault(by);
        return new(before.Rule, before.By);
    }

    // What the first books left as it was.
    private static IEnumerable<Entry> UndoLater(Act effect, Resolution resolution, Stamp stamp, Collective collective) => effect switch
    {
        RecallMandate recall => GiveBack(collective.Posts.Find(recall.Mandate), MandateEnd.Recall, stamp, collective),
        ClosePost close when collective.Posts.Posts.GetValueOrDefault(close.Post.Value) is { Closed: true } => Reopen(close.Post, stamp, collective),
        CreateBody { Id: { } body } when collective.Bodies.Find(body) is { Dissolved: false } => Dissolve(body, stamp, collective),
        AdoptPreset adopt when collective.Statutes.PresetHash == adopt.Hash && collective.StatuteVersions.GetValueOrDefault(resolution.RulesBefore ?? 0) is { } before =>
            StatutesDecider.Back(before, collective.Statutes),
        ApproveMinutes approve when collective.Assemblies.Past.GetValueOrDefault(approve.Assembly.Value)?.Minutes?.ApprovedBy == resolution.Id => [new MinutesApprovalUndone(approve.Assembly)],
        Ratify ratify when collective.Resolutions.Find(ratify.Resolution) is { State: ResolutionState.InForce or ResolutionState.Waiting or ResolutionState.Blocked } confirmed =>
            [new RatificationUndone(ratify.Resolution), .. Undo(confirmed, stamp, collective)],
        SuspendResolution suspend when collective.Resolutions.Find(suspend.Resolution)?.State == ResolutionState.Suspended => [new SuspensionLifted(suspend.Resolution, null, null, null)],
        _ => [],
    };

    private static IEnumerable<Mandate> Granted(Resolution resolution, Stamp stamp, Collective collective) =>
        collective.Posts.NotOver(stamp.Entered).Where(mandate => mandate.Resolution == resolution.Id);

    private static IEnumerable<Entry> Rest(IEnumerable<Mandate> mandates, Stamp stamp) =>
        mandates.Where(mandate => !mandate.IsPaused(stamp.Entered)).Select(mandate => new MandatePaused(mandate.Id));

    private static IEnumerable<Entry> Wake(IEnumerable<Mandate> mandates, Stamp stamp) =>
        mandates.Where(mandate => mandate.IsPaused(stamp.Entered)).Select(mandate => new MandateResumed(mandate.Id));

    private static IEnumerable<Entry> GiveBack(Mandate? mandate, MandateEnd ended, Stamp stamp, Collective collective) =>
        mandate is { Post: { } post } && mandate.End == ended
        && PostsDecider.CannotRestore(mandate, collective.Posts.Posts[post.Value], stamp, collective.Posts, collective.Roster, collective.Bodies) is null
            ? [new MandateRestored(mandate.Id)]
            : [];

    private static IEnumerable<PostId> PostsOf(BodyId body, Collective collective) =>
        collective.Posts.Posts.Values.Where(post => !post.Closed && post.Terms.Body == body).Select(post => post.Id);

    private static IEnumerable<Entry> Close(IEnumerable<PostId> posts, Stamp stamp, Collective collective) =>
    [
        .. from post in posts
        where collective.Posts.Find(post) is not null
        from entry in (IEnumerable<Entry>)
        [
            .. collective.Posts.NotOver(stamp.Entered).Where(mandate => mandate.Post == post).Select(mandate => new MandateEnded(mandate.Id, MandateEnd.PostClosed)),
            new PostClosed(post),
        ]
        select entry,
    ];

    private static IEnumerable<Entry> Reopen(PostId post, Stamp stamp, Collective collective)
    {
        var open = collective.With([new PostReopened(post)], stamp);
        return
        [
            new PostReopened(post),
            .. open.Posts.Mandates.Values.Where(mandate => mandate.Post == post).SelectMany(mandate => GiveBack(mandate, MandateEnd.PostClosed, stamp, open)),
        ];
    }

    private static IEnumerable<Entry> Dissolve(BodyId body, Stamp stamp, Collective collective) =>
    [
        .. Close(PostsOf(body, collective), stamp, collective),
        .. collective.Assemblies.Current.Values.Where(assembly => assembly.Body == body && assembly.Phase == AssemblyPhase.Noticed).Select(assembly => new AssemblyLapsed(assembly.Id)),
        new BodyDissolved(body),
    ];

    private static IEnumerable<Entry> EndSuspension(Suspend suspend, Stamp stamp, Collective collective) =>
        collective.Roster.StandingOf(suspend.Person, stamp.Entered) == Standing.Suspended && collective.Roster.Find(suspend.Person)!.Until == suspend.Until
            ? [new VoiceOnlySet(suspend.Person, collective.Roster.Find(suspend.Person)!.Before == Standing.VoiceOnly)]
            : [];

    // Only if the rule still is what the resolution made it: what a later one decided stays.
    private static IEnumerable<Entry> Restore(Layer layer, string key, RuleValue value, Resolution resolution, Collective collective)
    {
        var statutes = collective.Statutes;
        if (!statutes.Of(layer).TryGetValue(key, out var current) || !current.Equals(value)) return [];
        var before = Before(layer, key, resolution, collective);
        return before is not null && statutes.Leaves(Rules.All[key], before, layer) ? [new RuleSet(layer, key, before, current)] : [new RuleCleared(layer, key)];
    }

    private static IEnumerable<Entry> SetAgain(Layer layer, string key, RuleValue value, Resolution resolution, Collective collective)
    {
        var current = collective.Statutes.Of(layer).GetValueOrDefault(key);
        return Equals(current, Before(layer, key, resolution, collective)) && collective.Statutes.Leaves(Rules.All[key], value, layer) ? [new RuleSet(layer, key, value, current)] : [];
    }

    private static RuleValue? Before(Layer layer, string key, Resolution resolution, Collective collective) =>
        collective.StatuteVersions.GetValueOrDefault(resolution.RulesBefore ?? 0)?.Of(layer).GetValueOrDefault(key);
}
