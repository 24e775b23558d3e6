namespace Autogestion.Domain.Surplus;

/// <summary>Why an act about the surplus is refused, in order of precedence.</summary>
public static class SurplusRefusals
{
    /// <summary>That is not the last day of a year of this collective.</summary>
    public static readonly RefusalCode NoYearEnd = new("surplus.no-year-end");

    /// <summary>That year is not over.</summary>
    public static readonly RefusalCode NotOver = new("surplus.not-over");

    /// <summary>The surplus of that year, or of a later one, was allocated.</summary>
    public static readonly RefusalCode AlreadyDistributed = new("surplus.already-distributed");

    /// <summary>Figures that cannot be those of a year, or somebody twice.</summary>
    public static readonly RefusalCode BadFigures = new("surplus.bad-figures");

    /// <summary>Nobody is or was a member under that number.</summary>
    public static readonly RefusalCode UnknownPerson = new("surplus.unknown-person");

    /// <summary>The year left nothing to allocate.</summary>
    public static readonly RefusalCode Nothing = new("surplus.nothing");

    /// <summary>Accounts are kept, and the assembly has not approved those of that year.</summary>
    public static readonly RefusalCode NotApproved = new("surplus.not-approved");

    /// <summary>Advances on returns are not settled, which is not built yet.</summary>
    public static readonly RefusalCode AdvancesOpen = new("surplus.advances-open");

    /// <summary>The accounts of that year have other figures.</summary>
    public static readonly RefusalCode OtherResult = new("surplus.other-result");

    /// <summary>The rules say on which result losses fall.</summary>
    public static readonly RefusalCode OtherReading = new("surplus.other-reading");

    /// <summary>The interest on shares is higher than the rules allow.</summary>
    public static readonly RefusalCode InterestTooHigh = new("surplus.interest-too-high");

    /// <summary>The return is not within what the rules leave to the assembly.</summary>
    public static readonly RefusalCode ReturnOutside = new("surplus.return-outside");

    /// <summary>There is a return, and nobody whose work it could follow.</summary>
    public static readonly RefusalCode NobodyWorked = new("surplus.nobody-worked");
}
