namespace Autogestion.Domain.Audit;

/// <summary>Why an act about observations is refused, in order of precedence.</summary>
public static class AuditRefusals
{
    /// <summary>No body has that number.</summary>
    public static readonly RefusalCode UnknownBody = new("audit.unknown-body");

    /// <summary>There is no such rule.</summary>
    public static readonly RefusalCode UnknownRule = new("audit.unknown-rule");

    /// <summary>No resolution has that number.</summary>
    public static readonly RefusalCode UnknownResolution = new("audit.unknown-resolution");

    /// <summary>No observation has that number.</summary>
    public static readonly RefusalCode UnknownObservation = new("audit.unknown-observation");

    /// <summary>What an auditor observed is not erased by anybody.</summary>
    public static readonly RefusalCode NotErased = new("audit.not-erased");

    /// <summary>It was answered already.</summary>
    public static readonly RefusalCode AlreadyAnswered = new("audit.already-answered");
}
