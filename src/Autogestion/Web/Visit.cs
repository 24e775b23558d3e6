using System.Security.Claims;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Office.Desk;
using Autogestion.Registry;

namespace Autogestion.Web;

/// <summary>One look at one collective: the book as it stood, who looks, and the names of its people.</summary>
public sealed record Visit(BookDesk Desk, BookSnapshot Book, Viewer Viewer, NameList Names, Instant Now)
{
    public Domain.Collective State => Book.State;

    /// <summary>The person's name as the registry has it, or the number when it has none.</summary>
    public string NameOf(PersonId person) => Names[person] ?? (State.Roster.Find(person)?.Number is { } number ? $"N.º {number}" : "—");

    /// <summary>The country whose way of writing is used: that of the law, where there is one.</summary>
    public string Country => State.Statutes.Preset?.Jurisdiction is { Length: 2 } country and not "XX" ? country : Look.Reader.FirstCountry;

    /// <summary>The visitor's live mandate that gives a power in the whole collective now, or null.</summary>
    public Mandate? Holding(Power power) => Viewer.Person is not { } person ? null : State.Posts.Live(Now).FirstOrDefault(mandate =>
        mandate.Person == person && mandate.Sitting is null && mandate.Powers.Contains(power)
        && State.Roster.Belongs(person, Now) && State.Roster.StandingOf(person, Now) != Standing.Suspended
        && Authorities.Reaches(mandate, BodyId.Assembly, State));

    /// <summary>Today in the collective's zone.</summary>
    public LocalDate Today => Now.InZone(State.Deed.Zone).Date;
}

/// <summary>Finds out who visits which book.</summary>
public sealed class Visits(Node node, RegistryDatabase registry, Example example, IHttpContextAccessor http)
{
    /// <summary>The claim that says, in an example node only, which person the visitor is being.</summary>
    public const string ExamplePerson = "example-person";

    /// <summary>The account that is signed in, or null.</summary>
    public AccountId? Account =>
        http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Guid.TryParse(id, out var guid) ? new(guid) : null;

    /// <summary>The visit of the book with this id, or null when this node has none.</summary>
    /// <param name="atLeast">Wait until the book as seen here has reached this position, so that people read their own writes.</param>
    public async Task<Visit?> ToAsync(string? book, long atLeast = 0, CancellationToken cancellation = default)
    {
        if (book is null || node.Find(new(book)) is not { } desk) return null;
        var snapshot = atLeast > 0 && atLeast <= desk.Current.Position + 10_000 ? await ReachedAsync(desk, atLeast, cancellation) : desk.Current;
        var collective = new CollectiveId(book);
        var now = Instant.FromDateTimeOffset(node.Clock.GetUtcNow());
        // One question to the registry answers who the people are and which of them is looking.
        var names = await registry.Persons.NamesAsync(collective, cancellation);
        return new(desk, snapshot, Viewer.Of(PersonIn(collective, names), snapshot.State, now), names, now);
    }

    private PersonId? PersonIn(CollectiveId collective, NameList names)
    {
        if (example.IsOn && http.HttpContext?.User.FindFirstValue(ExamplePerson) is { } being && being.Split('/') is [var book, var person] && book == collective.Value && Guid.TryParse(person, out var id))
            return new PersonId(id);
        return Account is { } account ? names.Of(account) : null;
    }

    private static async Task<BookSnapshot> ReachedAsync(BookDesk desk, long position, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            return await desk.AtLeastAsync(position, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return desk.Current;
        }
    }
}
