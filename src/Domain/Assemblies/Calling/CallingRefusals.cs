namespace Autogestion.Domain.Assemblies;

/// <summary>Why what is asked for besides petitions is refused, in order of precedence.</summary>
public static class CallingRefusals
{
    /// <summary>Only those who sit in a body ask for items on its agenda.</summary>
    public static readonly RefusalCode NotOfBody = new("agenda.not-of-body");

    /// <summary>No request has that number, or its item was dealt with.</summary>
    public static readonly RefusalCode UnknownRequest = new("agenda.unknown-request");

    /// <summary>That person has signed the request.</summary>
    public static readonly RefusalCode RequestSigned = new("agenda.request-already-signed");

    /// <summary>The law or the statutes know no assembly without notice.</summary>
    public static readonly RefusalCode UniversalNotAllowed = new("assembly.universal-not-allowed");

    /// <summary>No proposal of that kind has that number, or it became an assembly.</summary>
    public static readonly RefusalCode UnknownUniversal = new("assembly.unknown-universal");

    /// <summary>A day has passed since it was proposed: those who were together then may not be now.</summary>
    public static readonly RefusalCode UniversalOver = new("assembly.universal-over");

    /// <summary>That person has accepted it.</summary>
    public static readonly RefusalCode UniversalAlreadyAccepted = new("assembly.universal-already-accepted");

    /// <summary>The law or the statutes do not let an auditor call.</summary>
    public static readonly RefusalCode AuditorCannotCall = new("assembly.auditor-cannot-call");

    /// <summary>No demand has that number, or the assembly it demanded has opened.</summary>
    public static readonly RefusalCode UnknownDemand = new("assembly.unknown-demand");

    /// <summary>It is called, and still to be held.</summary>
    public static readonly RefusalCode DemandCalled = new("assembly.demand-already-called");

    /// <summary>Whoever convenes still has time to answer the demand.</summary>
    public static readonly RefusalCode DemandOpen = new("assembly.demand-open");

    /// <summary>The time for the ordinary assembly is not over, or it was called or held.</summary>
    public static readonly RefusalCode OrdinaryNotOverdue = new("assembly.ordinary-not-overdue");
}
