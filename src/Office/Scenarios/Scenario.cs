using System.Text.Json.Nodes;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Scenarios;

/// <summary>A collective's story as a readable file: people, and steps with time, who, act, and what must come of it.</summary>
/// <param name="Title">In Spanish and English.</param>
/// <param name="Sources">Key to the public source that a step can name.</param>
public sealed record Scenario(
    string Id, IReadOnlyDictionary<string, string> Title, CollectiveKind Kind, string Name, string Place, string Zone, AnnualDate YearEnds, string Preset, bool Council,
    IReadOnlyDictionary<string, string> Sources, IReadOnlyDictionary<string, string> People, Crowd? Crowd, IReadOnlyList<Post> Posts, ImmutableArray<Step> Steps);

/// <summary>People who are only counted: their names are put together from two lists of invented ones.</summary>
public sealed record Crowd(int Count, IReadOnlyList<string> First, IReadOnlyList<string> Last);

/// <summary>A first post, with those who hold it from the founding on.</summary>
public sealed record Post(string Name, ImmutableArray<string> Powers, int Months, ImmutableArray<string> Holders, int Seats = 1, int? MostConsecutive = null, bool OfCouncil = false, int GapMonths = 0);

/// <summary>One step of a scenario.</summary>
/// <param name="Line">Line of the file it begins on.</param>
/// <param name="Fact">Key of the public source; null when the step is invented.</param>
/// <param name="Note">What happens, in the words of the story.</param>
public abstract record Step(int Line, LocalDateTime? At, string? Fact, string? Note);

/// <summary>The founding: of the people named, and of as many of the crowd.</summary>
public sealed record FoundStep(int Line, LocalDateTime? At, string? Fact, string? Note, string Who, ImmutableArray<string> Founders, int FromCrowd, string? Expect) : Step(Line, At, Fact, Note);

/// <summary>One act by one person.</summary>
/// <param name="Expect">Code of the refusal that must come; null when it must be entered.</param>
/// <param name="As">Name under which later steps call what it made: <c>$name</c>.</param>
public sealed record ActStep(int Line, LocalDateTime? At, string? Fact, string? Note, string Who, string Act, JsonObject Data, string? Expect, string? As) : Step(Line, At, Fact, Note);

/// <summary>People of the crowd come in: applied for, and on trial until a day if it says so.</summary>
public sealed record ArriveStep(int Line, LocalDateTime? At, string? Fact, string? Note, int FromCrowd, ImmutableArray<string> People, LocalDate? TrialUntil) : Step(Line, At, Fact, Note);

/// <summary>A whole assembly, from notice to signed minutes.</summary>
public sealed record AssemblyStep(int Line, LocalDateTime? At, string? Fact, string? Note, AssemblyScene Scene) : Step(Line, At, Fact, Note);

/// <summary>The same assembly every week until a day.</summary>
public sealed record WeeklyStep(int Line, LocalDateTime? At, string? Fact, string? Note, AssemblyScene Scene, LocalDate Until, int EveryWeeks, ImmutableArray<string> Topics) : Step(Line, At, Fact, Note);

/// <summary>Something that must hold: numbers by name, as <c>members: 38</c>.</summary>
public sealed record CheckStep(int Line, LocalDateTime? At, string? Fact, string? Note, ImmutableArray<(string What, string Value)> Checks) : Step(Line, At, Fact, Note);

/// <summary>An assembly in short.</summary>
/// <param name="Notice">When the notice goes out.</param>
/// <param name="Present">How many are in the room at the call that opens it.</param>
/// <param name="AtFirstCall">How many are there at the first call, when that one is to fail.</param>
/// <param name="Fails">No call finds its quorum.</param>
public sealed record AssemblyScene(
    string? As, LocalDateTime Notice, LocalDateTime Start, AssemblyKind Kind, int Body, string Place, Attendance Present, int? AtFirstCall, bool Fails,
    ImmutableArray<SceneItem> Items, bool SignMinutes = true, string? Expect = null, string? Chair = null);

/// <summary>How many are in the room: a number, or parts of a hundred of the roll from and to.</summary>
public sealed record Attendance(int? Number, int FromPercent = 100, int ToPercent = 100, ImmutableArray<string>? Named = null);

/// <summary>One item with the motions voted under it.</summary>
public sealed record SceneItem(string Title, Matter Matter, bool ToRatify, ImmutableArray<SceneMotion> Motions);

/// <summary>One motion with its vote.</summary>
/// <param name="Expect">carried, lost, blocked, waiting, to-ratify — or the code of the refusal at tabling.</param>
/// <param name="Against">Null: whoever is left.</param>
public sealed record SceneMotion(
    string Words, JsonObject? Effect, JsonNode? From, bool AsConsequence, VoteMethod Method, int? For, int? Against, int Abstain, int Blank, string Expect, string? As, string? Mover, string? Chair);
