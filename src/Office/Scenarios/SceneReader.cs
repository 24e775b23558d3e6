using System.Text.Json.Nodes;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Scenarios;

/// <summary>Reads assemblies of scenario files, with their items, motions and votes.</summary>
internal static class SceneReader
{
    private static readonly string[] VoteKeys = ["method", "for", "against", "abstain", "blank", "casting", "staysOpen"];
    private static readonly string[] MotionKeys =
        ["motion", "tabled", "effect", "from", "asConsequence", "mover", "seconder", "vote", "expect", "warns", "as", "meanwhile", "assign"];

    private static readonly string[] ItemKeys =
        ["title", "matter", "toRatify", "about", "leave", "acts", "motions", "elect", "electFrom", "admit", "recess", .. MotionKeys];

    public static AssemblyScene Read(FileNode scene)
    {
        scene.Only(
            "as", "notice", "start", "kind", "body", "place", "present", "atFirstCall", "fails", "items", "signMinutes", "expect", "chair", "petition", "ends",
            "until", "everyWeeks", "topics", "except");
        return new(
            scene.Find("as")?.Text, scene.Need("notice").Moment, scene.Need("start").Moment, scene.Need("kind").Enum<AssemblyKind>(), scene.Find("body")?.Int ?? BodyId.Assembly.Value,
            scene.Need("place").Text, ReadAttendance(scene.Need("present")), scene.Find("atFirstCall")?.Int, scene.Find("fails")?.Bool ?? false,
            [.. scene.Find("items")?.Items.Select(ReadItem) ?? []], scene.Find("signMinutes")?.Bool ?? true, scene.Find("expect")?.Text, scene.Find("chair")?.Text,
            scene.Find("petition")?.Text, scene.Find("ends")?.Enum<SceneEnd>() ?? SceneEnd.Closed);
    }

    /// <summary>An item with all it has, or its title alone.</summary>
    public static SceneItem ReadItem(FileNode item)
    {
        if (item.IsText) return SceneItem.Titled(item.Line, item.Text);
        item.Only(ItemKeys);
        var elect = item.Find("elect")?.Pairs.Select(pair => (pair.Key, pair.Value.Text)).ToImmutableArray() ?? [];
        ImmutableArray<string> admit = item.Find("admit") is { } people ? people.IsList ? people.Texts : [people.Text] : [];
        var matter = item.Find("matter")?.Enum<Matter>() ?? (elect.Length > 0 ? Matter.ElectPost : admit.Length > 0 ? Matter.AdmitMember : Matter.General);
        return new(
            item.Line, item.Need("title").Text, matter, item.Find("toRatify")?.Bool ?? false, item.Find("about")?.Text, item.Find("leave")?.Heads ?? Heads.None,
            [.. item.Find("acts")?.Items.Select(ReadInnerAct) ?? []],
            [.. item.Find("motions")?.Items.Select(ReadMotion) ?? (item.Find("motion") is null ? [] : [ReadMotion(item)])],
            elect, item.Find("electFrom")?.Date, admit, ReadVote(item.Find("vote")),
            item.Find("recess")?.Only("until", "place") is { } recess ? new(recess.Need("until").Moment, recess.Need("place").Text) : null);
    }

    private static SceneMotion ReadMotion(FileNode motion)
    {
        if (motion.Find("title") is null) motion.Only(MotionKeys);
        return new(
            motion.Line, motion.Need("motion").Text, motion.Find("tabled")?.Text, motion.Find("effect")?.Json as JsonObject, motion.Find("from")?.Json, motion.Find("asConsequence")?.Bool ?? false,
            motion.Find("mover")?.Text, motion.Find("seconder")?.Text, ReadVote(motion.Find("vote")), motion.Find("expect")?.Text ?? "carried", motion.Find("warns")?.Text,
            motion.Find("as")?.Text, [.. motion.Find("meanwhile")?.Items.Select(ReadInnerAct) ?? []],
            motion.Find("assign")?.Only("to", "due") is { } assign ? (assign.Need("to").Text, assign.Need("due").Date) : null);
    }

    private static SceneVote ReadVote(FileNode? vote) => vote is null ? SceneVote.Hands : new(
        vote.Only(VoteKeys).Find("method")?.Enum<VoteMethod>() ?? VoteMethod.ShowOfHands, vote.Find("for")?.Heads, vote.Find("against")?.Heads,
        vote.Find("abstain")?.Heads ?? Heads.None, vote.Find("blank")?.Heads ?? Heads.None, vote.Find("casting")?.Enum<Choice>(), vote.Find("staysOpen")?.Bool ?? false);

    private static ScriptedAct ReadInnerAct(FileNode act) => ScenarioReader.ReadAct(act.Only("who", "act", "data", "expect", "as"));

    private static Attendance ReadAttendance(FileNode node) => node.IsList ? new(null, node.Texts) : new(node.Heads, []);
}
