using System.Globalization;
using System.Xml.Linq;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Pages.Assemblies;
using Autogestion.Pages.Assemblies.Record;
using Autogestion.Web;

namespace Autogestion.Documents;

/// <summary>
/// Minutes as an Akoma Ntoso 3.0 <c>debate</c> (OASIS LegalDocML 1.0), so that archives and other programs can read them. People
/// are references by their id in the book; the reader's right to names decides whether they are shown.
/// </summary>
public sealed class AkomaNtoso(Visit visit, AssemblyRecord record, Reader reader, Words words, bool names)
{
    public static readonly XNamespace Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    private readonly AssemblyWords say = new(reader, visit, words);
    private readonly Dictionary<PersonId, string> people = [];

    /// <summary>The document. The people it speaks of are gathered while it is written, and listed in its head.</summary>
    public XDocument Write()
    {
        var body = Element("debateBody", [Roll(), .. Items(), Close()]);
        return new(new XDeclaration("1.0", "utf-8", null), Element("akomaNtoso", new XElement(
            Namespace + "debate", new XAttribute("name", "minutes"), Meta(), Preface(), body)));
    }

    private XElement Meta()
    {
        var assembly = record.Assembly;
        var day = Day(assembly.OpenedAt ?? assembly.Calls[0].At);
        var work = $"/akn/{visit.Country.ToLowerInvariant()}/debate/minutes/{visit.Book.Id}/{day}/{assembly.Id}";
        var language = reader.Language == "es" ? "spa" : "eng";
        XElement[] Level(string uri, string date, string what) =>
        [
            Valued("FRBRthis", $"{uri}/!main"), Valued("FRBRuri", uri),
            new(Namespace + "FRBRdate", new XAttribute("date", date), new XAttribute("name", what)),
            new(Namespace + "FRBRauthor", new XAttribute("href", "#collective")),
        ];
        var drawn = visit.State.Assemblies.Past.GetValueOrDefault(assembly.Id.Value)?.Minutes?.DrawnUpAt is { } at ? Day(at) : Day(visit.Now);
        return Element("meta",
            new XElement(Namespace + "identification", new XAttribute("source", "#autogestion"),
                Element("FRBRWork", [.. Level(work, day, "held"), Valued("FRBRcountry", visit.Country.ToLowerInvariant()), Valued("FRBRnumber", assembly.Id.ToString())]),
                Element("FRBRExpression", [.. Level($"{work}/{language}@{drawn}", drawn, "drawn-up"), new XElement(Namespace + "FRBRlanguage", new XAttribute("language", language))]),
                Element("FRBRManifestation", [.. Level($"{work}/{language}@{drawn}.xml", Day(visit.Now), "exported"), Valued("FRBRformat", "application/xml")])),
            new XElement(Namespace + "references", new XAttribute("source", "#autogestion"),
                Reference("TLCOrganization", "collective", $"/c/{visit.Book.Id}", visit.State.Deed.Name),
                Reference("TLCOrganization", "autogestion", "/", "Autogestión"),
                people.Select(person => Reference("TLCPerson", person.Value, $"/c/{visit.Book.Id}/members/{person.Key}", Name(person.Key)))));
    }

    private XElement Preface() => Element("preface", Element("p",
        new XElement(Namespace + "docTitle", say.Kind(record.Assembly.Kind, record.Assembly.Body)), ", ",
        new XElement(Namespace + "docDate", new XAttribute("date", Day(record.Assembly.OpenedAt ?? record.Assembly.Calls[0].At)), say.When(record.Assembly.OpenedAt ?? record.Assembly.Calls[0].At))));

    private XElement Roll() => new(Namespace + "rollCall", Id("rollcall_1"), Element("summary",
        string.Join(", ", record.Assembly.Stays.Select(stay => stay.Person).Distinct().Select(Name))));

    private IEnumerable<XElement> Items()
    {
        XElement? section = null;
        var number = 0;
        foreach (var line in MinutesLine.Of(record).Where(line => line is not (MinutesLine.Named or MinutesLine.Closed)))
        {
            if (line is MinutesLine.Item item)
            {
                if (section is not null) yield return section;
                section = new(Namespace + "debateSection", Id($"dbsect_{++number}"), new XAttribute("name", "item"),
                    Element("num", item.About.Number.ToString(CultureInfo.InvariantCulture)), Element("heading", say.ItemName(item.About)));
                continue;
            }
            section ??= new(Namespace + "debateSection", Id($"dbsect_{++number}"), new XAttribute("name", "opening"), Element("heading", reader["assemblies.minutes.happened"]));
            section.Add(Line(line));
        }
        if (section is not null) yield return section;
    }

    private XElement Line(MinutesLine line) => line switch
    {
        MinutesLine.Tabled { Motion: var motion } => Speech(motion.Mover, line.At, Sentence(line)),
        MinutesLine.Seconded seconded => Speech(seconded.By, line.At, Sentence(line)),
        MinutesLine.Dissent dissent => new(Namespace + "declarationOfVote", Id($"declaration_{dissent.Motion.Id.Value}_{Ref(dissent.Recorded.Person)}"),
            Speech(dissent.Recorded.Person, line.At, words[dissent.Recorded.Reasons])),
        _ => new(Namespace + "narrative", Sentence(line)),
    };

    private XElement Close() => new(Namespace + "adjournment", Id("adjournment_1"), Element("summary",
        record.Assembly.ClosedAt is { } at ? reader["assemblies.said.closed", ("hour", reader.Hour(at))] : "—"));

    // Sentences name people; without the right to names they say who by reference.
    private string Sentence(MinutesLine line) => new MinutesWords(reader, visit, say, record.Assembly) { NameWith = names ? null : person => Ref(person) }.Say(line);

    private XElement Speech(PersonId by, Instant at, string said) => new(Namespace + "speech", new XAttribute("by", $"#{Ref(by)}"), new XAttribute("startTime", Reader.Machine(at)),
        said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty("—").Select(paragraph => Element("p", paragraph)));

    private string Name(PersonId person) => names ? visit.NameOf(person) : Ref(person);

    private string Ref(PersonId person)
    {
        if (!people.TryGetValue(person, out var reference)) people[person] = reference = $"person-{person}";
        return reference;
    }

    private string Day(Instant at) => at.InZone(visit.State.Deed.Zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    private static XElement Valued(string name, string value) => new(Namespace + name, new XAttribute("value", value));

    private static XAttribute Id(string id) => new("eId", id);

    private static XElement Reference(string kind, string id, string href, string shown) =>
        new(Namespace + kind, Id(id), new XAttribute("href", href), new XAttribute("showAs", shown));
}
