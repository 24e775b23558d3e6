namespace Autogestion.Domain.Assemblies.Floor;

/// <summary>An act about who speaks.</summary>
public abstract record FloorAct : AssemblyAct;

/// <summary>
/// Which list a person asks on. Where the rules let two lists alternate, the second is for those whom the assembly wants to
/// hear more of; each says on which one he or she asks, and nothing else is written.
/// </summary>
public enum FloorList
{
    Common,
    Second,
}

/// <summary>Ask for the floor.</summary>
[Named("floor.ask"), Accepts(Source.OwnAffair), Accepts(Power.Chair), Accepts(Power.KeepAttendance)]
public sealed record AskFloor(AssemblyId Assembly, PersonId Person, FloorList List = FloorList.Common) : FloorAct, IInAssembly, IConcernsPerson;

/// <summary>Go off the speakers' list.</summary>
[Named("floor.leave-list"), Accepts(Source.OwnAffair), Accepts(Power.Chair), Accepts(Power.KeepAttendance)]
public sealed record LeaveSpeakersList(AssemblyId Assembly, PersonId Person) : FloorAct, IInAssembly, IConcernsPerson;

/// <summary>Give the floor.</summary>
/// <param name="Person">Null for whoever is next by the rules; nobody's id for a guest.</param>
[Named("floor.give"), Accepts(Power.Chair)]
public sealed record GiveFloor(AssemblyId Assembly, PersonId? Person = null) : FloorAct, IInAssembly;

/// <summary>Have said what one had to say, or end somebody's turn.</summary>
[Named("floor.end-turn"), Accepts(Source.OwnAffair), Accepts(Power.Chair)]
public sealed record EndTurn(AssemblyId Assembly, PersonId Person) : FloorAct, IInAssembly, IConcernsPerson;

/// <summary>Close the speakers' list of the item, and with it the time to propose amendments.</summary>
[Named("floor.close-list"), Accepts(Power.Chair)]
public sealed record CloseSpeakersList(AssemblyId Assembly) : FloorAct, IInAssembly;

/// <summary>Open the speakers' list again.</summary>
[Named("floor.open-list"), Accepts(Power.Chair)]
public sealed record OpenSpeakersList(AssemblyId Assembly) : FloorAct, IInAssembly;

/// <summary>Set the time of each turn in this sitting.</summary>
/// <param name="Minutes">0 for no limit.</param>
[Named("floor.set-time"), Accepts(Power.Chair)]
public sealed record SetSpeakingTime(AssemblyId Assembly, int Minutes) : FloorAct, IInAssembly;

/// <summary>Raise a point of order: something is not being done as the rules say.</summary>
[Named("order.raise"), Accepts(Source.Membership)]
public sealed record RaisePointOfOrder(AssemblyId Assembly, Text Words) : FloorAct, IInAssembly;

/// <summary>Decide a point of order, as chair.</summary>
[Named("order.rule"), Accepts(Power.Chair)]
public sealed record RulePointOfOrder(AssemblyId Assembly, int Number, bool Upheld, Text? Reason = null) : FloorAct, IInAssembly;

/// <summary>Appeal to the assembly against what the chair decided.</summary>
[Named("order.appeal"), Accepts(Source.Membership)]
public sealed record AppealRuling(AssemblyId Assembly, int Number) : FloorAct, IInAssembly;

/// <summary>Enter what two tellers counted on an appeal: hands with the chair, and hands against.</summary>
[Named("order.decide-appeal"), Accepts(Power.CountVotes), Accepts(Power.KeepAttendance)]
public sealed record DecideAppeal(AssemblyId Assembly, int Number, int WithChair, int AgainstChair, ImmutableArray<PersonId> Tellers) : FloorAct, IInAssembly;
