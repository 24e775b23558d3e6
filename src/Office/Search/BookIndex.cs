using System.Globalization;
using Autogestion.Domain.Kernel;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace Autogestion.Office.Search;

/// <summary>What is looked for, and among what.</summary>
/// <param name="Words">Words that must all be there, "words in a row" in quotes, and -words that must not.</param>
/// <param name="MembersToo">Also what only members may see.</param>
public sealed record Question(string Words, Paper? Paper = null, Matter? Matter = null, BodyId? Body = null, LocalDate? From = null, LocalDate? Until = null, bool MembersToo = true);

/// <summary>
/// The index of one book: in memory only, never on a disk, made from the book and the registry and thrown away with the process.
/// What was erased is driven out of it, not only marked.
/// </summary>
internal sealed class BookIndex : IDisposable
{
    private const string Id = "id", PaperField = "paper", MatterField = "matter", BodyField = "body", AudienceField = "audience", DayField = "day";

    private readonly RAMDirectory directory = new();
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;
    private readonly Dictionary<string, Findable> findables = [];

    public BookIndex()
    {
        writer = new(directory, new(WordAnalysis.Version, WordAnalysis.Analyzer));
        searchers = new(writer, true, null);
    }

    /// <summary>Position of the book that it has followed up to.</summary>
    public long Position { get; set; }

    public int Count => findables.Count;

    /// <summary>Bytes that the index holds.</summary>
    public long Size => directory.GetSizeInBytes() + findables.Count * 200L;

    /// <summary>Adds a text, or says anew where it stands: a motion that was carried is found as its resolution.</summary>
    public void Put(Findable findable, string words, string language, DateTimeZone zone)
    {
        var id = findable.Text.Id.ToString();
        findables[id] = findable;
        var document = new Document
        {
            new StringField(Id, id, Field.Store.YES),
            new StringField(PaperField, findable.Paper.ToString(), Field.Store.NO),
            new StringField(MatterField, findable.Matter?.ToString() ?? "", Field.Store.NO),
            new StringField(BodyField, findable.Body?.ToString() ?? "", Field.Store.NO),
            new StringField(AudienceField, findable.Audience.ToString(), Field.Store.NO),
            new Int32Field(DayField, Day(findable.At.InZone(zone).Date), Field.Store.NO),
        };
        foreach (var field in FieldsOf(language)) document.Add(new TextField(field, words, Field.Store.NO));
        writer.UpdateDocument(new Term(Id, id), document);
    }

    /// <summary>Takes a text out, with every word that only it had.</summary>
    public void Remove(Guid text)
    {
        if (!findables.Remove(text.ToString())) return;
        writer.DeleteDocuments(new Term(Id, text.ToString()));
        writer.Commit();
        writer.ForceMergeDeletes();
        writer.Commit();
    }

    /// <summary>Makes what was put findable.</summary>
    public void Refresh()
    {
        writer.Commit();
        searchers.MaybeRefreshBlocking();
    }

    /// <summary>The best answers, and how many there are.</summary>
    public (IReadOnlyList<Findable> Best, int All) Ask(Question question, int skip, int take)
    {
        if (Queries.Of(question.Words) is not { } query) return ([], 0);
        var searcher = searchers.Acquire();
        try
        {
            var top = searcher.Search(query, Filter(question), skip + take);
            return ([.. top.ScoreDocs.Skip(skip).Select(hit => findables.GetValueOrDefault(searcher.Doc(hit.Doc).Get(Id, CultureInfo.InvariantCulture))).OfType<Findable>()], top.TotalHits);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    public void Dispose()
    {
        searchers.Dispose();
        writer.Dispose();
        directory.Dispose();
    }

    // Words in another language than these two are looked at in both ways.
    private static IEnumerable<string> FieldsOf(string language) => language switch
    {
        "en" => [WordAnalysis.English],
        "es" => [WordAnalysis.Spanish, WordAnalysis.SpanishVerbs],
        _ => WordAnalysis.Fields,
    };

    private static QueryWrapperFilter Filter(Question question)
    {
        var all = new BooleanQuery { { new MatchAllDocsQuery(), Occur.MUST } };
        void Only(string field, string? value)
        {
            if (value is not null) all.Add(new TermQuery(new Term(field, value)), Occur.MUST);
        }
        Only(PaperField, question.Paper?.ToString());
        Only(MatterField, question.Matter?.ToString());
        Only(BodyField, question.Body?.ToString());
        if (!question.MembersToo) Only(AudienceField, Audience.Public.ToString());
        if (question.From is not null || question.Until is not null)
            all.Add(NumericRangeQuery.NewInt32Range(DayField, question.From is { } from ? Day(from) : null, question.Until is { } until ? Day(until) : null, true, true), Occur.MUST);
        return new(all);
    }

    private static int Day(LocalDate day) => int.Parse(day.ToString("uuuuMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
