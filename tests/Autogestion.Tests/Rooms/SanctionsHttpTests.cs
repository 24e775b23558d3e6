using System.Net;
using Autogestion.Domain.Sanctions;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Rooms;

/// <summary>Charges, defence, bodies, observations and slips through a real server and without any script.</summary>
public sealed class SanctionsHttpTests : IAsyncLifetime
{
    private TestServer server = null!;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        plant = await TestPlant.FoundAsync(server, people: 8);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_charge_is_answered_by_whom_it_is_about_and_hidden_from_everybody_else()
    {
        var (accused, accuser) = (plant.People[4], plant.People[5]);
        using var charging = await plant.SignedInAsync(accuser);
        var laid = await charging.FillAsync($"/c/{plant.Id}/sanctions/charge", new Dictionary<string, string>
        {
            ["Person"] = $"{accused.Person}",
            ["Step"] = "Exclusion",
            ["Ground"] = "Dejó el horno sin guardia el 3 de mayo",
            ["Norm"] = "Norma 12",
        });
        Assert.Equal($"/c/{plant.Id}/sanctions/1", laid.Location);

        using var charged = await plant.SignedInAsync(accused);
        Assert.Contains("/sanctions/1", (await charged.GetAsync($"/c/{plant.Id}")).Body, StringComparison.Ordinal);
        Assert.Contains("horno sin guardia", (await charged.GetAsync($"/c/{plant.Id}/sanctions/1")).Words, StringComparison.Ordinal);
        var answered = await charged.FillAsync($"/c/{plant.Id}/sanctions/1", new Dictionary<string, string> { ["Said"] = "Estaba en la enfermería" }, "Defend");
        Assert.Equal(HttpStatusCode.Redirect, answered.Status);

        using var auditor = await plant.SignedInAsync(plant.Auditor);
        Assert.Contains("Estaba en la enfermería", (await auditor.GetAsync($"/c/{plant.Id}/sanctions/1")).Words, StringComparison.Ordinal);
        using var other = await plant.SignedInAsync(plant.People[6]);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/c/{plant.Id}/sanctions/1")).Status);
        Assert.DoesNotContain("/sanctions/1", (await other.GetAsync($"/c/{plant.Id}/sanctions")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("horno sin guardia", (await other.GetAsync($"/c/{plant.Id}/book")).Words, StringComparison.Ordinal);
        using var nobody = server.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync($"/c/{plant.Id}/sanctions/1")).Status);
    }

    [Fact]
    public async Task Who_is_being_excluded_cannot_resign_and_takes_a_signed_slip_of_the_no()
    {
        var accused = plant.People[4];
        await plant.EnterAsync(plant.People[5], new LayCharge(accused.Person, SanctionStep.Exclusion, await plant.WordsAsync("Hechos"), await plant.WordsAsync("Norma")));
        await plant.EnterAsync(plant.Auditor, new NameInvestigator(new(1), plant.People[6].Person));
        using var charged = await plant.SignedInAsync(accused);
        var no = await charged.FillAsync($"/c/{plant.Id}/members/{accused.Person}", new Dictionary<string, string> { ["Sure"] = "true" }, "Resign");
        Assert.Equal(HttpStatusCode.Conflict, no.Status);
        Assert.Contains("sanction.exclusion-pending", no.Body, StringComparison.Ordinal);

        var slip = await charged.FillAsync(no, $"/c/{plant.Id}/slip", new Dictionary<string, string>(), "/slip");
        Assert.Contains("sanction.exclusion-pending", slip.Words, StringComparison.Ordinal);
        var note = slip.Page.QuerySelector("pre")!.TextContent;
        Assert.Contains("autogestion.refusal/1", note, StringComparison.Ordinal);

        using var anybody = server.NewVisitor();
        var read = await anybody.FillAsync($"/c/{plant.Id}/slip", new Dictionary<string, string> { ["Note"] = note.ReplaceLineEndings("\r\n") });
        Assert.NotNull(read.Page.QuerySelector("pre"));
        var forged = await anybody.FillAsync($"/c/{plant.Id}/slip", new Dictionary<string, string> { ["Note"] = note.Replace("exclusion-pending", "closed", StringComparison.Ordinal) });
        Assert.Null(forged.Page.QuerySelector("pre"));
        Assert.True(plant.Book.State.Roster.Belongs(accused.Person, Instant.FromDateTimeOffset(server.Clock.GetUtcNow())));
        var asked = await charged.ActAsync(plant.Id.Value, $$$"""{"id":"{{{Guid.CreateVersion7()}}}","act":"member.resign","data":{"person":"{{{accused.Person}}}"}}""");
        Assert.Contains("autogestion.refusal/1", asked.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_observation_is_written_with_its_rule_and_seen_by_all()
    {
        using var auditor = await plant.SignedInAsync(plant.Auditor);
        var done = await auditor.FillAsync($"/c/{plant.Id}/audit", new Dictionary<string, string> { ["Body"] = "1", ["Rule"] = "assembly.minutes-within", ["Said"] = "El acta 4 no está" });
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        using var member = await plant.SignedInAsync(plant.Somebody);
        var page = await member.GetAsync($"/c/{plant.Id}/audit");
        Assert.Contains("El acta 4 no está", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("[name=Said]"));
        using var convener = await plant.SignedInAsync(plant.Convener);
        Assert.Contains("El acta 4 no está", (await convener.GetAsync($"/c/{plant.Id}/assemblies/call?kind=Weekly")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_say_who_sits_in_them()
    {
        using var member = await plant.SignedInAsync(plant.Somebody);
        Assert.Contains("8", (await member.GetAsync($"/c/{plant.Id}/bodies")).Words, StringComparison.Ordinal);
    }
}
