namespace Autogestion.Domain.Elections;

/// <summary>Somebody proposed for, or standing for, the post that a motion fills.</summary>
/// <param name="ProposedBy">Null for who stood without being proposed.</param>
/// <param name="Stands">Said so; whoever is only proposed is on no ballot.</param>
public sealed record Candidacy(PersonId Person, PersonId? ProposedBy, bool Stands, bool ForReserved);
