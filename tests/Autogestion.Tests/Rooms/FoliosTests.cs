using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Autogestion.Documents;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Tests.Support;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Autogestion.Tests.Rooms;

/// <summary>Minutes on folios: the PDF as another program reads it, the sheet on the wall as a stranger checks it, and the files for other programs.</summary>
public sealed class FoliosTests : IAsyncLifetime
{
    private TestServer server = null!;
    private TestPlant plant = null!;
    private AssemblyId id;

    private string Room => $"/c/{plant.Id}/assemblies/{id}";

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        plant = await TestPlant.FoundAsync(server);
        id = await plant.OpenAssemblyAsync();
        var motion = (await plant.EnterAsync(plant.Somebody, new TableMotion(id, 1, await plant.WordsAsync("Que el comedor abra a las doce")))).Entries.OfType<MotionTabled>().Single().Motion;
        await plant.EnterAsync(plant.Convener, new OpenVote(id, motion, VoteMethod.OwnPhone, 6));
        foreach (var (worker, at) in plant.People.Select((worker, at) => (worker, at))) await plant.EnterAsync(worker, new CastBallot(id, motion, at < 4 ? Choice.For : Choice.Against));
        await plant.EnterAsync(plant.Convener, new CloseVote(id, motion));
        await plant.EnterAsync(plant.Convener, new ProclaimResult(id, motion));
        await plant.EnterAsync(plant.Convener, new CloseAssembly(id));
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        Assert.Equal(HttpStatusCode.Redirect, (await secretary.FillAsync($"{Room}/minutes", new Dictionary<string, string>(), "DrawUp")).Status);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Minutes Minutes => plant.Book.State.Assemblies.Past[id.Value].Minutes!;

    [Fact]
    public async Task The_document_is_tagged_has_its_language_and_title_embeds_its_letters_and_its_words_come_out()
    {
        var range = Assert.Single(Minutes.Folios);
        using var document = PdfDocument.Open(await PdfAsync());
        Assert.Equal(range.Count, document.NumberOfPages);
        var catalog = document.Structure.Catalog.CatalogDictionary;
        Assert.Equal("es", ((StringToken)catalog.Data["Lang"]).Data);
        Assert.True(catalog.ContainsKey(NameToken.Create("StructTreeRoot")));
        var marked = catalog.Data["MarkInfo"] is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : catalog.Data["MarkInfo"];
        Assert.True(((BooleanToken)((DictionaryToken)marked).Data["Marked"]).Data);
        Assert.Contains("Acta", document.Information.Title, StringComparison.Ordinal);
        var words = string.Join(' ', document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        foreach (var said in new[] { "Planta", "comedor", "Folio", "Verificala", plant.Somebody.Name.Split(' ')[1] }) Assert.Contains(said, words, StringComparison.Ordinal);
        var raw = Encoding.Latin1.GetString(await PdfAsync());
        Assert.Contains("FontFile2", raw, StringComparison.Ordinal);
        foreach (var tag in new[] { "/H1", "/H2", "/Table", "/TR", "/TH", "/TD", "/Figure" }) Assert.Contains(tag, raw + Inflated(document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_checks_a_sheet_and_learns_nothing_but_that_it_is_in_the_book()
    {
        var (range, sheet) = await FirstSheetAsync();
        var address = $"/c/{plant.Id}/sheet?p={range.Position}&f={range.From}&h={sheet.Hash}&s={plant.Book.Position}&r={Uri.EscapeDataString(plant.Book.Root.ToString())}";
        using var stranger = server.NewVisitor();
        var yes = await stranger.GetAsync(address);
        Assert.Contains("Esta hoja está en el libro", yes.Words, StringComparison.Ordinal);
        Assert.Contains("desde entonces sólo creció", yes.Words, StringComparison.Ordinal);
        Assert.All(plant.People, worker => Assert.DoesNotContain(worker.Name, yes.Words, StringComparison.Ordinal));
        Assert.DoesNotContain("comedor", yes.Words, StringComparison.Ordinal);
        Assert.Contains("Esta hoja no está en el libro", (await stranger.GetAsync(address.Replace(sheet.Hash, new string('A', 43), StringComparison.Ordinal))).Words, StringComparison.Ordinal);
        Assert.Contains("Esta hoja no está en el libro", (await stranger.GetAsync($"/c/{plant.Id}/sheet?p=1&f=1&h={sheet.Hash}")).Words, StringComparison.Ordinal);
        Assert.Contains("no es de este libro", (await stranger.GetAsync(address.Replace($"s={plant.Book.Position}", $"s={plant.Book.Position - 1}", StringComparison.Ordinal))).Words, StringComparison.Ordinal);

        var words = ((Registry.TextReading.Legible)await server.Node.Registry.Texts.ReadAsync(plant.Id, sheet.Id)).Words;
        var typed = string.Join("  \n ", SheetText.Read(words).Select(block => string.Join(' ', block.Cells)));
        var same = await stranger.FillAsync(address, new Dictionary<string, string> { ["words"] = typed });
        Assert.Contains("Son las mismas palabras", same.Words, StringComparison.Ordinal);
        var other = await stranger.FillAsync(address, new Dictionary<string, string> { ["words"] = typed.Replace("doce", "once", StringComparison.Ordinal) });
        Assert.Contains("No son las palabras", other.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_minutes_as_akoma_ntoso_have_the_parts_that_the_standard_names_and_no_names_unless_asked()
    {
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        var bare = (await somebody.GetAsync($"{Room}/minutes.xml")).Body;
        var document = XDocument.Parse(bare);
        var debate = document.Root!.Elements().Single();
        XNamespace akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
        Assert.Equal((akn + "akomaNtoso", akn + "debate"), (document.Root.Name, debate.Name));
        Assert.Equal(["meta", "preface", "debateBody"], debate.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(["FRBRWork", "FRBRExpression", "FRBRManifestation"], debate.Descendants(akn + "identification").Single().Elements().Select(level => level.Name.LocalName));
        Assert.Equal(["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRcountry", "FRBRnumber"], debate.Descendants(akn + "FRBRWork").Single().Elements().Select(part => part.Name.LocalName));
        var ids = debate.Descendants().Attributes("eId").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(debate.Descendants().Attributes("by"), by => Assert.Contains(by.Value[1..], ids));
        Assert.NotEmpty(debate.Descendants(akn + "speech"));
        Assert.NotEmpty(debate.Descendants(akn + "debateSection"));
        Assert.All(plant.People, worker => Assert.DoesNotContain(worker.Name, bare, StringComparison.Ordinal));
        Assert.Contains(plant.Somebody.Name, (await somebody.GetAsync($"{Room}/minutes.xml?names=yes")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_and_posts_as_popolo_refer_to_what_is_there_and_count_up()
    {
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        var body = (await somebody.GetAsync($"/c/{plant.Id}/assemblies/popolo.json")).Body;
        var popolo = JsonNode.Parse(body)!;
        HashSet<string> Ids(string list) => [.. popolo[list]!.AsArray().Select(one => one!["id"]!.GetValue<string>())];
        var (organizations, persons, posts, motions) = (Ids("organizations"), Ids("persons"), Ids("posts"), Ids("motions"));
        Assert.All(popolo["memberships"]!.AsArray(), membership =>
        {
            Assert.Contains(membership!["organization_id"]!.GetValue<string>(), organizations);
            Assert.Contains(membership["person_id"]!.GetValue<string>(), persons);
            if (membership["post_id"] is { } post) Assert.Contains(post.GetValue<string>(), posts);
            Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", membership["start_date"]!.GetValue<string>());
        });
        var vote = Assert.Single(popolo["vote_events"]!.AsArray())!;
        Assert.Contains(vote["motion_id"]!.GetValue<string>(), motions);
        Assert.Equal("pass", vote["result"]!.GetValue<string>());
        Assert.Equal(4, vote["counts"]!.AsArray().Single(count => count!["option"]!.GetValue<string>() == "yes")!["value"]!.GetValue<int>());
        Assert.Equal(6, vote["votes"]!.AsArray().Count);
        Assert.All(plant.People, worker => Assert.DoesNotContain(worker.Name, body, StringComparison.Ordinal));
        Assert.Contains(plant.Somebody.Name, (await somebody.GetAsync($"/c/{plant.Id}/assemblies/popolo.json?names=yes")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reasons_of_dissent_are_written_on_the_page_and_go_on_the_folios_that_are_next()
    {
        using var against = await plant.SignedInAsync(plant.People[5]);
        Assert.Equal(HttpStatusCode.Redirect, (await against.FillAsync($"{Room}/minutes", new Dictionary<string, string> { ["Motion"] = "1", ["Reasons"] = "No alcanza la cocina" })).Status);
        Assert.Contains("No alcanza la cocina", (await against.GetAsync($"{Room}/minutes")).Words, StringComparison.Ordinal);
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        var next = plant.Book.State.Assemblies.BookOf(new(1)).Next;
        Assert.Equal(HttpStatusCode.Redirect, (await secretary.FillAsync($"{Room}/minutes", new Dictionary<string, string>(), "Foliate")).Status);
        Assert.Equal(next, Minutes.Folios[^1].From);
        using var document = PdfDocument.Open(await PdfAsync());
        Assert.Equal(Minutes.Folios.Sum(range => range.Count), document.NumberOfPages);
        Assert.Contains("cocina", string.Concat(document.GetPages().Last().GetWords().Select(word => word.Text)), StringComparison.Ordinal);
        Assert.Contains($"folios {next}–{next}", (await secretary.GetAsync($"/c/{plant.Id}/folios")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_searches_finds_what_they_may_see()
    {
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        var found = await somebody.GetAsync($"/c/{plant.Id}/search?q=comedores");
        Assert.Contains("Que el comedor abra a las doce", found.Words, StringComparison.Ordinal);
        using var stranger = server.NewVisitor();
        Assert.DoesNotContain("doce", (await stranger.GetAsync($"/c/{plant.Id}/search?q=comedores")).Words, StringComparison.Ordinal);
        Assert.Contains("Turnos", (await stranger.GetAsync($"/c/{plant.Id}/search?q=turno")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_messenger_sees_of_a_notice_a_title_a_line_and_a_picture_and_nobodys_name()
    {
        using var stranger = server.NewVisitor();
        var head = (await stranger.GetAsync($"{Room}/notice")).Page.Head!;
        string? Of(string property) => head.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
        Assert.Contains("Planta de prueba convoca", Of("og:description"), StringComparison.Ordinal);
        Assert.NotNull(Of("og:title"));
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(new Uri(Of("og:image")!).AbsolutePath)).Status);
        Assert.All(plant.People, worker => Assert.DoesNotContain(worker.Name, head.InnerHtml, StringComparison.Ordinal));
    }

    private async Task<byte[]> PdfAsync()
    {
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        using var response = await somebody.OpenAsync($"{Room}/minutes.pdf", TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    // Structure may stand in compressed objects: every dictionary of the document, as text.
    private static string Inflated(PdfDocument document)
    {
        var all = new StringBuilder();
        foreach (var reference in document.Structure.CrossReferenceTable.ObjectOffsets.Keys) all.Append(document.Structure.GetObject(reference).Data);
        return all.ToString();
    }

    private async Task<(FolioRange Range, Text Sheet)> FirstSheetAsync()
    {
        var range = Minutes.Folios[0];
        await foreach (var entry in server.Node.Find(plant.Id)!.ReadAsync(range.Position - 1, range.Position)) return (range, ((MinutesFoliated)entry.Entry).Sheets[0]);
        throw new InvalidOperationException();
    }
}
