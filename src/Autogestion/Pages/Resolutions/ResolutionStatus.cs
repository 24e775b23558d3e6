using Autogestion.Domain.Resolutions;
using Autogestion.Look;

namespace Autogestion.Pages.Resolutions;

/// <summary>Where a resolution stands, in one word.</summary>
public enum ResolutionStatus
{
    /// <summary>It holds, and asks for nothing more.</summary>
    InForce,

    /// <summary>A post answers for it.</summary>
    UnderWay,
    Done,
    Overdue,

    /// <summary>Its effect begins on a day.</summary>
    WaitsForDate,
    WaitsForRegistration,
    WaitsForAppeal,

    /// <summary>Its effect could not take place.</summary>
    Blocked,

    /// <summary>Waits for the next formal assembly.</summary>
    ToRatify,
    SetAside,

    /// <summary>Rests until the suspension is lifted.</summary>
    Suspended,
}

/// <summary>How resolutions stand, from the state alone.</summary>
public static class ResolutionStatuses
{
    /// <summary>The status on a day. What stands in the way comes before what is merely open.</summary>
    public static ResolutionStatus On(this Resolution resolution, LocalDate today) => resolution switch
    {
        { State: ResolutionState.SetAside } => ResolutionStatus.SetAside,
        { State: ResolutionState.Suspended } => ResolutionStatus.Suspended,
        { State: ResolutionState.Blocked } => ResolutionStatus.Blocked,
        { State: ResolutionState.ToRatify } => ResolutionStatus.ToRatify,
        _ when resolution.IsOverdue(today) => ResolutionStatus.Overdue,
        { State: ResolutionState.Waiting, From: EffectFrom.Registration } => ResolutionStatus.WaitsForRegistration,
        { State: ResolutionState.Waiting, From: EffectFrom.AppealLapsed } => ResolutionStatus.WaitsForAppeal,
        { State: ResolutionState.Waiting } => ResolutionStatus.WaitsForDate,
        { Done: true } => ResolutionStatus.Done,
        { Owner: not null } => ResolutionStatus.UnderWay,
        _ => ResolutionStatus.InForce,
    };

    /// <summary>The shape of its chip.</summary>
    public static ChipState Chip(this ResolutionStatus status) => status switch
    {
        ResolutionStatus.InForce or ResolutionStatus.Done => ChipState.Done,
        ResolutionStatus.UnderWay => ChipState.Open,
        ResolutionStatus.Overdue or ResolutionStatus.Blocked => ChipState.Late,
        ResolutionStatus.SetAside => ChipState.Off,
        _ => ChipState.Waiting,
    };
}
