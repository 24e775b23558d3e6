using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Work;
using Autogestion.Office.Charts;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Browser;

/// <summary>Every page on a small phone and on a laptop, in both languages, light and dark: fits, and has nothing that axe objects to.</summary>
public sealed class EveryPageTests(Screens screens)
{
    private static readonly string[] OfACollective =
    [
        "", "/assemblies", "/assemblies/call", "/assemblies/petition", "/posts", "/members", "/statutes", "/resolutions", "/network", "/book", "/book/1",
        "/assemblies/calling", "/folios", "/sheet", "/audit", "/bodies", "/calendar", "/duties", "/mirror", "/pay", "/accounts", "/accounts/journal", "/accounts/journal?rows=12", "/accounts/trial", "/accounts/statements", "/accounts/chart", "/accounts/import", "/accounts/ledger/1.1.01", "/work", "/work/keep", "/work/import", "/sanctions", "/sanctions/charge", "/search", "/search?q=asamblea",
        "/signatures", "/slip", "/surplus", "/surplus?yearEnd=2025-12-31&members=900000&nonMembers=100000&pastLosses=200000&reading=ProRata&work1=2000&work2=1000", "/telling",
    ];

    [Theory]
    [InlineData("es-AR", 360, false)]
    [InlineData("en", 1100, true)]
    public async Task Fits_and_is_accessible(string language, int width, bool dark)
    {
        await using var server = await TestServer.StartAsync();
        var plant = await TestPlant.FoundAsync(server);
        var month = await WorkAsync(plant);
        await AccountsAsync(plant);
        var screen = await screens.OpenAsync(server, $"pages-{language}-{width}", width, 900, language: language, dark: dark);
        foreach (var path in new[] { "/", "/sign-in", "/join", "/recover", "/start", "/manual", "/secrecy", "/trust", $"/c/{plant.Id}" }) await screen.SeeAsync(path);
        await screen.SignInAsync(plant.Convener);
        // Whoever signs in reads in the language of the account, until another is asked for.
        await screen.SeeAsync($"/language?to={language[..2]}&back=/");
        foreach (var path in OfACollective) await screen.SeeAsync($"/c/{plant.Id}{path}");
        foreach (var path in new[] { "/", "/found", "/account", $"/c/{plant.Id}/members/{plant.Somebody.Person}", $"/c/{plant.Id}/work/month/{month:yyyy-MM}" }) await screen.SeeAsync(path);
    }

    // A day of work, so that its pages have something to show; gives back the month.
    private static async Task<LocalDate> WorkAsync(TestPlant plant)
    {
        var (keeper, other, state) = (plant.Convener, plant.Somebody, plant.Book.State);
        await plant.EnterAsync(keeper, new CreateWorkshop(await plant.WordsAsync("Hornos"), BodyId.Assembly));
        await plant.EnterAsync(keeper, new CreateTask(new(1), await plant.WordsAsync("Colada")));
        await plant.EnterAsync(keeper, new CreateShift(new(await plant.WordsAsync("Mañana"), new(1), [new(1, new(6, 0), 480)])));
        await plant.EnterAsync(keeper, new AssignShift(other.Person, new(1)));
        foreach (var worker in new[] { keeper, other }) await plant.EnterAsync(worker, new ClockIn(worker.Person, new(1), new(1)));
        plant.Server.Clock.Pass(TimeSpan.FromHours(8));
        foreach (var worker in new[] { keeper, other }) await plant.EnterAsync(worker, new ClockOut(worker.Person));
        await plant.EnterAsync(other, new ContestHours(other.Person, new(2), 420, await ErasableAsync(plant, "salí antes")));
        var today = plant.Book.State.LastEntered.InZone(state.Deed.Zone).Date;
        await plant.EnterAsync(keeper, new RecordAbsence(keeper.Person, today.PlusDays(1), today.PlusDays(2), 480, AbsenceKind.Sick, await ErasableAsync(plant, "gripe")));
        await plant.EnterAsync(keeper, new SetOutsideHours(new(today.Year, today.Month, 1), new(1), OutsideGround.Season, 2, 2400));
        await plant.EnterAsync(keeper, new ClockIn(keeper.Person, new(1)));
        return today;
    }

    // A year's beginning in the journal, so that its pages have something to show.
    private static async Task AccountsAsync(TestPlant plant)
    {
        var (keeper, today) = (plant.Convener, plant.Book.State.LastEntered.InZone(plant.Book.State.Deed.Zone).Date);
        await plant.EnterAsync(keeper, new AdoptChart(ChartLibrary.For("AR")));
        await plant.EnterAsync(keeper, new OpenBalances(today, await plant.WordsAsync("Apertura"), [new("1.1.01", new(5_000)), new("3.1.01", new(-5_000))]));
        await plant.EnterAsync(keeper, new OpenSection(await plant.WordsAsync("Exportación")));
        await plant.EnterAsync(keeper, new PostTransactions(
        [
            new(today, await plant.WordsAsync("Venta de ópticas"), [new("1.1.02", new(120_000.50m)), new("4.1.01", new(-120_000.50m), new SectionId(1))]),
            new(today, await plant.WordsAsync("Arena"), [new("5.1.01", new(31_000)), new("2.1.01", new(-31_000))]),
        ]));
        await plant.EnterAsync(keeper, new ReverseTransaction(new(3), today, await plant.WordsAsync("Era de otro proveedor")));
    }

    private static Task<Text> ErasableAsync(TestPlant plant, string words) => plant.Server.Node.Registry.Texts.WriteAsync(plant.Id, "es", words, Retention.Erasable);
}
