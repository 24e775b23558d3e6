using System.CommandLine;
using Autogestion.Book;
using Autogestion.Book.Sqlite;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Autogestion.Web;
using Texts = Autogestion.Look.Texts;

namespace Autogestion.Cli;

/// <summary>
/// <c>backup</c> and <c>restore</c>. A backup is a folder: the file with books and registry as they stood at one moment, and
/// the keys without which names and words cannot be read. A restore never goes on silently from an older state.
/// </summary>
internal static class BackupCommands
{
    public static Command MakeBackup(Texts says)
    {
        var place = new Place(says);
        var to = new Argument<string>("folder") { Description = says["cli.backup.to"] };
        var command = new Command("backup", says["cli.backup"]) { to };
        place.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = place.Of(parsed);
            var target = new NodeOptions(Path.GetFullPath(parsed.GetValue(to)!));
            if (Directory.Exists(target.Data) && Directory.EnumerateFileSystemEntries(target.Data).Any()) return CommandLine.Fail(says["cli.folderNotEmpty"], ExitCode.Trouble);
            Directory.CreateDirectory(target.Data);
            await using var store = await options.OpenStoreAsync();
            await store.BackupAsync(target.File, cancellation);
            if (options.PostgresConnection is null) CopyKeys(options, target);
            else await AddRegistryAsync(options, target, cancellation);
            foreach (var head in await store.HeadsAsync(cancellation)) Console.WriteLine($"{head.Book}: {head.Size}");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command MakeRestore(Texts says)
    {
        var place = new Place(says);
        var from = new Argument<string>("folder") { Description = says["cli.restore.from"] };
        var held = new Option<string[]>("--checkpoint") { Description = says["cli.restore.checkpoint"], HelpName = says["cli.file"], DefaultValueFactory = _ => [] };
        var ended = new Option<string[]>("--new-epoch") { Description = says["cli.restore.newEpoch"], HelpName = says["cli.book"], DefaultValueFactory = _ => [] };
        var command = new Command("restore", says["cli.restore"]) { from, held, ended };
        place.AddTo(command);
        command.SetAction((parsed, cancellation) => RestoreAsync(
            new(Path.GetFullPath(parsed.GetValue(from)!)), place.Of(parsed), parsed.GetValue(held)!, parsed.GetValue(ended)!, says, cancellation));
        return command;
    }

    private static async Task<int> RestoreAsync(NodeOptions backup, NodeOptions target, string[] held, string[] ended, Texts says, CancellationToken cancellation)
    {
        var checkpoints = held.Select(file => Checkpoint.Parse(SignedNote.Parse(File.ReadAllText(file)).Text)).ToList();
        RestorePlan plan;
        await using (var source = await SqliteBookStore.OpenAsync(backup.File, new SqliteBookStoreOptions { ReadOnly = true }, cancellation: cancellation))
            plan = await RestorePlan.MakeAsync(source, checkpoints, cancellation);
        foreach (var line in plan.Books)
            Console.WriteLine($"{line.Book}: {line.Size} · {says[$"restoreVerdict.{line.Verdict}"]}{(line.LastLost > 0 ? $" {line.FirstLost}–{line.LastLost}" : "")}");
        var undecided = plan.Books.Where(line => line.Verdict != RestoreVerdict.Whole && !ended.Contains(line.Book.Value)).ToList();
        if (undecided.Count > 0) return CommandLine.Fail(says["cli.restore.undecided"], ExitCode.Wrong);
        if (Directory.Exists(target.Data) && Directory.EnumerateFileSystemEntries(target.Data).Any()) return CommandLine.Fail(says["cli.folderNotEmpty"], ExitCode.Trouble);

        if (!await target.IsEmptyAsync(cancellation)) return CommandLine.Fail(says["cli.storeNotEmpty"], ExitCode.Trouble);

        Directory.CreateDirectory(target.Data);
        CopyKeys(backup, target);
        if (target.PostgresConnection is null) File.Copy(backup.File, target.File);
        else await IntoPostgresAsync(backup, target, plan, [.. ended], cancellation);
        await using var node = await target.OpenNodeAsync();
        foreach (var line in plan.Books.Where(line => ended.Contains(line.Book.Value)))
        {
            var begin = new BeginEpoch(line.Held?.Size ?? line.Size, (line.Held?.Root ?? line.Root).ToString(), line.FirstLost);
            if (await node.AskAsync(new(new(line.Book.Value), Guid.CreateVersion7(), PersonId.Nobody, begin, new Authority.RuleDue()), cancellation) is not ActAnswer.Entered)
                return CommandLine.Fail(says["cli.restore.undecided"], ExitCode.Wrong);
            await node.CheckpointAsync(new(line.Book.Value), cancellation);
            Console.WriteLine($"{line.Book}: {says["cli.restore.epoch"]}");
        }
        return ExitCode.Done;
    }

    // Where the file does not hold the registry anyway, it is added after the books: so it has whatever their entries refer to.
    private static async Task AddRegistryAsync(NodeOptions options, NodeOptions backup, CancellationToken cancellation)
    {
        await using var people = await options.OpenRegistryAsync(TimeProvider.System);
        CopyKeys(options, backup);
        await using var copy = await backup.OpenRegistryAsync(TimeProvider.System);
        await people.CopyToAsync(copy, cancellation);
    }

    // The backup itself is not touched: opening it to read brings its tables up to date, so that is done to a copy.
    private static async Task IntoPostgresAsync(NodeOptions backup, NodeOptions target, RestorePlan plan, HashSet<string> ended, CancellationToken cancellation)
    {
        var passing = new NodeOptions(target.Data);
        File.Copy(backup.File, passing.File);
        await using (var from = await passing.OpenStoreAsync())
        await using (var to = await target.OpenStoreAsync())
            await plan.RestoreAsync(from, to, plan.Books.Select(line => line.Book).Where(book => ended.Contains(book.Value)).ToHashSet(), cancellation);
        await using (var from = await passing.OpenRegistryAsync(TimeProvider.System))
        await using (var to = await target.OpenRegistryAsync(TimeProvider.System))
            await from.CopyToAsync(to, cancellation);
        foreach (var file in Directory.EnumerateFiles(target.Data, NodeOptions.FileName + "*")) File.Delete(file);
    }

    private static void CopyKeys(NodeOptions from, NodeOptions to)
    {
        var registry = Path.Combine(from.Data, RegistryDatabase.KeyFileName);
        if (File.Exists(registry)) File.Copy(registry, Path.Combine(to.Data, RegistryDatabase.KeyFileName));
        var keys = Path.Combine(from.Data, "keys");
        if (!Directory.Exists(keys)) return;
        Directory.CreateDirectory(Path.Combine(to.Data, "keys"));
        foreach (var file in Directory.EnumerateFiles(keys)) File.Copy(file, Path.Combine(to.Data, "keys", Path.GetFileName(file)));
    }
}
