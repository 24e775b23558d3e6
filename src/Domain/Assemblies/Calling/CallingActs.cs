namespace Autogestion.Domain.Assemblies;

/// <summary>Ask that an item be put on the next agenda of a body one sits in.</summary>
[Named("agenda.request-item"), Accepts(Source.Membership)]
public sealed record RequestItem(BodyId Body, AgendaDraft Item) : AssemblyAct, IOfBody;

/// <summary>Back a request for an item.</summary>
[Named("agenda.sign-request"), Accepts(Source.Membership)]
public sealed record SignItemRequest(ItemRequestId Request) : AssemblyAct;

/// <summary>Propose that all members, who are together, constitute themselves as an assembly without notice.</summary>
[Named("assembly.propose-universal"), Accepts(Source.Membership)]
public sealed record ProposeUniversal(AssemblyKind Kind, Text Place, ImmutableArray<AgendaDraft> Agenda) : AssemblyAct;

/// <summary>Accept the assembly without notice and its agenda. With the last acceptance it is called for at once, and whoever proposed it chairs it first.</summary>
[Named("assembly.accept-universal"), Accepts(Source.Membership)]
public sealed record AcceptUniversal(UniversalId Universal) : AssemblyAct;

/// <summary>Demand of whoever convenes that an extraordinary assembly be called.</summary>
[Named("assembly.demand"), Accepts(Power.Audit)]
public sealed record DemandAssembly(Text Ground, ImmutableArray<AgendaDraft> Agenda) : AssemblyAct;

/// <summary>Call the assembly that an auditor demanded: by whoever convenes, or by the auditor once their time is over.</summary>
[Named("assembly.notice-demanded"), Accepts(Power.Convene), Accepts(Power.Audit)]
public sealed record IssueDemandedNotice(DemandId Demand, LocalDateTime Start, Text Place) : AssemblyAct;

/// <summary>Call the ordinary assembly that nobody called within the time of the law.</summary>
[Named("assembly.notice-overdue-ordinary"), Accepts(Power.Audit)]
public sealed record IssueOverdueOrdinary(LocalDateTime Start, Text Place, ImmutableArray<AgendaDraft> Agenda) : AssemblyAct;
