namespace Autogestion.Domain.Assemblies;

/// <summary>Free words for the minutes, under an item or at the end.</summary>
[Named("minutes.note-written"), SeenBy(Audience.Members)]
public sealed record MinutesNoteWritten(AssemblyId Assembly, int? Item, Text Words) : Entry, IInAssembly;

/// <summary>The minutes were drawn up from the entries and took the next number in the body's minute book.</summary>
[Named("minutes.drawn-up"), SeenBy(Audience.Members)]
public sealed record MinutesDrawnUp(AssemblyId Assembly, BodyId Body, int Number) : Entry, IInAssembly;

/// <summary>Somebody signed the minutes.</summary>
[Named("minutes.signed"), SeenBy(Audience.Members)]
public sealed record MinutesSigned(AssemblyId Assembly, PersonId Person) : Entry, IInAssembly;

/// <summary>A later assembly approved the minutes.</summary>
[Named("minutes.approved"), SeenBy(Audience.Members)]
public sealed record MinutesApproved(AssemblyId Assembly, ResolutionId By) : Entry;

/// <summary>The resolution that approved the minutes no longer stands: they wait for an approval again.</summary>
[Named("minutes.approval-undone"), SeenBy(Audience.Members)]
public sealed record MinutesApprovalUndone(AssemblyId Assembly) : Entry;
