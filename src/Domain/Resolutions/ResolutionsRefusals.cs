namespace Autogestion.Domain.Resolutions;

/// <summary>Why an act about a resolution is refused, in order of precedence.</summary>
public static class ResolutionsRefusals
{
    /// <summary>No resolution has that number.</summary>
    public static readonly RefusalCode Unknown = new("resolution.unknown");

    /// <summary>It was set aside already.</summary>
    public static readonly RefusalCode AlreadySetAside = new("resolution.already-set-aside");

    /// <summary>It is suspended.</summary>
    public static readonly RefusalCode Suspended = new("resolution.is-suspended");

    /// <summary>It is not suspended.</summary>
    public static readonly RefusalCode NotSuspended = new("resolution.not-suspended");

    /// <summary>It does not wait for a ratification.</summary>
    public static readonly RefusalCode NotToRatify = new("resolution.not-to-ratify");

    /// <summary>It does not wait for a registration, and has an effect or no force yet.</summary>
    public static readonly RefusalCode NotToRegister = new("resolution.not-to-register");

    /// <summary>Its registration has been recorded.</summary>
    public static readonly RefusalCode AlreadyRegistered = new("resolution.already-registered");

    /// <summary>No such post.</summary>
    public static readonly RefusalCode UnknownOwner = new("resolution.unknown-owner");

    /// <summary>The day has passed already.</summary>
    public static readonly RefusalCode DayPassed = new("resolution.day-passed");

    /// <summary>Only whoever holds the post that answers for it can report.</summary>
    public static readonly RefusalCode NotOwner = new("resolution.not-owner");

    /// <summary>It was reported done already.</summary>
    public static readonly RefusalCode AlreadyDone = new("resolution.already-done");
}
