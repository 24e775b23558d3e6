using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Search;
using Autogestion.Office.Tests.Support;
using Autogestion.Registry;
using NodaTime;

namespace Autogestion.Office.Tests.Search;

/// <summary>Words are found as people write and remember them, by whoever may see them, and not once they are erased.</summary>
public sealed class SearchSpecs : IAsyncLifetime
{
    private TestNode test = null!;
    private TestCollective plant = null!;
    private AssemblyId assembly;
    private SearchShelf shelf = null!;

    public async ValueTask InitializeAsync()
    {
        test = await TestNode.OpenAsync();
        plant = await TestCollective.FoundAsync(test.Node);
        assembly = await plant.OpenAssemblyAsync(test.Node, test.Clock);
        shelf = new(test.Node);
        foreach (var words in new[] { "Que las reuniones de la sección hornos sean los lunes", "Comprar un camión para el reparto", "Pintar el año próximo los baños", "Que el comedor abra los domingos" })
            await TableAsync("es", words);
        await TableAsync("en", "That the meetings of the kiln section be on Mondays");
    }

    public async ValueTask DisposeAsync()
    {
        shelf.Dispose();
        await test.DisposeAsync();
    }

    [Theory]
    [InlineData("reunion", "reuniones")]
    [InlineData("REUNIÓN", "reuniones")]
    [InlineData("seccion", "sección")]
    [InlineData("camiones", "camión")]
    [InlineData("camion reparto", "camión")]
    [InlineData("compramos", "Comprar")]
    [InlineData("horno", "hornos")]
    [InlineData("\"sección hornos\"", "hornos")]
    [InlineData("\"reuniones de la seccion\"", "hornos")]
    [InlineData("meeting", "meetings")]
    [InlineData("kilns", "kiln")]
    [InlineData("comedores", "comedor")]
    public async Task Accents_and_endings_do_not_matter(string asked, string found) =>
        Assert.Contains(found, Assert.Single(await AskAsync(asked)), StringComparison.Ordinal);

    [Theory]
    [InlineData("ano")]
    [InlineData("\"hornos sección\"")]
    [InlineData("camión comedor")]
    [InlineData("reuniones -lunes")]
    [InlineData("de la")]
    [InlineData("\" -")]
    public async Task What_is_not_there_is_not_found(string asked) => Assert.Empty(await AskAsync(asked));

    [Fact]
    public async Task The_index_follows_the_book()
    {
        Assert.Empty(await AskAsync("guardería"));
        await TableAsync("es", "Abrir una guardería");
        Assert.Single(await AskAsync("guarderia"));
        Assert.Equal(test.Node.Find(plant.Id)!.Current.Position, shelf.Held(plant.Id).Position);
    }

    [Fact]
    public async Task What_was_erased_is_found_no_more_and_leaves_the_index()
    {
        var text = await TableAsync("es", "Una palabra inconfundible: quirquincho", Retention.Erasable);
        Assert.Single(await AskAsync("quirquincho"));
        var held = shelf.Held(plant.Id).Texts;
        Assert.Equal(EraseOutcome.Erased, await test.Node.Registry.Texts.EraseAsync(plant.Id, text.Id));
        Assert.Empty(await AskAsync("quirquincho"));
        Assert.Equal(held - 1, shelf.Held(plant.Id).Texts);
    }

    [Fact]
    public async Task The_public_finds_only_what_is_public()
    {
        Assert.Single(await AskAsync("camión"));
        Assert.Empty(await AskAsync("camión", members: false));
    }

    [Fact]
    public async Task Answers_are_narrowed_by_paper_matter_body_and_day()
    {
        var today = test.Clock.Now.InZone(DateTimeZoneProviders.Tzdb["America/Argentina/Buenos_Aires"]).Date;
        async Task<int> Count(Question question) => (await shelf.AskAsync(test.Node.Find(plant.Id)!, question, 0, 10)).All;
        Assert.Equal(1, await Count(new("camión", Paper.Motion, Matter.General, BodyId.Assembly, today, today)));
        Assert.Equal(0, await Count(new("camión", Paper.Notice)));
        Assert.Equal(0, await Count(new("camión", Matter: Matter.PayRule)));
        Assert.Equal(0, await Count(new("camión", Body: new BodyId(7))));
        Assert.Equal(0, await Count(new("camión", From: today.PlusDays(1))));
        Assert.Equal(0, await Count(new("camión", Until: today.PlusDays(-1))));
    }

    [Fact]
    public async Task Books_that_were_asked_longest_ago_make_room()
    {
        using var small = new SearchShelf(test.Node, mostBytes: 1);
        var other = await TestCollective.FoundAsync(test.Node, "tejas-norte-3k8p");
        await small.AskAsync(test.Node.Find(plant.Id)!, new("camión"), 0, 10);
        await small.AskAsync(test.Node.Find(other.Id)!, new("camión"), 0, 10);
        Assert.Equal((0, 0), small.Held(plant.Id));
        Assert.Equal(1, (await small.AskAsync(test.Node.Find(plant.Id)!, new("camión"), 0, 10)).All);
    }

    private async Task<IReadOnlyList<string>> AskAsync(string words, bool members = true) =>
        [.. (await shelf.AskAsync(test.Node.Find(plant.Id)!, new(words, MembersToo: members), 0, 10)).Shown.Select(found => found.Words)];

    private async Task<Text> TableAsync(string language, string words, Retention retention = Retention.Legal)
    {
        var text = await test.Node.Registry.Texts.WriteAsync(plant.Id, language, words, retention);
        await plant.EnterAsync(test.Node, plant.Secretary, new TableMotion(assembly, 1, text));
        return text;
    }
}
