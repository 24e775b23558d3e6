using Autogestion.Tests.Support;

namespace Autogestion.Tests.Browser;

/// <summary>Every page on a small phone and on a laptop, in both languages, light and dark: fits, and has nothing that axe objects to.</summary>
public sealed class EveryPageTests(Screens screens)
{
    private static readonly string[] OfACollective =
    [
        "", "/assemblies", "/assemblies/call", "/assemblies/petition", "/posts", "/members", "/statutes", "/resolutions", "/network", "/book", "/book/1",
        "/assemblies/calling", "/folios", "/sheet", "/audit", "/bodies", "/calendar", "/duties", "/mirror", "/sanctions", "/sanctions/charge", "/search", "/search?q=asamblea",
        "/signatures", "/slip", "/surplus", "/surplus?yearEnd=2025-12-31&members=900000&nonMembers=100000&pastLosses=200000&reading=ProRata&work1=2000&work2=1000", "/telling",
    ];

    [Theory]
    [InlineData("es-AR", 360, false)]
    [InlineData("en", 1100, true)]
    public async Task Fits_and_is_accessible(string language, int width, bool dark)
    {
        await using var server = await TestServer.StartAsync();
        var plant = await TestPlant.FoundAsync(server);
        var screen = await screens.OpenAsync(server, $"pages-{language}-{width}", width, 900, language: language, dark: dark);
        foreach (var path in new[] { "/", "/sign-in", "/join", "/recover", "/start", "/manual", "/secrecy", "/trust", $"/c/{plant.Id}" }) await screen.SeeAsync(path);
        await screen.SignInAsync(plant.Convener);
        foreach (var path in OfACollective) await screen.SeeAsync($"/c/{plant.Id}{path}");
        foreach (var path in new[] { "/", "/found", "/account", $"/c/{plant.Id}/members/{plant.Somebody.Person}" }) await screen.SeeAsync(path);
    }
}
