using System.CommandLine;
using Autogestion.Look;
using Autogestion.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Autogestion.Cli;

/// <summary><c>serve</c>: opens the node and serves its pages until stopped.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://localhost:5000";

    public static Command Make(Texts says)
    {
        var place = new Place(says);
        var urls = new Option<string>("--urls") { Description = says["cli.serve.urls"], DefaultValueFactory = _ => DefaultUrl };
        var example = new Option<bool>("--example") { Description = says["cli.serve.example"] };
        var command = new Command("serve", says["cli.serve"]) { urls, example };
        place.AddTo(command);
        command.SetAction((parsed, cancellation) => ServeAsync(place.Of(parsed), parsed.GetValue(urls)!, parsed.GetValue(example), says, cancellation));
        return command;
    }

    private static async Task<int> ServeAsync(NodeOptions options, string urls, bool example, Texts says, CancellationToken cancellation)
    {
        if (example) options = options with { Data = Path.Combine(options.Data, "example") };
        using var progress = new ProgressLine();
        await using var node = example ? await ExampleNode.OpenAsync(options, progress) : await options.OpenNodeAsync();
        progress.Done();
        await using var app = Serving.Build(node, example, new Pace(), LocalCertificate.Find(options.CertificateFolder), urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        await app.StartAsync(cancellation);
        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)
            Console.WriteLine(says["cli.serve.at"].Replace("{address}", address, StringComparison.Ordinal));
        await app.WaitForShutdownAsync(cancellation);
        return ExitCode.Done;
    }
}
