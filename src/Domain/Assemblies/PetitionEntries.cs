namespace Autogestion.Domain.Assemblies;

/// <summary>A member asked for an assembly, with its agenda.</summary>
[Named("assembly.petitioned"), SeenBy(Audience.Members)]
public sealed record AssemblyPetitioned(PetitionId Petition, AssemblyKind Kind, ImmutableArray<AgendaDraft> Agenda) : Entry;

/// <summary>A member signed a petition.</summary>
[Named("assembly.petition-signed"), SeenBy(Audience.Members)]
public sealed record PetitionSigned(PetitionId Petition) : Entry;

/// <summary>The petition has enough signatures: an assembly must be called.</summary>
/// <param name="HeldBy">Last day it must be held; after half of it the petitioners can call it themselves, and at once where nobody can convene.</param>
[Named("assembly.petition-reached"), SeenBy(Audience.Members)]
public sealed record PetitionReached(PetitionId Petition, int Signatures, int Roll, LocalDate HeldBy) : Entry;
