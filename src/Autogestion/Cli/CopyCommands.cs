using System.CommandLine;
using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Desk;

namespace Autogestion.Cli;

/// <summary><c>checkpoint</c>, <c>export</c> and <c>import</c>: a book's seal to take away, and a book in one file.</summary>
internal static class CopyCommands
{
    public static Command MakeCheckpoint(Texts says)
    {
        var place = new Place(says);
        var book = Book(says);
        var command = new Command("checkpoint", says["cli.checkpoint"]) { book };
        place.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var node = await place.Of(parsed).OpenNodeAsync(resting: true);
            if (node.Find(new(parsed.GetValue(book)!)) is null) return CommandLine.Fail(says["cli.noBook"], ExitCode.Wrong);
            Console.Write(await node.CheckpointAsync(new(parsed.GetValue(book)!), cancellation));
            return ExitCode.Done;
        });
        return command;
    }

    public static Command MakeExport(Texts says)
    {
        var place = new Place(says);
        var book = Book(says);
        var file = new Argument<string>("file") { Description = says["cli.export.file"] };
        var isPublic = new Option<bool>("--public") { Description = says["cli.export.public"] };
        var command = new Command("export", says["cli.export"]) { book, file, isPublic };
        place.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var node = await place.Of(parsed).OpenNodeAsync(resting: true);
            var collective = new CollectiveId(parsed.GetValue(book)!);
            if (node.Find(collective) is null) return CommandLine.Fail(says["cli.noBook"], ExitCode.Wrong);
            await using var target = new FileStream(parsed.GetValue(file)!, FileMode.CreateNew, FileAccess.Write);
            await node.WriteAsync(collective, parsed.GetValue(isPublic) ? Audience.Public : Audience.Members, target, cancellation);
            Console.WriteLine($"{parsed.GetValue(file)}: {new FileInfo(parsed.GetValue(file)!).Length:N0} bytes");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command MakeImport(Texts says)
    {
        var place = new Place(says);
        var file = new Argument<string>("file") { Description = says["cli.import.file"] };
        var command = new Command("import", says["cli.import"]) { file };
        place.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = place.Of(parsed);
            await using var source = File.OpenRead(parsed.GetValue(file)!);
            await using var store = await options.OpenStoreAsync();
            using var progress = new ProgressLine();
            var result = await LibroImport.ImportAsync(source, store, new() { Progress = progress }, cancellation);
            progress.Done();
            switch (result)
            {
                case ImportResult.Imported imported:
                    await using (var registry = await options.OpenRegistryAsync(TimeProvider.System))
                        await registry.Texts.ReadTextsAsync(new(imported.Book.Value), source, cancellation);
                    Console.WriteLine($"{imported.Book}: {imported.Size:N0} (+{imported.Added:N0})");
                    return ExitCode.Done;
                case ImportResult.AlreadyThere there:
                    Console.WriteLine($"{there.Book}: {there.Size:N0} (+0)");
                    return ExitCode.Done;
                case ImportResult.Damaged damaged:
                    return CommandLine.Fail(FaultWords.Say(says, damaged.Fault), ExitCode.Wrong);
                case ImportResult.NotFull:
                    return CommandLine.Fail(says["cli.import.notFull"], ExitCode.Wrong);
                default:
                    return CommandLine.Fail(says["cli.import.different"], ExitCode.Wrong);
            }
        });
        return command;
    }

    private static Argument<string> Book(Texts says) => new("book") { Description = says["cli.book"] };
}
