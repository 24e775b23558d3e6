using System.Text.Json.Nodes;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;

namespace Autogestion.Office.Scenarios;

/// <summary>A collective's story as a readable file: people, and steps with time, who, act, and what must come of it.</summary>
/// <param name="Title">In Spanish and English.</param>
/// <param name="Sources">Key to the public source that a step can name.</param>
/// <param name="People">Name by alias.</param>
public sealed record Scenario(
    string Id, IReadOnlyDictionary<string, string> Title, CollectiveKind Kind, string Name, string Place, string Zone, AnnualDate YearEnds, string Preset, bool Council,
    IReadOnlyDictionary<string, string> Sources, IReadOnlyDictionary<string, string> People, Crowd? Crowd, IReadOnlyList<Post> Posts, ImmutableArray<Step> Steps);

/// <summary>People who are only counted: their names are put together from two lists of invented ones.</summary>
public sealed record Crowd(int Count, IReadOnlyList<string> First, IReadOnlyList<string> Last);

/// <summary>A first post, with those who hold it from the founding on.</summary>
/// <param name="As">Name under which later steps call it.</param>
public sealed record Post(
    string? As, string Name, ImmutableArray<string> Powers, int Months, ImmutableArray<string> Holders, int Seats = 1, int? MostConsecutive = null, bool OfCouncil = false, int GapMonths = 0);

/// <summary>One step of a scenario.</summary>
/// <param name="Line">Line of the file it begins on.</param>
/// <param name="Fact">Key of the public source; null when the step is invented.</param>
/// <param name="Note">What happens, in the words of the story.</param>
public abstract record Step(int Line, LocalDateTime? At, string? Fact, string? Note);

/// <summary>The founding: of the people named, and of as many of the crowd.</summary>
public sealed record FoundStep(int Line, LocalDateTime? At, string? Fact, string? Note, string Who, ImmutableArray<string> Founders, int FromCrowd, string? Expect) : Step(Line, At, Fact, Note);

/// <summary>One act by one person.</summary>
public sealed record ActStep(int Line, LocalDateTime? At, string? Fact, string? Note, ScriptedAct Act) : Step(Line, At, Fact, Note);

/// <summary>People come in: applied for, and on trial until a day if it says so.</summary>
public sealed record ArriveStep(int Line, LocalDateTime? At, string? Fact, string? Note, int FromCrowd, ImmutableArray<string> People, LocalDate? TrialUntil) : Step(Line, At, Fact, Note);

/// <summary>People leave by their own will: these, and so many of the crowd, the last to come first.</summary>
public sealed record DepartStep(int Line, LocalDateTime? At, string? Fact, string? Note, int FromCrowd, ImmutableArray<string> People) : Step(Line, At, Fact, Note);

/// <summary>A petition by one person, signed by others until it has a number of signatures.</summary>
public sealed record PetitionStep(
    int Line, LocalDateTime? At, string? Fact, string? Note, string As, string Who, AssemblyKind Kind, ImmutableArray<SceneItem> Items, int Signatures) : Step(Line, At, Fact, Note);

/// <summary>A whole assembly, from notice to signed minutes.</summary>
public sealed record AssemblyStep(int Line, LocalDateTime? At, string? Fact, string? Note, AssemblyScene Scene) : Step(Line, At, Fact, Note);

/// <summary>The same assembly every so many weeks until a day.</summary>
/// <param name="Topics">One of these is added to the agenda each time, in turn.</param>
/// <param name="Except">Days on which it is not held.</param>
public sealed record WeeklyStep(
    int Line, LocalDateTime? At, string? Fact, string? Note, AssemblyScene Scene, LocalDate Until, int EveryWeeks, ImmutableArray<SceneItem> Topics, ImmutableArray<LocalDate> Except)
    : Step(Line, At, Fact, Note);

/// <summary>Accounts begin with the chart that is shipped for a jurisdiction.</summary>
public sealed record ChartStep(int Line, LocalDateTime? At, string? Fact, string? Note, string Who, string Jurisdiction) : Step(Line, At, Fact, Note);

/// <summary>The journal of some months, written up in one go.</summary>
/// <param name="Lines">What is written each month, or every so many months.</param>
public sealed record BooksStep(int Line, LocalDateTime? At, string? Fact, string? Note, string Who, YearMonth From, YearMonth Until, ImmutableArray<BooksLine> Lines) : Step(Line, At, Fact, Note);

/// <summary>One transaction of each month.</summary>
/// <param name="Day">Of the month.</param>
/// <param name="Least">Its amount lies between this and <paramref name="Most"/>, elsewhere each month.</param>
/// <param name="Every">1 for each month, 12 for the first of each year.</param>
public sealed record BooksLine(string Words, int Day, string Debit, string Credit, int Least, int Most, int Every, string? Origin);

/// <summary>Something that must hold: numbers by name, as <c>members: 38</c>.</summary>
public sealed record CheckStep(int Line, LocalDateTime? At, string? Fact, string? Note, ImmutableArray<(string What, string Value)> Checks) : Step(Line, At, Fact, Note);

/// <summary>An act as the file writes it.</summary>
/// <param name="Who">Alias of a person, <c>$post</c> for whoever holds that post, or within an assembly <c>chair</c> and <c>secretary</c>.</param>
/// <param name="Expect">Code of the refusal that must come; null when it must be entered.</param>
/// <param name="As">Name under which later steps call what it made: <c>$name</c>.</param>
public sealed record ScriptedAct(int Line, string Who, string Act, JsonObject Data, string? Expect, string? As);
