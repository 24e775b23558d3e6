namespace Autogestion.Domain.Kernel;

/// <summary>
/// A sign of how the collective fares as a collective: shown to the assembly over time, never a score of a person. Those that
/// need hours, pay and clients come with the accounts.
/// </summary>
public enum Sign
{
    /// <summary>The mean attendance of six months is below its least.</summary>
    AttendanceLow,

    /// <summary>Attendance fell several times running.</summary>
    AttendanceFalling,

    /// <summary>Few people share the posts of three years.</summary>
    FewHoldPosts,

    /// <summary>The same person holds a post for more terms than the norm.</summary>
    SamePerson,

    /// <summary>The most active tenth holds a great part of the posts.</summary>
    TopTenthOfPosts,

    /// <summary>The most active tenth makes a great part of the proposals.</summary>
    TopTenthOfProposals,

    /// <summary>Minutes take long to be drawn up.</summary>
    MinutesSlow,

    /// <summary>Many resolutions are past their day.</summary>
    ResolutionsPastDue,
}
