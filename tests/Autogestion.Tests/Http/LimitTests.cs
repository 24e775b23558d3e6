using System.Net;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Http;

/// <summary>A program that is asked too much, or whose book is damaged, and the quiet of its log.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private TestServer server = null!;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        plant = await TestPlant.FoundAsync(server, people: 4);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Forty_phones_behind_one_address_come_in_and_a_flood_does_not()
    {
        for (var phone = 0; phone < 40; phone++)
        {
            using var visitor = server.NewVisitor("192.0.2.7");
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/sign-in", AccountTests.Login("x"))).Status);
        }
        using var flood = server.NewVisitor("192.0.2.7");
        Answer answer;
        var tries = 40;
        do answer = await flood.PostAsync("/join", new Dictionary<string, string> { ["code"] = "x" });
        while (answer.Status != HttpStatusCode.TooManyRequests && ++tries < 1000);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.NotNull(answer.Response.Headers.RetryAfter);
        Assert.Contains("Demasiadas veces", answer.Words, StringComparison.Ordinal);
        using var elsewhere = server.NewVisitor("192.0.2.8");
        Assert.Equal(HttpStatusCode.BadRequest, (await elsewhere.PostAsync("/sign-in", AccountTests.Login("x"))).Status);
    }

    [Fact]
    public async Task One_person_who_floods_the_interface_stops_nobody_else()
    {
        using var flood = await plant.SignedInAsync(plant.Somebody);
        Answer answer;
        var acts = 0;
        do answer = await flood.ActAsync(plant.Id.Value, "{");
        while (answer.Status != HttpStatusCode.TooManyRequests && ++acts < 3000);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.True(acts >= 300);
        using var other = await plant.SignedInAsync(plant.Secretary);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.ActAsync(plant.Id.Value, "{")).Status);
    }

    [Fact]
    public async Task Logs_hold_no_names_codes_passwords_or_addresses()
    {
        var person = new Domain.Kernel.PersonId(Guid.NewGuid());
        await server.Node.Registry.Persons.SaveAsync(plant.Id, person, new("Berta Luna", "27555111", "351 555 0000", "berta@example.org"));
        var code = (await server.Node.Registry.Invitations.IssueJoinAsync(plant.Id, person, Duration.FromDays(1)))!.Code;
        using var visitor = server.NewVisitor();
        await visitor.GetAsync($"/join?code={code}");
        var who = await visitor.FillAsync("/join", new Dictionary<string, string> { ["code"] = code });
        await visitor.FillAsync(who, "/join", AccountTests.Login("berta.luna"));
        await visitor.FillAsync("/account", new Dictionary<string, string> { ["current"] = "equivocada de nuevo", ["password"] = "la contraseña secreta" });
        await server.NewVisitor().FillAsync("/sign-in", AccountTests.Login("berta.luna", "equivocada de nuevo"));
        await visitor.PostAsync($"/sign-in?code={code}", new Dictionary<string, string> { ["login"] = "berta.luna" });
        await visitor.PostAsync("/account?handler=AddPasskey", new Dictionary<string, string> { ["credential"] = "berta@example.org" });
        await visitor.ActAsync(plant.Id.Value, """{"newcomer":{"name":"Berta Luna"}}""");
        await visitor.GetAsync($"/c/{plant.Id}/assemblies/berta.luna?code={code}");
        var log = string.Join('\n', server.Log);
        foreach (var secret in new[] { "Berta", "berta", "27555111", "555 0000", code, code.Replace("-", "", StringComparison.Ordinal), TestServer.Password, "equivocada", "secreta", "127.0.0.1" })
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_book_is_still_shown_with_what_is_wrong()
    {
        var position = plant.Book.Position;
        await server.StopAsync();
        await Damage(server.Folder, position - 1);
        await using var again = await TestServer.StartAsync(data: server.Folder);
        using var nobody = again.NewVisitor();
        var page = await nobody.GetAsync($"/c/{plant.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("dejó de tomar asientos", page.Words, StringComparison.Ordinal);
        Assert.Contains("\"stoppedBooks\":1", (await nobody.GetAsync("/health")).Body, StringComparison.Ordinal);
        using var member = await again.NewVisitor().SignInAsync(plant.Somebody.Login);
        var answer = await member.ActAsync(plant.Id.Value, $$$"""{"id":"{{{Guid.NewGuid()}}}","act":"member.resign","data":{"person":"{{{plant.Somebody.Person}}}"}}""");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("trouble.", answer.Body, StringComparison.Ordinal);
    }

    // Somebody changes one byte of one entry in the file.
    private static async Task Damage(string folder, long position)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, Web.NodeOptions.FileName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'book_entry'";
        command.CommandText = (string)(await command.ExecuteScalarAsync())!;
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"UPDATE book_entry SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"part\"', '\"PART\"') AS BLOB) WHERE position = {position}";
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
