using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Posts;

/// <summary>Who holds what, since when, by which resolution and until when; who has held what, and who never has.</summary>
public sealed class PostsPage() : RoomPage(Audience.Public)
{
    [BindProperty]
    public bool Sure { get; set; }

    public PostsView View { get; private set; } = null!;

    /// <summary>A mandate of the visitor that can be given up.</summary>
    public bool IsMine(Mandate mandate) => mandate.Person == Visit.Viewer.Person && mandate.IsNotOver(Visit.Now);

    public string NameOf(Post post) => Words[post.Terms.Name];

    public string NameOf(Mandate mandate) => NameOf(Visit.State.Posts.Posts[mandate.Post!.Value.Value]);

    /// <summary>A body as people call it.</summary>
    public string NameOf(Body body) => body.Name is { } name ? Words[name] : Wording.FactWording.Name(T, body.Kind);

    public Task<IActionResult> OnPostResignAsync(int mandate)
    {
        if (Visit.State.Posts.Find(new MandateId(mandate)) is not { Post: { } post } found || !IsMine(found)) return Task.FromResult<IActionResult>(NotFound());
        if (!Sure)
        {
            ModelState.AddModelError(nameof(Sure), T["forms.required"]);
            return Task.FromResult<IActionResult>(Page());
        }
        return AskAsync(new ResignMandate(found.Id, found.Person), T["posts.askResign"], T["posts.doneResign"], $"/c/{BookId}/posts#post-{post.Value}");
    }

    protected override Task LoadAsync()
    {
        View = PostsView.Of(Visit.State, Visit.Now);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Text?> Texts() =>
        [.. Visit.State.Posts.Posts.Values.Select(post => post.Terms.Name), .. Visit.State.Bodies.All.Values.Select(body => body.Name)];
}
