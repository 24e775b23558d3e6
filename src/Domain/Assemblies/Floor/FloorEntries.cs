namespace Autogestion.Domain.Assemblies.Floor;

/// <summary>What happened about who speaks.</summary>
public abstract record FloorEntry : Entry;

/// <summary>Somebody asked for the floor.</summary>
[Named("floor.asked"), SeenBy(Audience.Members)]
public sealed record FloorAsked(AssemblyId Assembly, PersonId Person, FloorList List) : FloorEntry, IInAssembly;

/// <summary>Somebody went off the speakers' list without having spoken.</summary>
[Named("floor.list-left"), SeenBy(Audience.Members)]
public sealed record SpeakersListLeft(AssemblyId Assembly, PersonId Person) : FloorEntry, IInAssembly;

/// <summary>Somebody got the floor; whoever had it before has spoken.</summary>
/// <param name="Person">Nobody's id for a guest.</param>
/// <param name="OutOfTurn">The chair gave it to somebody who was not next.</param>
[Named("floor.given"), SeenBy(Audience.Members)]
public sealed record FloorGiven(AssemblyId Assembly, PersonId Person, FloorList List, bool OutOfTurn) : FloorEntry, IInAssembly;

/// <summary>A turn ended.</summary>
[Named("floor.turn-ended"), SeenBy(Audience.Members)]
public sealed record TurnEnded(AssemblyId Assembly, PersonId Person) : FloorEntry, IInAssembly;

/// <summary>The speakers' list of the item was closed.</summary>
[Named("floor.list-closed"), SeenBy(Audience.Members)]
public sealed record SpeakersListClosed(AssemblyId Assembly) : FloorEntry, IInAssembly;

/// <summary>The speakers' list was opened again.</summary>
[Named("floor.list-opened"), SeenBy(Audience.Members)]
public sealed record SpeakersListOpened(AssemblyId Assembly) : FloorEntry, IInAssembly;

/// <summary>Each turn lasts so long from now on.</summary>
/// <param name="Minutes">0 for no limit.</param>
[Named("floor.time-set"), SeenBy(Audience.Members)]
public sealed record SpeakingTimeSet(AssemblyId Assembly, int Minutes) : FloorEntry, IInAssembly;

/// <summary>A point of order was raised.</summary>
/// <param name="Number">Within the sitting, from 1.</param>
[Named("order.raised"), SeenBy(Audience.Members)]
public sealed record PointOfOrderRaised(AssemblyId Assembly, int Number, Text Words) : FloorEntry, IInAssembly;

/// <summary>The chair decided a point of order.</summary>
[Named("order.ruled"), SeenBy(Audience.Members)]
public sealed record PointOfOrderRuled(AssemblyId Assembly, int Number, bool Upheld, Text? Reason) : FloorEntry, IInAssembly;

/// <summary>Somebody appealed to the assembly.</summary>
[Named("order.appealed"), SeenBy(Audience.Members)]
public sealed record RulingAppealed(AssemblyId Assembly, int Number) : FloorEntry, IInAssembly;

/// <summary>The assembly decided between the chair and who appealed. What the chair decided stands unless more hands are against it.</summary>
[Named("order.appeal-decided"), SeenBy(Audience.Members)]
public sealed record AppealDecided(AssemblyId Assembly, int Number, int WithChair, int AgainstChair, ImmutableArray<PersonId> Tellers, bool Overturned) : FloorEntry, IInAssembly;
