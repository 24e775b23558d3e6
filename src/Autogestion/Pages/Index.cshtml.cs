using System.Globalization;
using Autogestion.Domain.Deed;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages;

/// <summary>A collective as the front page shows it.</summary>
/// <param name="Broken">Its book takes no more entries.</param>
public sealed record CollectiveLine(string Book, string Name, string Place, CollectiveKind Kind, int Members, bool Broken);

/// <summary>The people of a collective whom a visitor of an example node can be.</summary>
public sealed record ExamplePeople(CollectiveLine Collective, IReadOnlyList<ExamplePerson> People);

/// <summary>The front page of a node: what this is, the collectives here, the ways in.</summary>
public sealed class FrontPage(Node node, RegistryDatabase registry, Visits visits, Example example, Reader reader) : PageModel
{
    private const int MostLines = 60, MostExamples = 8, PeopleOfEach = 6;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    public ImmutableArray<CollectiveLine> Collectives { get; private set; } = [];

    /// <summary>How many there are on this node, shown or not.</summary>
    public int All { get; private set; }

    /// <summary>Those that the signed-in account belongs to.</summary>
    public ImmutableArray<CollectiveLine> Mine { get; private set; } = [];

    public ImmutableArray<ExamplePeople> Examples { get; private set; } = [];

    public bool IsExample => example.IsOn;

    public bool IsSignedIn => visits.Account is not null;

    public async Task OnGetAsync()
    {
        var now = Instant.FromDateTimeOffset(node.Clock.GetUtcNow());
        var books = node.Books;
        All = books.Count;
        Collectives = [.. books.Where(book => Matches(book.State.Deed)).Take(MostLines).Select(book => LineOf(book, now))];
        if (visits.Account is { } account)
        {
            var mine = (await registry.Persons.OfAccountAsync(account, HttpContext.RequestAborted)).Select(membership => membership.Collective).ToHashSet();
            Mine = [.. books.Where(book => mine.Contains(book.Id)).Select(book => LineOf(book, now))];
        }
        if (!example.IsOn) return;
        var examples = ImmutableArray.CreateBuilder<ExamplePeople>();
        foreach (var book in books.Take(MostExamples))
            examples.Add(new(LineOf(book, now), await PeopleAsync(book, now)));
        Examples = examples.DrainToImmutable();
    }

    private bool Matches(FoundingDeed deed) => string.IsNullOrWhiteSpace(Asked)
        || CultureInfo.InvariantCulture.CompareInfo.IndexOf($"{deed.Name} {deed.Place}", Asked.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private static CollectiveLine LineOf(BookSnapshot book, Instant now)
    {
        var deed = book.State.Deed;
        return new(book.Id.Value, deed.Name, deed.Place, deed.Kind, book.State.Roster.Voters(now).Length, book.Broken is not null);
    }

    // First those who hold posts, each with the post, then others, so that a visitor can be somebody with and without power.
    private async Task<IReadOnlyList<ExamplePerson>> PeopleAsync(BookSnapshot book, Instant now)
    {
        var (posts, names) = (book.State.Posts, await registry.Persons.NamesAsync(book.Id, HttpContext.RequestAborted));
        var held = posts.Live(now).Where(mandate => mandate.Post is not null).DistinctBy(mandate => mandate.Person).Take(PeopleOfEach - 2).ToList();
        var words = await Words.ReadAsync(registry.Texts, book.Id, held.Select(mandate => posts.Posts[mandate.Post!.Value.Value].Terms.Name), reader, HttpContext.RequestAborted);
        var holders = held.Select(mandate => (mandate.Person, Detail: (string?)words[posts.Posts[mandate.Post!.Value.Value].Terms.Name]));
        var others = book.State.Roster.Voters(now).Except(held.Select(mandate => mandate.Person)).Select(person => (Person: person, Detail: (string?)null));
        return [.. holders.Concat(others).Take(PeopleOfEach).Select(one => new ExamplePerson($"{book.Id}/{one.Person}", names[one.Person] ?? "—", one.Detail))];
    }
}
