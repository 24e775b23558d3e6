namespace Autogestion.Domain.Assemblies;

/// <summary>
/// Put minutes that were drawn up on the next folios of the minute book of their body: one text for each sheet, so that the
/// number of folios is the number of sheets that were laid out, and neither changes later. Asked again when observations came
/// after: they take the folios that are next then.
/// </summary>
/// <param name="Sheets">The words of each page, in order.</param>
[Named("minutes.foliate"), Accepts(Power.KeepMinutes)]
public sealed record FoliateMinutes(AssemblyId Assembly, ImmutableArray<Text> Sheets) : AssemblyAct, IInAssembly;

/// <summary>Go on in another volume, as the authority stamped it: what is left of the one before is void.</summary>
/// <param name="First">The folio it begins with.</param>
/// <param name="Last">The folio it ends with; null where it has no end.</param>
/// <param name="Reference">Who stamped it and when.</param>
[Named("minutes.open-book"), Accepts(Power.KeepMinutes)]
public sealed record OpenMinuteBook(BodyId Body, int First, int? Last = null, Text? Reference = null) : AssemblyAct, IOfBody;

/// <summary>Say that the next folios stay without minutes: spoiled, left blank or crossed out. They keep their numbers.</summary>
[Named("minutes.void-folios"), Accepts(Power.KeepMinutes)]
public sealed record VoidFolios(BodyId Body, int Count, Text Reason) : AssemblyAct, IOfBody;

/// <summary>Have one's reasons written beside a vote in which one took part: during the sitting, or within the norms' time after it.</summary>
[Named("minutes.record-dissent"), Accepts(Source.Membership)]
public sealed record RecordDissent(AssemblyId Assembly, MotionId Motion, Text Reasons) : AssemblyAct, IInAssembly;
