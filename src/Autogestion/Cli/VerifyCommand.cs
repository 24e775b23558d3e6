using System.CommandLine;
using Autogestion.Book;
using Autogestion.Book.Sqlite;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Web;

namespace Autogestion.Cli;

/// <summary><c>verify</c>: are these books whole, do they continue what somebody kept, would the rules decide them again?</summary>
internal static class VerifyCommand
{
    public static Command Make(Texts says)
    {
        var place = new Place(says);
        var what = new Argument<string?>("what") { Description = says["cli.verify.what"], Arity = ArgumentArity.ZeroOrOne };
        var since = new Option<string?>("--since") { Description = says["cli.verify.since"], HelpName = says["cli.file"] };
        var rules = new Option<bool>("--rules") { Description = says["cli.verify.rules"] };
        var command = new Command("verify", says["cli.verify"]) { what, since, rules };
        place.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var source = await SourceAsync(parsed.GetValue(what), place.Of(parsed), says, cancellation);
            if (source.Store is null) return CommandLine.Fail(source.Trouble!, ExitCode.Wrong);
            return await VerifyAsync(source.Store, parsed.GetValue(since), parsed.GetValue(rules), says, cancellation);
        });
        return command;
    }

    private static async Task<int> VerifyAsync(IBookStore store, string? since, bool rules, Texts says, CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        var worst = ExitCode.Done;
        foreach (var (book, _) in await store.HeadsAsync(cancellation))
        {
            var options = new VerificationOptions { Progress = progress, Keys = await KeysAsync(store, book, cancellation) };
            await using var older = since is null ? null : await OlderAsync(since, book, cancellation);
            if (older is not null) options = options with { Since = older.Checkpoints, Older = older.Leaves };
            var result = await StoreVerification.VerifyAsync(store, book, options, cancellation);
            progress.Done();
            if (result.Fault is { } fault)
            {
                worst = CommandLine.Fail($"{book}: {FaultWords.Say(says, fault)}", ExitCode.Wrong);
                continue;
            }
            Console.WriteLine($"{book}: {says["cli.verify.whole"]} {result.Size} · {result.Root}");
            if (rules && !await RehearseAsync(store, book, progress, says)) worst = ExitCode.Wrong;
        }
        return worst;
    }

    private static async Task<bool> RehearseAsync(IBookStore store, BookId book, ProgressLine progress, Texts says)
    {
        var result = await Rehearsal.RunAsync(store.ReadAsync(book, 0).Select(EntryForm.Open), progress);
        progress.Done();
        if (result.Position is not { } position)
        {
            Console.WriteLine($"{book}: {says["cli.verify.decided"]} {result.Acts}");
            return true;
        }
        CommandLine.Fail($"{book}: {says["cli.verify.position"]} {position}: {says[$"rehearsalFault.{result.Fault}"]} {result.Detail}", ExitCode.Wrong);
        return false;
    }

    // The keys that the book itself authorises, read without trusting anything else in it.
    internal static async Task<IReadOnlyList<NoteVerifier>> KeysAsync(IBookStore store, BookId book, CancellationToken cancellation)
    {
        var keys = new List<NoteVerifier>();
        await foreach (var entry in store.ReadAsync(book, 0, cancellation: cancellation))
        {
            if (EnvelopeCodec.TryRead(entry.Bytes, out var envelope) != EnvelopeFault.None) break;
            if (envelope!.Kind == "deed.key-authorised" && EntryForm.Open(entry).Entry is Domain.Deed.KeyAuthorised { Key: var key }) keys.Add(NoteVerifier.Parse(key));
        }
        return keys;
    }

    private sealed record Source(IBookStore? Store, string? Trouble = null, string? Folder = null) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Store is not null) await Store.DisposeAsync();
            if (Folder is not null) Directory.Delete(Folder, true);
        }
    }

    // An export file is brought into a store of its own first: that it can be is the first half of the answer.
    private static async Task<Source> SourceAsync(string? what, NodeOptions place, Texts says, CancellationToken cancellation)
    {
        if (what is null) return new(place.PostgresConnection is null ? await ReadOnlyAsync(place.File) : await place.OpenStoreAsync());
        if (Directory.Exists(what)) return new(await ReadOnlyAsync(Path.Combine(what, NodeOptions.FileName)));
        if (!what.EndsWith(".libro", StringComparison.Ordinal)) return new(await ReadOnlyAsync(what));
        await using var file = File.OpenRead(what);
        var verified = await LibroVerifier.VerifyAsync(file, null, cancellation);
        if (verified.Result.Fault is { } fault) return new(null, FaultWords.Say(says, fault));
        var folder = Directory.CreateTempSubdirectory("autogestion-verify").FullName;
        var store = await SqliteBookStore.OpenAsync(Path.Combine(folder, NodeOptions.FileName), cancellation: cancellation);
        if (verified.Result.Withheld > 0)
        {
            Console.WriteLine($"{verified.Result.Book}: {says["cli.verify.whole"]} {verified.Result.Size} · {verified.Result.Root} · {says["cli.verify.withheld"]} {verified.Result.Withheld}");
            return new(store, null, folder);
        }
        await LibroImport.ImportAsync(file, store, cancellation: cancellation);
        return new(store, null, folder);
    }

    private static Task<SqliteBookStore> ReadOnlyAsync(string file) => SqliteBookStore.OpenAsync(file, new SqliteBookStoreOptions { ReadOnly = true });

    private sealed record Older(IReadOnlyList<Checkpoint> Checkpoints, IAsyncEnumerable<Hash>? Leaves, IAsyncDisposable? Held) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Held?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private static async Task<Older> OlderAsync(string since, BookId book, CancellationToken cancellation)
    {
        if (Directory.Exists(since) || since.EndsWith(".db", StringComparison.Ordinal))
        {
            var store = await ReadOnlyAsync(Directory.Exists(since) ? Path.Combine(since, NodeOptions.FileName) : since);
            return new([], OlderCopy.LeavesOf(store, book, cancellation), store);
        }
        if (since.EndsWith(".libro", StringComparison.Ordinal))
        {
            var file = File.OpenRead(since);
            return new([], LibroImport.LeavesAsync(file, cancellation), file);
        }
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(await File.ReadAllTextAsync(since, cancellation)).Text);
        return new(checkpoint.Book == book ? [checkpoint] : [], null, null);
    }
}
