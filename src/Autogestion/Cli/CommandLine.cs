// The verbs of the command line. What the person running the server can do is here, and only this: start, play an
// example, check, copy, restore. No verb has any power inside a collective.

using System.CommandLine;
using System.Globalization;
using Autogestion.Book;
using Autogestion.Office.Desk;
using Autogestion.Office.Scenarios;
using Autogestion.Registry;
using Autogestion.Web;
using Texts = Autogestion.Look.Texts;

namespace Autogestion.Cli;

/// <summary>Exit codes: the same for every verb.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something is wrong with a book or a file: a seal does not match, a step came out otherwise.</summary>
    public const int Wrong = 1;

    /// <summary>The words of the command are off.</summary>
    public const int Usage = 2;

    /// <summary>Operating trouble: disk full, no such folder, server away.</summary>
    public const int Trouble = 3;
}

/// <summary>The root of the command line.</summary>
public static class CommandLine
{
    /// <summary>Runs a command and gives its exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var says = Texts.For(LanguageOf(Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG")));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(says.Language);
        var root = new RootCommand(says["cli.purpose"])
        {
            ServeCommand.Make(says), PlayCommand.Make(says), VerifyCommand.Make(says), SlipCommand.Make(says), CopyCommands.MakeCheckpoint(says),
            CopyCommands.MakeExport(says), CopyCommands.MakeImport(says), BackupCommands.MakeBackup(says), BackupCommands.MakeRestore(says),
            CertificateCommand.Make(says),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync();
            return ExitCode.Usage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (BookStoreUnavailableException trouble)
        {
            return Fail(says[$"trouble.{trouble.Trouble}"], ExitCode.Trouble);
        }
        catch (Exception e) when (RegistryTroubles.Of(e) is { } trouble)
        {
            return Fail(says[$"trouble.{trouble}"], ExitCode.Trouble);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(e.Message, ExitCode.Trouble);
        }
        catch (Exception e) when (e is ScenarioException or UnexpectedOutcomeException or FormatException or UnauthorisedKeyException or RegistryUnusableException)
        {
            return Fail(e.Message, ExitCode.Wrong);
        }
    }

    /// <summary>Says what went wrong and gives the code back.</summary>
    internal static int Fail(string words, int code)
    {
        Console.Error.WriteLine(words);
        return code;
    }

    private static string LanguageOf(string? locale) => locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : Texts.FirstLanguage;
}

/// <summary>The options that say where the books are: every verb takes them.</summary>
internal sealed class Place
{
    private readonly Option<string> data;
    private readonly Option<string?> store;

    public Place(Texts says)
    {
        data = new("--data") { Description = says["cli.data"], DefaultValueFactory = _ => "data", HelpName = says["cli.folder"] };
        store = new("--store") { Description = says["cli.store"], HelpName = says["cli.connection"] };
    }

    public void AddTo(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(store);
    }

    public NodeOptions Of(ParseResult parsed) => new(Path.GetFullPath(parsed.GetValue(data)!), parsed.GetValue(store));
}
