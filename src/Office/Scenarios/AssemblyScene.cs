using System.Text.Json.Nodes;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Scenarios;

/// <summary>An assembly in short.</summary>
/// <param name="Notice">When the notice goes out.</param>
/// <param name="Body">Number or name of the body.</param>
/// <param name="AtFirstCall">How many are there at the first call, when that one is to fail.</param>
/// <param name="Fails">No call finds its quorum.</param>
/// <param name="Expect">Code of the refusal of the notice.</param>
/// <param name="Petition">Name of the petition that calls it; its caller is then the chair, and the items are the petition's.</param>
/// <param name="Ends">How the scene leaves it.</param>
public sealed record AssemblyScene(
    string? As, LocalDateTime Notice, LocalDateTime Start, AssemblyKind Kind, int Body, string Place, Attendance Present, int? AtFirstCall, bool Fails,
    ImmutableArray<SceneItem> Items, bool SignMinutes, string? Expect, string? Chair, string? Petition, SceneEnd Ends);

/// <summary>How a scene leaves its assembly.</summary>
public enum SceneEnd
{
    Closed,

    /// <summary>Still under way; where a vote is left open, in the midst of it.</summary>
    Open,

    /// <summary>Only the notice is out.</summary>
    Noticed,
}

/// <summary>A number of people: as counted, or parts of a hundred of those there are, which may lie elsewhere in a range each time.</summary>
public sealed record Heads(int? Number, int FromPercent = 0, int ToPercent = 0)
{
    public static readonly Heads None = new(0);

    /// <summary>The number, of all there are, in an assembly of that number.</summary>
    public int Of(int all, int turn) => Number ?? (all * (FromPercent + turn * 7 % (ToPercent - FromPercent + 1)) + 50) / 100;
}

/// <summary>Who is in the room: so many, or these.</summary>
public sealed record Attendance(Heads? Heads, ImmutableArray<string> Named);

/// <summary>One item with what is done under it.</summary>
/// <param name="About">Name of what came to the agenda by itself, a resolution, an observation, an appeal, a request: then the item is there already.</param>
/// <param name="Leave">How many slip out before it.</param>
/// <param name="Acts">Done before the motions.</param>
/// <param name="Elect">Person by post: a motion for each.</param>
/// <param name="ElectFrom">First day of those mandates; null for at once.</param>
/// <param name="Admit">A motion for each of these; <c>trial</c> stands for all whose trial has ended.</param>
/// <param name="Vote">How the motions of elections and admissions are voted.</param>
public sealed record SceneItem(
    int Line, string Title, Matter Matter, bool ToRatify, string? About, Heads Leave, ImmutableArray<ScriptedAct> Acts, ImmutableArray<SceneMotion> Motions,
    ImmutableArray<(string Post, string Person)> Elect, LocalDate? ElectFrom, ImmutableArray<string> Admit, SceneVote Vote, SceneRecess? Recess)
{
    /// <summary>An item that is only talked about.</summary>
    public static SceneItem Titled(int line, string title) => new(line, title, Matter.General, false, null, Heads.None, [], [], [], null, [], SceneVote.Hands, null);
}

/// <summary>A recess after an item.</summary>
public sealed record SceneRecess(LocalDateTime Until, string Place);

/// <summary>One motion with its vote.</summary>
/// <param name="Tabled">Name under which it was tabled before.</param>
/// <param name="Expect">carried, lost, tied, blocked, waiting, to-ratify, no-quorum — or the code of the refusal at tabling.</param>
/// <param name="Warns">Code of the warning it must carry when tabled.</param>
/// <param name="Meanwhile">Done while its vote is open.</param>
/// <param name="Assign">Post and day that answer for it once it is carried.</param>
public sealed record SceneMotion(
    int Line, string Words, string? Tabled, JsonObject? Effect, JsonNode? From, bool AsConsequence, string? Mover, string? Seconder, SceneVote Vote, string Expect, string? Warns, string? As,
    ImmutableArray<ScriptedAct> Meanwhile, (string Post, LocalDate Due)? Assign);

/// <summary>How a motion is voted.</summary>
/// <param name="For">Null: whoever is left.</param>
/// <param name="Against">Null: whoever is left.</param>
/// <param name="StaysOpen">Nobody closes it.</param>
public sealed record SceneVote(VoteMethod Method, Heads? For, Heads? Against, Heads Abstain, Heads Blank, Choice? Casting, bool StaysOpen)
{
    public static readonly SceneVote Hands = new(VoteMethod.ShowOfHands, null, null, Heads.None, Heads.None, null, false);
}
