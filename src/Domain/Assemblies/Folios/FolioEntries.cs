namespace Autogestion.Domain.Assemblies;

/// <summary>Minutes went onto the folios of a minute book: as many as they have sheets, the next in order.</summary>
/// <param name="Book">Volume of the minute book of that body, from 1.</param>
/// <param name="Sheets">What stands on each folio, from <paramref name="From"/> to <paramref name="Through"/>.</param>
[Named("minutes.foliated"), SeenBy(Audience.Members)]
public sealed record MinutesFoliated(AssemblyId Assembly, BodyId Body, int Book, int From, int Through, ImmutableArray<Text> Sheets) : Entry, IInAssembly;

/// <summary>Folios stay without minutes, and keep their numbers.</summary>
/// <param name="Reason">Null for what was left of a volume when the next was opened.</param>
[Named("minutes.folios-voided"), SeenBy(Audience.Members)]
public sealed record FoliosVoided(BodyId Body, int Book, int From, int Through, Text? Reason) : Entry;

/// <summary>A volume of the minute book of a body was opened.</summary>
/// <param name="Last">Its last folio; null where it has no end.</param>
[Named("minutes.book-opened"), SeenBy(Audience.Members)]
public sealed record MinuteBookOpened(BodyId Body, int Book, int First, int? Last, Text? Reference) : Entry;

/// <summary>Somebody who took part in a vote had the reasons written beside it.</summary>
[Named("minutes.dissent-recorded"), SeenBy(Audience.Members)]
public sealed record DissentRecorded(AssemblyId Assembly, MotionId Motion, PersonId Person, Text Reasons) : Entry, IInAssembly;
