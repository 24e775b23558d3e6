using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Desk;

namespace Autogestion.Pages.Resolutions;

/// <summary>The sum that carried a resolution: it stands in the book right before it.</summary>
public static class CarryingSum
{
    /// <summary>Reads the sum back; null when it is not there, which would be a strange book.</summary>
    public static async Task<Sum?> SumOfAsync(this BookDesk desk, Resolution resolution, CancellationToken cancellation = default)
    {
        await foreach (var entry in desk.ReadAsync(Math.Max(0, resolution.Position - 2), resolution.Position, cancellation))
            if (entry.Entry is ResultProclaimed proclaimed && proclaimed.Assembly == resolution.Assembly) return proclaimed.Sum;
        return null;
    }

    /// <summary>Resolutions from the newest on, without looking at older ones than are asked for.</summary>
    public static IEnumerable<Resolution> Newest(this ResolutionList list, int skip = 0)
    {
        for (var number = list.All.Count - skip; number > 0; number--)
            if (list.All.TryGetValue(number, out var resolution)) yield return resolution;
    }
}
