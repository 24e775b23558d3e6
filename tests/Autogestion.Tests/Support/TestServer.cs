using System.Collections.Concurrent;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Autogestion.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Autogestion.Tests.Support;

/// <summary>The real program on a free port of this machine, over a node of its own in a temporary folder.</summary>
public sealed class TestServer : IAsyncDisposable
{
    /// <summary>The password of every account made here.</summary>
    public const string Password = "una frase bastante larga";

    // Made once: it is slow on purpose, and says nothing of whose it is.
    private static string? passwordHash;

    private readonly string folder;
    private readonly bool ownsFolder;
    private readonly WebApplication app;
    private readonly Lines log = new();
    private readonly ConcurrentBag<Func<Task>> leaving = [];
    private bool stopped;

    private TestServer(Node node, MovableClock clock, WebApplication app, string folder, bool ownsFolder)
    {
        (Node, Clock, this.app, this.folder, this.ownsFolder) = (node, clock, app, folder, ownsFolder);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
    }

    public Node Node { get; }

    public MovableClock Clock { get; }

    /// <summary>Where it listens, as <c>http://127.0.0.1:40001/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The same place under a name that passkeys accept.</summary>
    public Uri NamedAddress => new UriBuilder(Address) { Host = "localhost" }.Uri;

    /// <summary>Every line that was logged.</summary>
    public IReadOnlyCollection<string> Log => log.Written;

    /// <summary>The folder with the node's data.</summary>
    public string Folder => folder;

    /// <param name="data">The folder of an earlier server, to go on from it.</param>
    /// <param name="port">The port of an earlier server, so that a browser takes it for the same; 0 for any that is free.</param>
    public static async Task<TestServer> StartAsync(bool example = false, MovableClock? clock = null, string? data = null, Pace? pace = null, int port = 0)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("autogestion-").FullName;
        clock ??= new();
        var node = await new NodeOptions(folder).OpenNodeAsync(clock);
        var app = Serving.Build(node, example, pace ?? new(), $"http://127.0.0.1:{port}");
        var server = new TestServer(node, clock, app, folder, data is null);
        await app.StartAsync();
        server.Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    /// <summary>What the program offers, by address.</summary>
    public IEnumerable<Microsoft.AspNetCore.Http.Endpoint> Endpoints => app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

    /// <summary>Somebody with a browser of their own, not signed in.</summary>
    public Visitor NewVisitor(string? address = null) => new(Address, address);

    /// <summary>Opens an account with <see cref="Password"/> as the registry does, without a browser.</summary>
    public async Task<Account> NewAccountAsync(string login)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountManager>();
        var account = new Account { LoginName = login };
        account.PasswordHash = passwordHash ??= accounts.PasswordHasher.HashPassword(account, Password);
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account : throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Code)));
    }

    /// <summary>What is to be done before it goes for good: a page left open would go on asking for what is no longer there.</summary>
    public void BeforeLeaving(Func<Task> leave) => leaving.Add(leave);

    /// <summary>Stops serving and closes the node; the folder stays when it was given or is to be used again.</summary>
    public async Task StopAsync()
    {
        if (stopped) return;
        stopped = true;
        await app.StopAsync();
        await app.DisposeAsync();
        await Node.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var leave in leaving) await leave();
        await StopAsync();
        if (ownsFolder) Directory.Delete(folder, recursive: true);
    }

    private sealed class Lines : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> written = new();

        public IReadOnlyCollection<string> Written => written;

        public ILogger CreateLogger(string categoryName) => new Writer(categoryName, written);

        public void Dispose()
        {
        }

        private sealed class Writer(string category, ConcurrentQueue<string> written) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                written.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
        }
    }
}
