using System.CommandLine;
using Autogestion.Web;
using Texts = Autogestion.Look.Texts;

namespace Autogestion.Cli;

/// <summary><c>certificate</c>: makes a certificate for names and addresses on the plant's own network, without internet.</summary>
internal static class CertificateCommand
{
    public static Command Make(Texts says)
    {
        var place = new Place(says);
        var names = new Option<string[]>("--name") { Description = says["cli.certificate.name"], HelpName = says["cli.certificate.host"], Required = true };
        var command = new Command("certificate", says["cli.certificate"]) { names };
        place.AddTo(command);
        command.SetAction(parsed =>
        {
            var folder = place.Of(parsed).CertificateFolder;
            var wanted = parsed.GetValue(names)!.Where(name => Uri.CheckHostName(name) != UriHostNameType.Unknown).ToList();
            if (wanted.Count != parsed.GetValue(names)!.Length) return CommandLine.Fail(says["cli.certificate.bad"], ExitCode.Usage);
            if (LocalCertificate.Find(folder) is not null) return CommandLine.Fail(says["cli.certificate.exists"].Replace("{folder}", folder, StringComparison.Ordinal), ExitCode.Trouble);
            var made = LocalCertificate.Make(wanted, DateTimeOffset.UtcNow);
            made.Write(folder);
            Console.WriteLine(made.Fingerprint);
            Console.WriteLine(says["cli.certificate.next"]);
            return ExitCode.Done;
        });
        return command;
    }
}
