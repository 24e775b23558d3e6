// What changes between two wordings, word by word, so that one sees at a glance what an amendment does.

using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Autogestion.Look;

/// <summary>A piece of a text that changes: words that stay, go, or come.</summary>
public enum WordChange
{
    Stays,
    Goes,
    Comes,
}

/// <summary>Compares two wordings.</summary>
public static class WordDiff
{
    /// <summary>The pieces in reading order; what goes stands before what comes in its place. Spaces between changed words change with them.</summary>
    public static IReadOnlyList<(WordChange Change, string Words)> Of(string before, string after)
    {
        var pieces = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker()).Lines;
        var told = new List<(WordChange, string)>();
        var (stays, goes, comes) = ("", "", "");
        foreach (var piece in pieces)
        {
            switch (piece.Type)
            {
                case ChangeType.Deleted: goes += piece.Text; break;
                case ChangeType.Inserted: comes += piece.Text; break;
                case ChangeType.Unchanged when piece.Text.Trim().Length == 0 && goes.Length + comes.Length > 0: stays += piece.Text; continue;
                case ChangeType.Unchanged:
                    Tell();
                    (goes, comes, stays) = ("", "", "");
                    told.Add((WordChange.Stays, piece.Text));
                    continue;
            }
            if (stays.Length == 0) continue;
            // The space stood between two changes: it belongs to both wordings.
            var (wasGone, wasNew) = piece.Type == ChangeType.Deleted ? (goes[..^piece.Text.Length], comes) : (goes, comes[..^piece.Text.Length]);
            goes = wasGone.Length > 0 || piece.Type == ChangeType.Deleted ? wasGone + stays + goes[wasGone.Length..] : goes;
            comes = wasNew.Length > 0 || piece.Type == ChangeType.Inserted ? wasNew + stays + comes[wasNew.Length..] : comes;
            stays = "";
        }
        Tell();
        return Joined(told);

        void Tell()
        {
            if (goes.Length > 0) told.Add((WordChange.Goes, goes));
            if (comes.Length > 0) told.Add((WordChange.Comes, comes));
            if (stays.Length > 0) told.Add((WordChange.Stays, stays));
        }
    }

    private static List<(WordChange, string)> Joined(List<(WordChange Change, string Words)> told)
    {
        var joined = new List<(WordChange Change, string Words)>();
        foreach (var piece in told)
            if (joined is [.., var last] && last.Change == piece.Change) joined[^1] = (last.Change, last.Words + piece.Words);
            else joined.Add(piece);
        return joined;
    }
}

/// <summary><c>&lt;word-diff before="…" after="…" /&gt;</c>: struck what goes, underlined what comes, and both said to those who hear the page.</summary>
[HtmlTargetElement("word-diff", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WordDiffTagHelper(Reader reader) : TagHelper
{
    public required string Before { get; set; }

    public required string After { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "diff");
        foreach (var (change, words) in WordDiff.Of(Before, After))
        {
            if (change == WordChange.Stays)
            {
                output.Content.Append(words);
                continue;
            }
            var (tag, said) = change == WordChange.Goes ? ("del", reader["diff.goes"]) : ("ins", reader["diff.comes"]);
            output.Content.AppendHtml($"<{tag}><span class=\"hidden\">").Append($"[{said}] ").AppendHtml("</span>").Append(words).AppendHtml($"</{tag}>");
        }
    }
}
