using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.Secrecy;

/// <summary>Says plainly what secrecy and the network of a plant protect against, and what not.</summary>
public sealed class SecrecyPage : PageModel
{
    /// <summary>The parts of the page in order, each with its lines.</summary>
    public IReadOnlyList<(string Part, ImmutableArray<string> Lines)> Parts { get; } =
        [Lines("secrecy.how", 3), Lines("secrecy.does", 3), Lines("secrecy.not", 6), Lines("secrecy.paper", 1)];

    /// <summary>Whether this very page came encrypted.</summary>
    public bool IsEncrypted => Request.IsHttps;

    /// <summary>The command that makes a certificate of one's own.</summary>
    public IHtmlContent Command { get; } = new HtmlString("<code>autogestion certificate --name planta.local --name 192.168.1.10</code>");

    private static (string, ImmutableArray<string>) Lines(string part, int count) => (part, [.. Enumerable.Range(1, count).Select(line => $"{part}.{line}")]);
}
