using System.Globalization;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Autogestion.Office.Search;

/// <summary>
/// How words become what is searched for: accents folded (but the ñ, which is a letter), small words left out, endings taken
/// off. Spanish is taken in two ways: the light stemmer, which does not mind accents that were not typed, and Snowball's,
/// which also knows verbs but needs its accents. English is taken by Porter's.
/// </summary>
internal static class WordAnalysis
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;
    public const string Spanish = "es", SpanishVerbs = "es-verbs", English = "en";

    /// <summary>The fields that words are kept in, each with its own way.</summary>
    public static IReadOnlyList<string> Fields { get; } = [Spanish, SpanishVerbs, English];

    public static Analyzer Analyzer { get; } = new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), new Dictionary<string, Analyzer>
    {
        [Spanish] = Chain(Folded(SpanishAnalyzer.DefaultStopSet), tokens => new SpanishLightStemFilter(new FoldingFilter(tokens)), fold: true),
        [SpanishVerbs] = Chain(SpanishAnalyzer.DefaultStopSet, tokens => new FoldingFilter(new SnowballFilter(tokens, "Spanish")), fold: false),
        [English] = Chain(EnglishAnalyzer.DefaultStopSet, tokens => new PorterStemFilter(new FoldingFilter(tokens)), fold: true),
    });

    /// <summary>The pieces of words that a text becomes in one field, each with its place: small words that were left out leave theirs empty.</summary>
    public static IReadOnlyList<(string Piece, int Place)> Pieces(string field, string words)
    {
        var (pieces, place) = (new List<(string, int)>(), -1);
        using var stream = Analyzer.GetTokenStream(field, words);
        var term = stream.GetAttribute<Lucene.Net.Analysis.TokenAttributes.ICharTermAttribute>();
        var step = stream.GetAttribute<Lucene.Net.Analysis.TokenAttributes.IPositionIncrementAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) pieces.Add((term.ToString()!, place += step.PositionIncrement));
        stream.End();
        return pieces;
    }

    /// <summary>Small letters without their accents; the ñ stays.</summary>
    public static string Fold(string words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var sign in words.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark) folded.Append(sign);
            else if (sign == '\u0303' && folded.Length > 0 && folded[^1] == 'n') folded[^1] = 'ñ';
        }
        return folded.ToString();
    }

    private static Analyzer Chain(CharArraySet stops, Func<TokenStream, TokenStream> stem, bool fold) => Lucene.Net.Analysis.Analyzer.NewAnonymous((_, reader) =>
    {
        var tokenizer = new StandardTokenizer(Version, reader);
        TokenStream tokens = new LowerCaseFilter(Version, tokenizer);
        if (fold) tokens = new FoldingFilter(tokens);
        return new TokenStreamComponents(tokenizer, stem(new StopFilter(Version, tokens, stops)));
    });

    private static CharArraySet Folded(IEnumerable<string> words) => new(Version, words.Select(Fold).ToList(), ignoreCase: false);
}

/// <summary>Folds the accents of each word.</summary>
internal sealed class FoldingFilter : TokenFilter
{
    private readonly Lucene.Net.Analysis.TokenAttributes.ICharTermAttribute term;

    public FoldingFilter(TokenStream input) : base(input) => term = AddAttribute<Lucene.Net.Analysis.TokenAttributes.ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken()) return false;
        var word = term.ToString()!;
        var folded = WordAnalysis.Fold(word);
        if (folded != word) term.SetEmpty().Append(folded);
        return true;
    }
}
