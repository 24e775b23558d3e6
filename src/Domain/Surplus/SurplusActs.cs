namespace Autogestion.Domain.Surplus;

/// <summary>An act about the surplus.</summary>
public abstract record SurplusAct : Act;

/// <summary>Allocate the surplus of a year as law and statutes say and as the assembly chooses where they leave it a choice.</summary>
/// <param name="YearEnd">The last day of the year.</param>
/// <param name="Work">Of everybody who worked in the year as a member, also of those who have left.</param>
[Named("surplus.distribute"), Undone(Reversal.Stays), OnMatter(Matter.DistributeSurplus), Accepts(Source.Resolution)]
public sealed record DistributeSurplus(LocalDate YearEnd, SurplusFigures Figures, SurplusChoice Choice, ImmutableArray<MemberWork> Work) : SurplusAct;
