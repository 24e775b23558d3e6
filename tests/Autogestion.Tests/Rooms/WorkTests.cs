using System.Net;
using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Work;
using Autogestion.Pages.Work;
using Autogestion.Tests.Support;
using Autogestion.Web;

namespace Autogestion.Tests.Rooms;

/// <summary>Taps, contests, the device at the door and tables of hours through a real server and without any script.</summary>
public sealed class WorkTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static readonly Dictionary<string, string> Nothing = [];

    private static string Room(TestPlant plant) => $"/c/{plant.Id}/work";

    private static async Task<TestPlant> WithWorkshopAsync(TestPlant plant)
    {
        await plant.EnterAsync(plant.Convener, new CreateWorkshop(await plant.WordsAsync("Hornos"), BodyId.Assembly));
        return plant;
    }

    [Fact]
    public async Task One_tap_in_one_tap_out_and_hours_that_their_owner_contests_and_another_answers()
    {
        var plant = await shared.FoundAsync();
        using var keeper = await plant.SignedInAsync(plant.Convener);
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.FillAsync($"{Room(plant)}/keep", new Dictionary<string, string> { ["name"] = "Hornos" }, "Workshop")).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await somebody.FillAsync(Room(plant), Nothing, "In")).Status);
        Assert.Contains(plant.Somebody.Name, (await keeper.GetAsync(Room(plant))).Page.QuerySelector("#in")!.TextContent, StringComparison.Ordinal);
        shared.Server.Clock.Pass(TimeSpan.FromMinutes(450));
        Assert.Equal(HttpStatusCode.Redirect, (await somebody.FillAsync(Room(plant), Nothing, "Out")).Status);
        var entry = Assert.Single(plant.Book.State.Work.EntriesOf(plant.Somebody.Person).Values);
        Assert.Equal(450, entry.WorkMinutes);

        Assert.Equal(HttpStatusCode.Redirect, (await somebody.FillAsync(Room(plant), new Dictionary<string, string> { ["hours"] = "7", ["reason"] = "salí antes" }, "Contest")).Status);
        Assert.Contains("salí antes", (await keeper.GetAsync($"{Room(plant)}/keep")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.FillAsync($"{Room(plant)}/keep", new Dictionary<string, string> { ["hours"] = "7", ["minutes"] = "0", ["words"] = "es cierto" }, "Answer")).Status);
        Assert.Equal((420, true), plant.Book.State.Work.Find(plant.Somebody.Person, entry.Id) is { } now ? (now.WorkMinutes, now.Answered) : default);
        Assert.Equal(HttpStatusCode.Forbidden, (await somebody.GetAsync($"{Room(plant)}/keep")).Status);
    }

    [Fact]
    public async Task On_the_device_at_the_door_number_and_code_and_one_tap_are_enough_and_nothing_remains()
    {
        var plant = await WithWorkshopAsync(await shared.FoundAsync());
        await shared.Server.Node.Registry.PersonalCodes.SetAsync(plant.Id, plant.Somebody.Person, "480215");
        using var device = await plant.SignedInAsync(plant.Convener);
        var pad = $"{Room(plant)}/pad";
        Assert.Equal(HttpStatusCode.Forbidden, (await device.GetAsync(pad)).Status);
        Assert.Equal(pad, (await device.FillAsync(Room(plant), Nothing, "Pad")).Location);

        var number = $"{plant.Book.State.Roster.Find(plant.Somebody.Person)!.Number}";
        var wrong = await device.FillAsync(pad, new Dictionary<string, string> { ["member"] = number, ["code"] = "111111" });
        Assert.Equal(HttpStatusCode.Forbidden, wrong.Status);
        var screen = await device.FillAsync(pad, new Dictionary<string, string> { ["member"] = number, ["code"] = "480215" });
        Assert.Contains("Hornos", screen.Words, StringComparison.Ordinal);
        var ticket = new Dictionary<string, string> { ["workshop"] = "1" };
        var form = screen.Page.Forms.Single(one => one.GetAttribute("action")!.Contains("In", StringComparison.Ordinal)).QuerySelectorAll("input").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        Assert.Equal(HttpStatusCode.OK, (await device.PostAsync($"{pad}?handler=In", form.Concat(ticket).ToDictionary())).Status);
        Assert.True(plant.Book.State.Work.Open.ContainsKey(plant.Somebody.Person));
        // The same ticket serves once.
        Assert.Equal(HttpStatusCode.Forbidden, (await device.PostAsync($"{pad}?handler=In", form.Concat(ticket).ToDictionary())).Status);
        Assert.DoesNotContain(plant.Somebody.Name, (await device.GetAsync(pad)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_entered_whole_or_not_at_all_and_says_the_line()
    {
        var plant = await WithWorkshopAsync(await shared.FoundAsync());
        using var keeper = await plant.SignedInAsync(plant.Convener);
        var import = $"{Room(plant)}/import";
        var day = plant.Book.State.Deed.FoundedAt!.Value.InZone(plant.Book.State.Deed.Zone).Date.PlusDays(-1);
        shared.Server.Clock.Pass(TimeSpan.FromDays(3));
        var (first, second) = (day.PlusDays(2), day.PlusDays(3));
        string Table(string last) => $"número;día;taller;desde;hasta\n1;{first:dd'/'MM'/'yyyy};hornos;6:00;14:00\n2;{first:dd'/'MM'/'yyyy};HORNOS;22:00;6:00\n{last}";

        var unknown = await keeper.FillAsync(import, new Dictionary<string, string> { ["table"] = Table($"99;{second:yyyy-MM-dd};Hornos;6:00;14:00") });
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Contains("Línea 4", unknown.Words, StringComparison.Ordinal);
        var overlapping = await keeper.FillAsync(import, new Dictionary<string, string> { ["table"] = Table($"1;{first:yyyy-MM-dd};Hornos;8:00;10:00") });
        Assert.Equal(HttpStatusCode.Conflict, overlapping.Status);
        Assert.Contains("Línea 4", overlapping.Words, StringComparison.Ordinal);
        Assert.Empty(plant.Book.State.Work.Entries);

        Assert.Equal(HttpStatusCode.Redirect, (await keeper.FillAsync(import, new Dictionary<string, string> { ["table"] = Table($"1;{second:yyyy-MM-dd};1;6:00;14:00") })).Status);
        Assert.Equal(3 * 480, plant.Book.State.Work.Months.Values.Sum(month => month.OursMinutes));
        Assert.Contains("8", (await keeper.GetAsync($"{Room(plant)}/month/{first:yyyy-MM}")).Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""), InlineData("/month/2026-03"), InlineData("/month/1999-01")]
    public async Task The_pages_are_for_members(string page)
    {
        var plant = await shared.FoundAsync();
        using var auditor = await plant.SignedInAsync(plant.Auditor);
        using var stranger = shared.Server.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync(Room(plant) + page)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync(Room(plant) + page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync($"{Room(plant)}/month/2026-99")).Status);
        Assert.Contains("\"view\"", (await auditor.GetAsync($"/c/{plant.Id}/api/work")).Body, StringComparison.Ordinal);
    }

    private static readonly HoursNames Names = new(
        number => number is 7 or 12 ? new PersonId(new Guid(number, 0, 0, new byte[8])) : null, [(new(1), "Hornos"), (new(2), "Depósito")], [(new(1), new(1), "Colada")]);

    [Theory]
    [InlineData("número;día;taller;desde;hasta;tarea\n7;23/11/2026;Hornos;6:00;14:00;colada", 480)]
    [InlineData("number,day,workshop,from,to\n7,2026-11-23,2,22:00,6:00", 480)]
    [InlineData("Numero\tFecha\tSector\tHoras\n7\t23-11-2026\tDEPOSITO\t7,5", 450)]
    [InlineData("number,day,workshop,hours\n12,2026-11-23,\"Hornos\",7.25\n\n", 435)]
    [InlineData("day;workshop;number;minutes\n2026-11-23; Hornos ;7;90", 90)]
    public void Tables_are_read_as_clocks_and_spreadsheets_write_them(string table, int minutes)
    {
        var read = HoursFile.Read(table, Names);
        Assert.Empty(read.Flaws);
        Assert.Equal((minutes, 2), (Assert.Single(read.Rows).WorkMinutes, Assert.Single(read.Lines)));
    }

    [Theory]
    [InlineData("", 0, "Empty")]
    [InlineData("número;día;taller;minutos\n", 0, "Empty")]
    [InlineData("nombre;día;taller;minutos\nRosa;23/11/2026;Hornos;480", 1, "NoColumn")]
    [InlineData("número;día;taller;desde\n7;23/11/2026;Hornos;6:00", 1, "NoLength")]
    [InlineData("número;día;taller;minutos\n8;23/11/2026;Hornos;480", 2, "Person")]
    [InlineData("número;día;taller;minutos\n7;31/02/2026;Hornos;480", 2, "Day")]
    [InlineData("número;día;taller;minutos\n7;23/11/2026;Hornos;480\n7;24/11/2026;Cocina;480", 3, "Workshop")]
    [InlineData("número;día;taller;minutos;tarea\n7;23/11/2026;Hornos;480;pintura", 2, "Task")]
    [InlineData("número;día;taller;desde;hasta\n7;23/11/2026;Hornos;25:00;6:00", 2, "Hour")]
    [InlineData("número;día;taller;horas\n7;23/11/2026;Hornos;7,33", 2, "Length")]
    [InlineData("número;día;taller;minutos\n7;23/11/2026;Hornos;-5", 2, "Length")]
    public void What_is_wrong_says_the_line_and_the_word(string table, int line, string kind)
    {
        var read = HoursFile.Read(table, Names);
        Assert.Equal((line, kind), read.Flaws[0] is var flaw ? (flaw.Line, flaw.Kind) : default);
    }

    [Fact]
    public void Letters_come_through_in_any_encoding()
    {
        const string Words = "número;día\n7;Depósito";
        Assert.All([Encoding.UTF8.GetBytes(Words), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Words)], Encoding.Latin1.GetBytes(Words), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Words)]], bytes => Assert.Equal(Words, TableFile.Decode(bytes)));
    }
}
