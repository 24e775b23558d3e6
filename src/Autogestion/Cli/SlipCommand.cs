using System.CommandLine;
using Autogestion.Look;
using Autogestion.Office.Desk;

namespace Autogestion.Cli;

/// <summary><c>slip</c>: did a book of this node sign that slip of a refusal?</summary>
internal static class SlipCommand
{
    public static Command Make(Texts says)
    {
        var place = new Place(says);
        var file = new Argument<string>("file") { Description = says["cli.slip.file"] };
        var command = new Command("slip", says["cli.slip"]) { file };
        place.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var text = await File.ReadAllTextAsync(parsed.GetValue(file)!, cancellation);
            await using var store = await place.Of(parsed).OpenStoreAsync();
            foreach (var (book, _) in await store.HeadsAsync(cancellation))
            {
                if (RefusalSlip.Read(text, await VerifyCommand.KeysAsync(store, book, cancellation)) is not { } slip || slip.Collective.Value != book.Value) continue;
                Console.WriteLine($"{book}: {says["cli.slip.valid"]} {slip.Code} · {says["cli.verify.position"]} {slip.Position} · {slip.At}");
                return ExitCode.Done;
            }
            return CommandLine.Fail(says["cli.slip.invalid"], ExitCode.Wrong);
        });
        return command;
    }
}
