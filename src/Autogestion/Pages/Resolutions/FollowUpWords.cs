using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Look;
using Autogestion.Wording;

namespace Autogestion.Pages.Resolutions;

/// <summary>What became of a resolution, entry by entry, in words.</summary>
public static class FollowUpWords
{
    /// <summary>Words that somebody typed with it.</summary>
    public static Text? TextOf(Entry entry) => entry switch
    {
        ProgressReported reported => reported.Note,
        ResolutionRegistered registered => registered.Reference,
        ResolutionSetAside aside => aside.Ground,
        ResolutionSuspended suspended => suspended.Ground,
        SuspensionLifted lifted => lifted.Ground,
        _ => null,
    };

    /// <summary>What happened.</summary>
    /// <param name="post">The name of a post.</param>
    /// <param name="why">A code of refusal in words.</param>
    public static string Say(Entry entry, Reader reader, Func<PostId, string> post, Func<string, string> why) => entry switch
    {
        EffectCarriedOut => reader["resolutions.step.carriedOut"],
        EffectDeferred { Due: { } due } => reader["resolutions.step.deferredTo", ("date", reader.Date(due))],
        EffectDeferred => reader["resolutions.step.deferred"],
        EffectBlocked blocked => reader["resolutions.step.blocked", ("why", why(blocked.Reason))],
        ResolutionRatified ratified => reader["resolutions.step.ratified", ("number", ratified.By.Value)],
        ResolutionSetAside { By: { } by } => reader["resolutions.step.setAside", ("number", by.Value)],
        ResolutionSetAside => reader["resolutions.step.annulled"],
        RatificationUndone => reader["resolutions.step.ratificationUndone"],
        ResolutionSuspended { By: { } by } => reader["resolutions.step.suspended", ("number", by.Value)],
        ResolutionSuspended { OrderedBy: { } who } => reader["resolutions.step.suspendedBy", ("who", reader.Name(who))],
        SuspensionLifted { By: { } by } => reader["resolutions.step.lifted", ("number", by.Value)],
        SuspensionLifted { OrderedBy: { } who } => reader["resolutions.step.liftedBy", ("who", reader.Name(who))],
        SuspensionLifted => reader["resolutions.step.goesOn"],
        ResolutionRegistered => reader["resolutions.step.registered"],
        ResolutionAssigned assigned => reader["resolutions.step.assigned", ("post", post(assigned.Owner)), ("date", reader.Date(assigned.Due))],
        ProgressReported { Done: true } => reader["resolutions.step.done"],
        ProgressReported => reader["resolutions.step.reported"],
        _ => "",
    };
}
