using System.Net;
using System.Text.RegularExpressions;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Registry;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Http;

/// <summary>Printed codes: to join as who the book says one is, and to get back in with two people standing for it.</summary>
public sealed partial class CodeTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private readonly TestServer server = shared.Server;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync() => plant = await shared.FoundAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Whoever_keeps_the_roster_prints_a_code_and_its_owner_joins_with_it()
    {
        var candidate = await CandidateAsync("Berta Luna");
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        var printed = await secretary.FillAsync($"/c/{plant.Id}/members/{candidate}/invitation", new Dictionary<string, string> { ["person"] = candidate.ToString() });
        Assert.Contains("Berta Luna", printed.Words, StringComparison.Ordinal);
        Assert.NotNull(printed.Page.QuerySelector("svg.qr path"));
        var code = CodeIn(printed);

        using var berta = server.NewVisitor();
        var who = await berta.FillAsync("/join", new Dictionary<string, string> { ["code"] = code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal) });
        Assert.Contains("Berta Luna", who.Words, StringComparison.Ordinal);
        Assert.Contains("Planta de prueba", who.Words, StringComparison.Ordinal);
        var joined = await berta.FillAsync(who, "/join", new Dictionary<string, string> { ["login"] = $"{plant.Id}.berta", ["password"] = TestServer.Password });
        Assert.Equal($"/c/{plant.Id}", joined.Location);
        Assert.Contains("Berta Luna", (await berta.GetAsync($"/c/{plant.Id}")).Words, StringComparison.Ordinal);

        using var thief = server.NewVisitor();
        Assert.Contains("ya se usó", (await thief.FillAsync("/join", new Dictionary<string, string> { ["code"] = code })).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_exists_joins_a_second_collective()
    {
        var other = await shared.FoundAsync();
        var candidate = await CandidateAsync("Elsa Barrios");
        var code = (await server.Node.Registry.Invitations.IssueJoinAsync(plant.Id, candidate, Duration.FromDays(1)))!.Code;
        using var visitor = await other.SignedInAsync(other.Somebody);
        var who = await visitor.FillAsync("/join", new Dictionary<string, string> { ["code"] = code });
        var joined = await visitor.FillAsync(who, "/join", new Dictionary<string, string>(), "Link");
        Assert.Equal($"/c/{plant.Id}", joined.Location);
        var account = await visitor.GetAsync("/account");
        Assert.Equal(2, account.Page.QuerySelectorAll("a[href^='/c/']").Length);
    }

    [Fact]
    public async Task A_login_that_is_taken_leaves_the_code_good()
    {
        var candidate = await CandidateAsync("Berta Luna");
        var code = (await server.Node.Registry.Invitations.IssueJoinAsync(plant.Id, candidate, Duration.FromDays(1)))!.Code;
        using var visitor = server.NewVisitor();
        var who = await visitor.FillAsync("/join", new Dictionary<string, string> { ["code"] = code });
        var taken = await visitor.FillAsync(who, "/join", AccountTests.Login(plant.Somebody.Login));
        Assert.NotNull(taken.Page.QuerySelector("#login-error"));
        Assert.Equal($"/c/{plant.Id}", (await visitor.FillAsync(taken, "/join", AccountTests.Login($"{plant.Id}.berta"))).Location);
    }

    [Fact]
    public async Task Nobody_else_prints_codes()
    {
        var candidate = await CandidateAsync("Berta Luna");
        foreach (var who in new[] { plant.Convener, plant.Auditor, plant.Somebody })
        {
            using var visitor = await plant.SignedInAsync(who);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/c/{plant.Id}/members/{candidate}/invitation")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/c/{plant.Id}/members/invitations")).Status);
        }
        using var nobody = server.NewVisitor();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync($"/c/{plant.Id}/members/invitations")).Status);
    }

    [Fact]
    public async Task A_way_back_in_needs_two_people_and_ends_the_other_sessions()
    {
        var lost = plant.Somebody;
        using var stolen = await plant.SignedInAsync(lost);
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        using var auditor = await plant.SignedInAsync(plant.Auditor);
        var page = $"/c/{plant.Id}/members/{lost.Person}/recovery";
        Assert.Equal(page, (await secretary.FillAsync(page, new Dictionary<string, string>(), "Propose")).Location);
        Assert.Null(Form(await secretary.GetAsync(page), "Confirm"));
        Assert.Null(Form(await secretary.GetAsync(page), "Print"));
        Assert.Contains("Alguien pidió", (await stolen.GetAsync("/account")).Words, StringComparison.Ordinal);
        Assert.Equal(page, (await auditor.FillAsync(page, new Dictionary<string, string>(), "Confirm")).Location);
        var code = CodeIn(await auditor.FillAsync(page, new Dictionary<string, string>(), "Print"));

        using var again = server.NewVisitor();
        var recovered = await again.FillAsync("/recover", new Dictionary<string, string> { ["code"] = code, ["password"] = "una llave toda nueva" });
        Assert.Equal("/account", recovered.Location);
        Assert.Contains(lost.Login, (await again.GetAsync("/account")).Words, StringComparison.Ordinal);
        server.Clock.Pass(RegistryServices.StampChecked + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await stolen.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.NewVisitor().FillAsync("/sign-in", AccountTests.Login(lost.Login))).Status);

        // Once used, the two signatures are spent too.
        Assert.Null(Form(await auditor.GetAsync(page), "Print"));
        Assert.Equal(HttpStatusCode.Forbidden, (await PrintAnywayAsync(auditor, page)).Status);
    }

    [Fact]
    public async Task A_collective_gives_no_way_into_what_an_account_is_elsewhere()
    {
        var other = await shared.FoundAsync();
        var lost = plant.Somebody;
        await server.Node.Registry.Persons.UnlinkAsync(other.Id, other.Somebody.Person);
        await server.Node.Registry.Persons.LinkAsync(other.Id, other.Somebody.Person, lost.Account.Id);
        await plant.EnterAsync(plant.Secretary, new ProposeRecovery(lost.Person));
        await plant.EnterAsync(plant.Auditor, new ConfirmRecovery(lost.Person));
        using var auditor = await plant.SignedInAsync(plant.Auditor);
        var code = CodeIn(await auditor.FillAsync($"/c/{plant.Id}/members/{lost.Person}/recovery", new Dictionary<string, string>(), "Print"));

        using var visitor = server.NewVisitor();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.FillAsync("/recover", new Dictionary<string, string> { ["code"] = code, ["password"] = "una llave toda nueva" })).Status);
        var who = await visitor.FillAsync("/join", new Dictionary<string, string> { ["code"] = code });
        await visitor.FillAsync(who, "/join", AccountTests.Login($"{plant.Id}.nueva"));
        var persons = server.Node.Registry.Persons;
        Assert.Equal([new Membership(other.Id, other.Somebody.Person)], await persons.OfAccountAsync(lost.Account.Id));
        Assert.NotEqual(lost.Account.Id, (await persons.FindAsync(plant.Id, lost.Person))!.Account);
        using var old = await server.NewVisitor().SignInAsync(lost.Login);
    }

    [Fact]
    public async Task One_person_alone_recovers_nothing()
    {
        var lost = plant.Somebody;
        var page = $"/c/{plant.Id}/members/{lost.Person}/recovery";
        await plant.EnterAsync(plant.Secretary, new ProposeRecovery(lost.Person));
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        using var auditor = await plant.SignedInAsync(plant.Auditor);
        Assert.Equal(HttpStatusCode.Forbidden, (await PrintAnywayAsync(secretary, page)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PrintAnywayAsync(auditor, page)).Status);
    }

    private async Task<PersonId> CandidateAsync(string name)
    {
        var person = new PersonId(Guid.NewGuid());
        await server.Node.Registry.Persons.SaveAsync(plant.Id, person, new(name));
        await plant.EnterAsync(plant.Secretary, new ApplyForAdmission(person, (await server.Node.Registry.Persons.Identities.CommitAsync(plant.Id, person))!));
        return person;
    }

    // The form is not offered, but its token is the same as that of any other.
    private static async Task<Answer> PrintAnywayAsync(Visitor visitor, string page)
    {
        var token = (await visitor.GetAsync("/account")).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await visitor.PostAsync($"{page}?handler=Print", new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
    }

    private static AngleSharp.Dom.IElement? Form(Answer answer, string handler) => answer.Page.QuerySelector($"form[action*='{handler}']");

    private static string CodeIn(Answer answer) => Code().Match(answer.Words).Value is { Length: > 0 } code ? code : throw new InvalidOperationException($"No code on the page: {answer.Words}");

    [GeneratedRegex(@"\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b")]
    private static partial Regex Code();
}
