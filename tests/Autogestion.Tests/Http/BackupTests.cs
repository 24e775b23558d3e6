using Autogestion.Cli;
using Autogestion.Domain.Members;
using Autogestion.Tests.Browser;
using Autogestion.Tests.Shared;
using Autogestion.Tests.Support;
using Autogestion.Web;

namespace Autogestion.Tests.Http;

/// <summary>Books, people and keys are copied and come back as one pair, from either kind of store into either; and what a phone says of a book that began anew.</summary>
public sealed class BackupTests(Screens screens) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("autogestion-backup-").FullName;
    private TestServer server = null!;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        plant = await TestPlant.FoundAsync(server);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_copy_goes_into_PostgreSQL_and_a_copy_of_that_comes_back_into_a_file()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PrivatePostgres.Variable)), $"No PostgreSQL to test on: {PrivatePostgres.Variable} is not set.");
        await using var cluster = (await PrivatePostgres.TryStartAsync()).Cluster!;
        var database = await cluster.CreateDatabaseAsync();
        await plant.NoticeAsync();
        var (root, checkpoint) = (plant.Book.Root, await CheckpointAsync());
        await server.StopAsync();

        Assert.Equal(ExitCode.Done, await RunAsync("backup", At("first"), "--data", server.Folder));
        string[] toPostgres = ["--data", At("keys"), "--store", database];
        Assert.Equal(ExitCode.Done, await RunAsync(["restore", At("first"), "--checkpoint", checkpoint, .. toPostgres]));
        Assert.Equal(["keys", "registry.key"], Directory.EnumerateFileSystemEntries(At("keys")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(ExitCode.Trouble, await RunAsync("restore", At("first"), "--checkpoint", checkpoint, "--data", At("other"), "--store", database));
        await RequireWholeAsync(new(At("keys"), database), root);

        Assert.Equal(ExitCode.Done, await RunAsync(["backup", At("second"), .. toPostgres]));
        Assert.Equal(ExitCode.Done, await RunAsync("restore", At("second"), "--checkpoint", checkpoint, "--data", At("back")));
        await RequireWholeAsync(new(At("back")), root);
        await using var again = await TestServer.StartAsync(data: At("back"), clock: server.Clock);
        using var member = await again.NewVisitor().SignInAsync(plant.Somebody.Login);
        Assert.Contains("Nave 1", (await member.GetAsync($"/c/{plant.Id}/assemblies/1/notice")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_shows_what_was_lost_and_takes_the_new_book_only_when_told_to()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("backup", At("old"), "--data", server.Folder));
        var kept = plant.Book.Position;
        await plant.EnterAsync(plant.Somebody, new Resign(plant.Somebody.Person));
        await plant.EnterAsync(plant.People[4], new Resign(plant.People[4].Person));
        var (size, checkpoint, port) = (plant.Book.Position, await CheckpointAsync(), server.Address.Port);
        var phone = (await screens.OpenAsync(server, "epoch", 390, 844)).Page;
        Task<string?> SealAsync() => phone.EvaluateAsync<string?>($"localStorage.getItem('autogestion.seal.{plant.Id}')");
        await phone.GotoAsync($"/c/{plant.Id}");
        await UntilAsync(phone, $"localStorage.getItem('autogestion.seal.{plant.Id}')");
        var before = await SealAsync();
        await server.StopAsync();

        Assert.Equal(ExitCode.Wrong, await RunAsync("restore", At("old"), "--checkpoint", checkpoint, "--data", At("new")));
        Assert.Equal(ExitCode.Done, await RunAsync("restore", At("old"), "--checkpoint", checkpoint, "--new-epoch", plant.Id.Value, "--data", At("new")));
        await using var again = await TestServer.StartAsync(data: At("new"), clock: server.Clock, port: port);
        for (var visit = 0; visit < 2; visit++)
        {
            await phone.GotoAsync($"/c/{plant.Id}");
            await phone.WaitForSelectorAsync("#main > .no.loud form");
            Assert.Equal($"{kept + 1}–{size}", await phone.InnerTextAsync("#main [data-lost]"));
            Assert.Equal($"{size - kept}", await phone.InnerTextAsync("#main [data-seen]"));
            Assert.Equal(before, await SealAsync());
        }
        await new Screen(phone, "epoch", scripts: true).LookAsync();
        await phone.ClickAsync("#main > .no.loud form button");
        Assert.Equal(before, await SealAsync());
        await phone.CheckAsync("#main > .no.loud form [type=checkbox]");
        await phone.ClickAsync("#main > .no.loud form button");
        await phone.WaitForSelectorAsync("#main [data-done]");
        Assert.NotEqual(before, await SealAsync());
        Assert.Equal($"[{before}]", await phone.EvaluateAsync<string>($"localStorage.getItem('autogestion.seal.{plant.Id}.before')"));
        await phone.GotoAsync($"/c/{plant.Id}/book/{kept + 1}");
        await UntilAsync(phone, "document.querySelector('[data-seal-state]')?.textContent");
        Assert.Equal(0, await phone.Locator("#main > .no.loud").CountAsync());
    }

    // The page's own policy forbids what the browser driver would wait with, so this asks again and again.
    private static async Task UntilAsync(Microsoft.Playwright.IPage page, string holds)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await page.EvaluateAsync<bool>($"() => Boolean({holds})")) return;
            await Task.Delay(100);
        }
        Assert.Fail($"never: {holds}");
    }

    private static async Task<int> RunAsync(params string[] arguments) => await CommandLine.RunAsync(arguments);

    private string At(string name) => Path.Combine(folder, name);

    private async Task<string> CheckpointAsync()
    {
        var file = At("checkpoint.txt");
        await File.WriteAllTextAsync(file, (await server.Node.CheckpointAsync(plant.Id)).ToString());
        return file;
    }

    private async Task RequireWholeAsync(NodeOptions options, Book.Hash root)
    {
        await using var node = await options.OpenNodeAsync(server.Clock, resting: true);
        Assert.Equal(root, node.Find(plant.Id)!.Current.Root);
        var names = await node.Registry.Persons.NamesAsync(plant.Id);
        Assert.All(plant.People, worker => Assert.Equal(worker.Name, names[worker.Person]));
        Assert.NotNull(await node.CheckpointAsync(plant.Id));
    }
}
