using System.Text.RegularExpressions;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Autogestion.Office.Search;

/// <summary>Reads what somebody typed: words, words in a row in quotes, and words that must not be there.</summary>
internal static partial class Queries
{
    private const int MostClauses = 24;

    /// <summary>The query, or null where nothing is left to look for.</summary>
    public static Query? Of(string typed)
    {
        var (all, wanted) = (new BooleanQuery(), false);
        foreach (var match in Clause().Matches(typed).Take(MostClauses))
        {
            var words = match.Groups["phrase"].Success ? match.Groups["phrase"].Value : match.Groups["word"].Value;
            if (AnyField(words) is not { } clause) continue;
            var without = match.Groups["not"].Value.Length > 0;
            all.Add(clause, without ? Occur.MUST_NOT : Occur.MUST);
            wanted |= !without;
        }
        return wanted ? all : null;
    }

    // One clause in every way a text may have been taken; the best way counts.
    private static DisjunctionMaxQuery? AnyField(string words)
    {
        var any = new DisjunctionMaxQuery(0.1f);
        var found = false;
        foreach (var field in WordAnalysis.Fields)
        {
            var pieces = WordAnalysis.Pieces(field, words);
            if (pieces.Count == 0) continue;
            found = true;
            any.Add(pieces.Count == 1 ? new TermQuery(new Term(field, pieces[0].Piece)) : InARow(field, pieces));
        }
        return found ? any : null;
    }

    private static PhraseQuery InARow(string field, IReadOnlyList<(string Piece, int Place)> pieces)
    {
        var phrase = new PhraseQuery();
        foreach (var (piece, place) in pieces) phrase.Add(new Term(field, piece), place - pieces[0].Place);
        return phrase;
    }

    [GeneratedRegex("""(?<not>-?)(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))""")]
    private static partial Regex Clause();
}
