using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Pages.Posts;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Bodies;

/// <summary>The bodies of a collective: who sits in each, with which powers, when it meets; who belongs to which sector or shift.</summary>
public sealed class BodiesPage() : RoomPage(Audience.Public)
{
    [BindProperty]
    public Guid? Person { get; set; }

    public ImmutableArray<BodyView> All { get; private set; } = [];

    public string NameOf(Body body) => body.Name is { } name ? Words[name] : Wording.FactWording.Name(T, body.Kind);

    public string NameOf(Post post) => Words[post.Terms.Name];

    /// <summary>Whether the visitor keeps the roll of a sector or shift.</summary>
    public bool MayAssign(Body body) => body.Kind.HasRoll() && Visit.Viewer.Person is not null && Visit.May(new AssignToBody(body.Id, default));

    /// <summary>Members who are not on its roll.</summary>
    public IReadOnlyList<(string, string)> Others(Body body) =>
    [
        ("", T["forms.choose"]),
        .. Visit.State.Roster.People.Keys.Where(person => Visit.State.Roster.Belongs(person, Visit.Now) && !body.People.Contains(person))
            .Select(person => ($"{person}", Visit.NameOf(person))).OrderBy(person => person.Item2, StringComparer.Create(T.Culture, true)),
    ];

    public Task<IActionResult> OnPostAssignAsync(int body)
    {
        // Each body has such a form, so its field carries the number of the body.
        Person = Guid.TryParse(Request.Form[$"person{body}"], out var person) ? person : null;
        return DoAsync(body, "assign", (id, who) => new AssignToBody(id, who));
    }

    public Task<IActionResult> OnPostReleaseAsync(int body) => DoAsync(body, "release", (id, person) => new ReleaseFromBody(id, person));

    protected override Task LoadAsync()
    {
        All = BodyView.All(Visit.State, Visit.Now);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Text?> Texts() =>
        [.. Visit.State.Bodies.All.Values.Select(body => body.Name), .. Visit.State.Posts.Posts.Values.Select(post => post.Terms.Name)];

    private Task<IActionResult> DoAsync(int body, string what, Func<BodyId, PersonId, Act> act)
    {
        if (Person is { } person) return AskAsync(act(new(body), new(person)), T[$"bodies.asked.{what}", ("name", Visit.NameOf(new(person)))], T[$"bodies.done.{what}"], $"/c/{BookId}/bodies#body-{body}");
        ModelState.AddModelError($"person{body}", T["forms.choose"]);
        return Task.FromResult<IActionResult>(Page());
    }
}
