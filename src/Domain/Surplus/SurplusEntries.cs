namespace Autogestion.Domain.Surplus;

/// <summary>The surplus of a year was allocated: every line with its base and article, and who got what.</summary>
[Named("surplus.distributed"), SeenBy(Audience.Members)]
public sealed record SurplusDistributed(LocalDate YearEnd, SurplusFigures Figures, SurplusChoice Choice, ImmutableArray<SurplusLine> Lines, ImmutableArray<SurplusReturn> Returns) : Entry;
