using Autogestion.Tests.Support;

namespace Autogestion.Tests.Fuzz;

/// <summary>Addresses and forms filled with nonsense: every page answers, none with a fault of its own.</summary>
public sealed class PageFuzzTests : IAsyncLifetime
{
    private const int Seed = 20_260_302;

    private static readonly bool Full = Environment.GetEnvironmentVariable("AUTOGESTION_FULL") == "1";

    private static readonly string[] Nonsense =
    [
        "x", "-1", "0", "7", "2147483648", "99999999999999999999", "1.5", "NaN", "%00", "%ff", "..%2f..%2fetc", "%27%20OR%201=1", "%3Cscript%3E", "%F0%9F%8F%AD",
        "00000000-0000-0000-0000-000000000000", "9f1c8d3e-5f0a-4a57-8f43-6b1f4a3f0c11", new('a', 2000),
    ];

    private static readonly string[] Typed =
    [
        "", " ", "x", "-1", "0", "1", "2147483648", "1e9", "true", "on", "2026-02-30", "0001-01-01", "9999-12-31T23:59", "25:00", "General", "00000000-0000-0000-0000-000000000000",
        "\u202Eal revés", "\0", "línea\r\nlínea", "<b>negrita</b>", "🏭", new('ñ', 25_000),
    ];

    private TestServer server = null!;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync(pace: new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue));
        plant = await TestPlant.FoundAsync(server, people: 8);
        await plant.OpenAssemblyAsync();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task No_address_however_odd_makes_a_page_fail()
    {
        using var member = await plant.SignedInAsync(plant.Secretary);
        using var nobody = server.NewVisitor();
        var faults = new List<string>();
        foreach (var nonsense in Nonsense.Take(Full ? Nonsense.Length : 5).Append(Nonsense[^1]))
            foreach (var address in server.Readable(name => name == "book" ? plant.Id.Value : nonsense).Append($"/c/{nonsense}").Append($"/c/{nonsense}/members").Append($"/c/{nonsense}/api/entries"))
            {
                if (address.Contains("/api/live/", StringComparison.Ordinal)) continue;
                foreach (var visitor in new[] { member, nobody })
                {
                    var answer = await visitor.GetAsync($"{address}?at={nonsense}&after={nonsense}&limit={nonsense}&from={nonsense}&to={nonsense}&before={nonsense}&page={nonsense}&on={nonsense}&q={nonsense}&code={nonsense}&back={nonsense}");
                    if ((int)answer.Status >= 500 && !IsPatience(nonsense, answer)) faults.Add($"{address}: {answer.Status}");
                }
            }
        Assert.Empty(faults.Distinct());
    }

    [Fact]
    public async Task No_form_however_filled_makes_a_page_fail()
    {
        var random = new Random(Seed);
        var forms = server.Forms(PageAddresses.Of(plant, plant.Somebody.Person)).Where(address => !address.Contains("SignOut", StringComparison.Ordinal)).ToList();
        Assert.True(forms.Count > 25, $"only {forms.Count} forms");
        var faults = new List<string>();
        foreach (var worker in new[] { plant.Convener, plant.Secretary, plant.Auditor, plant.Somebody })
        {
            using var visitor = await plant.SignedInAsync(worker);
            var token = (await visitor.GetAsync("/account")).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var address in forms)
            {
                var page = await visitor.GetAsync(address.Split('?')[0]);
                var names = page.Page.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")!).Where(name => name != "__RequestVerificationToken").Distinct().ToList();
                for (var round = 0; round < (Full ? 20 : 2); round++)
                {
                    var fields = names.Where(_ => random.Next(5) > 0).ToDictionary(name => name, _ => Typed[random.Next(Typed.Length)]);
                    fields["__RequestVerificationToken"] = token;
                    var answer = await visitor.PostAsync(address, fields);
                    if ((int)answer.Status >= 500) faults.Add($"{address}: {answer.Status} {string.Join(' ', fields.Where(field => field.Key[0] != '_').Select(field => $"{field.Key}={field.Value[..Math.Min(field.Value.Length, 24)]}"))}");
                }
            }
        }
        Assert.Empty(faults.Distinct());
        Assert.Null(plant.Book.Broken);
    }

    // Whoever asks for a position that is not there yet is asked for patience.
    private static bool IsPatience(string nonsense, Answer answer) => answer.Status == System.Net.HttpStatusCode.ServiceUnavailable && nonsense.All(char.IsAsciiDigit);
}
