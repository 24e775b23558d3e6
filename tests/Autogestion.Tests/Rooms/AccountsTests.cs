using System.Net;
using Autogestion.Domain.Accounts;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Rooms;

/// <summary>The accounts through a real server and without any script: begun, written, taken back, closed, taken away.</summary>
public sealed class AccountsTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static string Room(TestPlant plant) => $"/c/{plant.Id}/accounts";

    private static LocalDate Today(TestPlant plant) => Instant.FromDateTimeOffset(plant.Server.Clock.GetUtcNow()).InZone(plant.Book.State.Deed.Zone).Date;

    private static Dictionary<string, string> Entry(LocalDate day, params (string Account, string Debit, string Credit)[] lines)
    {
        var form = new Dictionary<string, string> { ["day"] = $"{day:yyyy-MM-dd}", ["words"] = "Venta de vasos" };
        foreach (var (line, row) in lines.Select((line, row) => (line, row)))
            (form[$"account{row}"], form[$"debit{row}"], form[$"credit{row}"]) = line;
        return form;
    }

    [Fact]
    public async Task Begun_written_with_commas_taken_back_and_taken_away()
    {
        var plant = await shared.FoundAsync();
        using var keeper = await plant.SignedInAsync(plant.Convener);
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.FillAsync(Room(plant), new Dictionary<string, string> { ["currency"] = "ars" }, "Begin")).Status);
        Assert.Equal("ARS", plant.Book.State.Accounts.Currency);

        var (journal, today) = ($"{Room(plant)}/journal", Today(plant));
        var wrong = await keeper.FillAsync(journal, Entry(today, ("1.1.01", "1.250,50", ""), ("4.1.01", "", "1.250,05")), "Write");
        Assert.Equal(HttpStatusCode.Conflict, wrong.Status);
        Assert.Contains("0,45", wrong.Words, StringComparison.Ordinal);
        Assert.Equal("1.250,50", wrong.Page.QuerySelector("#debit0")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, (await keeper.FillAsync(journal, Entry(today, ("1.1.01", "doce", ""), ("4.1.01", "", "12")), "Write")).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await keeper.FillAsync(journal, Entry(today, ("1.1.01 Caja", "1.250,50", ""), ("4.1.01", "", "1250.5")), "Write")).Status);
        Assert.Equal(1250.50m, plant.Book.State.Accounts.BalanceOf("1.1.01").Value);
        Assert.Contains("1.250,50", (await somebody.GetAsync($"{Room(plant)}/ledger/1.1.01")).Words, StringComparison.Ordinal);
        Assert.Contains("1250.50 ARS", (await somebody.GetAsync($"{Room(plant)}/file/hledger")).Body, StringComparison.Ordinal);
        Assert.Contains("Venta de vasos", (await somebody.GetAsync($"{Room(plant)}/file/csv")).Body, StringComparison.Ordinal);
        Assert.Null((await somebody.GetAsync(journal)).Page.QuerySelector("form[action*=Write]"));

        Assert.Equal(HttpStatusCode.Redirect, (await keeper.FillAsync(journal, new Dictionary<string, string> { ["transaction"] = "1", ["why"] = "Otra caja" }, "Reverse")).Status);
        Assert.Equal(0m, plant.Book.State.Accounts.BalanceOf("1.1.01").Value);
        Assert.Contains("1.250,50", (await somebody.GetAsync($"{Room(plant)}/trial")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_written_whole_or_not_at_all_and_says_the_line()
    {
        var plant = await shared.FoundAsync();
        using var keeper = await plant.SignedInAsync(plant.Convener);
        await keeper.FillAsync(Room(plant), new Dictionary<string, string> { ["currency"] = "ARS" }, "Begin");
        var (import, day) = ($"{Room(plant)}/import", $"{Today(plant):dd'/'MM'/'yyyy}");
        Task<Answer> Send(string table) => keeper.FillAsync(import, new Dictionary<string, string> { ["table"] = table });

        var columns = await Send("día;detalle\n1;2");
        Assert.Equal(HttpStatusCode.BadRequest, columns.Status);
        Assert.Contains("cuenta", columns.Words, StringComparison.Ordinal);
        var sound = $"Fecha;Concepto;Cuenta;Debe;Haber\n{day};Venta;1.1.01;1.250,50;\n{day};;4.1.01;;1.250,50\n";
        var unknown = await Send($"{sound}{day};Gas;5.3.01;90;\n{day};;9.9.9;;90\n");
        Assert.Contains("Línea 5", unknown.Words, StringComparison.Ordinal);
        var unbalanced = await Send($"{sound}{day};Gas;5.3.01;90;\n{day};;1.1.01;;80\n");
        Assert.Equal(HttpStatusCode.BadRequest, unbalanced.Status);
        Assert.Contains("Línea 4", unbalanced.Words, StringComparison.Ordinal);
        var guarded = await Send($"{sound}{day};Repartir;3.2.01;90;\n{day};;1.1.01;;90\n");
        Assert.Equal(HttpStatusCode.Conflict, guarded.Status);
        Assert.Contains("Línea 4", guarded.Words, StringComparison.Ordinal);
        Assert.True(plant.Book.State.Accounts.Months.IsEmpty);

        Assert.Equal(HttpStatusCode.Redirect, (await Send($"{sound}{day};Gas;5.3.01;90,5;\n{day};;1.1.01;;90.50\n")).Status);
        Assert.Equal(1160m, plant.Book.State.Accounts.BalanceOf("1.1.01").Value);
    }

    [Fact]
    public async Task Whoever_is_no_member_sees_nothing_and_whoever_has_no_power_writes_nothing()
    {
        var plant = await shared.FoundAsync();
        using var stranger = plant.Server.NewVisitor();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(Room(plant))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync($"{Room(plant)}/file/csv")).Status);
        using var keeper = await plant.SignedInAsync(plant.Convener);
        await keeper.FillAsync(Room(plant), new Dictionary<string, string> { ["currency"] = "ARS" }, "Begin");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await plant.EnterAsync(plant.Somebody, new OpenSection(await plant.WordsAsync("Mía"))));
        Assert.Contains(Domain.AuthorityRefusals.NotAccepted.Name, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1234.5", "1234.50")]
    [InlineData("$ 1.000", "1000.00")]
    [InlineData("1.000.000", "1000000.00")]
    [InlineData("−12,30", "-12.30")]
    [InlineData("1.00.000", null)]
    [InlineData("12,345", "12345.00")]
    [InlineData("1234,567", null)]
    [InlineData("0,125", null)]
    [InlineData("1e5", null)]
    [InlineData("doce", null)]
    [InlineData("", null)]
    public void An_amount_is_read_as_people_type_it(string typed, string? amount) => Assert.Equal(amount, Look.TypedAmount.Read(typed)?.ToString());
}
