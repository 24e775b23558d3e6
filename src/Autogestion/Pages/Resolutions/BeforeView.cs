using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Look;
using Autogestion.Web;
using Autogestion.Wording;

namespace Autogestion.Pages.Resolutions;

/// <summary>What was decided on a matter before, shown to whoever prepares an agenda or moves something.</summary>
public sealed record BeforeView(string Book, Matter Matter, string Title, IReadOnlyList<(Resolution Resolution, string Words, string Status)> Decided)
{
    private const int Most = 5;

    public static BeforeView Of(Matter matter, Visit visit, Words words, Reader reader) => new(
        visit.Book.Id.Value, matter, reader.Name(matter),
        [.. visit.State.Resolutions.On(matter, Most).Select(resolution => (resolution, words[resolution.Words], reader[$"resolutions.status.{resolution.On(visit.Today)}"]))]);

    /// <summary>The words it needs.</summary>
    public static IEnumerable<Text?> Texts(IEnumerable<Matter> matters, Visit visit) =>
        matters.Distinct().SelectMany(matter => visit.State.Resolutions.On(matter, Most)).Select(resolution => (Text?)resolution.Words);
}
