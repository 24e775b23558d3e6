using Autogestion.Domain.Kernel;
using Autogestion.Pages.Assemblies.Live;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Board;

/// <summary>
/// The room for the wall: large figures of who is present, what is dealt with, who speaks and how the vote stands. It follows
/// the sitting by server-sent events, and without scripts by loading itself again.
/// </summary>
public sealed class BoardPage() : AssemblyPage(Audience.Members)
{
    /// <summary>The sitting as it is shown.</summary>
    public LiveRoom Live => LiveRoom.Of(Visit, Current!, Words);

    protected override IEnumerable<Text?> Texts() => Current is { } assembly ? LiveRoom.Texts(Visit, assembly) : [];

    public IActionResult OnGet() => Current is not null ? Page() : Past is not null ? Redirect($"{Here}/minutes") : NotFound();
}
