using System.Collections.Concurrent;
using Autogestion.Domain.Kernel;

namespace Autogestion.Api;

/// <summary>
/// What screens on the wall show is the same for everybody who may see it, so it is drawn once for each state of the book and
/// language, however many screens follow.
/// </summary>
public sealed class LiveBoards
{
    private readonly ConcurrentDictionary<(string Book, AssemblyId Assembly, string Part, string Language), (long Position, Lazy<Task<string>> Html)> last = new();

    /// <param name="position">Of the book as the caller sees it; what was drawn at a later one is as good.</param>
    /// <param name="draw">Draws it for one caller.</param>
    public async Task<string> OfAsync(string book, AssemblyId assembly, string part, string language, long position, Func<Task<string>> draw)
    {
        var own = (Position: position, Html: new Lazy<Task<string>>(draw));
        var drawn = last.AddOrUpdate((book, assembly, part, language), own, (_, before) => before.Position >= position ? before : own);
        try
        {
            return await drawn.Html.Value;
        }
        catch (Exception fault) when (drawn.Html != own.Html && fault is OperationCanceledException or ObjectDisposedException)
        {
            // Whoever was drawing for all went away.
            return await own.Html.Value;
        }
    }

    /// <summary>The sitting is over.</summary>
    public void Forget(string book, AssemblyId assembly)
    {
        foreach (var key in last.Keys.Where(key => key.Book == book && key.Assembly == assembly)) last.TryRemove(key, out _);
    }
}
