using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;

namespace Autogestion.Office.Desk;

/// <summary>A sitting with all that happened in it, and its entries in order, with who was named to serve and what became of its resolutions: what minutes are made of.</summary>
public sealed record AssemblyRecord(Assembly Assembly, ImmutableArray<ReadEntry> Entries);

/// <summary>
/// Reads the whole record of a sitting from the book between its notice and its close: work that grows with that sitting, not
/// with the book.
/// </summary>
public static class AssemblyRecords
{
    /// <summary>The record, or null when there is no such assembly.</summary>
    public static async Task<AssemblyRecord?> ReadAsync(this BookDesk desk, AssemblyId id, CancellationToken cancellation = default)
    {
        var board = desk.Current.State.Assemblies;
        var (from, to) = board.Past.TryGetValue(id.Value, out var past) ? (past.From, past.To) : (board.Find(id)?.Position ?? 0, desk.Current.Position);
        if (from == 0) return null;
        Assembly? assembly = null;
        var entries = ImmutableArray.CreateBuilder<ReadEntry>();
        var taken = new HashSet<ResolutionId>();
        await foreach (var entry in desk.ReadAsync(from - 1, to, cancellation))
        {
            if (entry.Entry is ResolutionAdopted adopted && adopted.Assembly == id) taken.Add(adopted.Resolution);
            if (IsBeside(entry.Entry, id, taken)) entries.Add(entry);
            if (entry.Entry is not IInAssembly within || within.Assembly != id) continue;
            assembly = entry.Entry is AssemblyNoticed noticed ? Assembly.Begin(noticed, entry.Recorded) : Assembly.Evolve(assembly!, entry.Recorded);
            entries.Add(entry);
        }
        // What was written beside the minutes after the sitting.
        foreach (var position in past?.Minutes?.Beside ?? [])
            await foreach (var entry in desk.ReadAsync(position - 1, position, cancellation))
            {
                if (assembly is not null && entry.Entry is IInAssembly) assembly = Assembly.Evolve(assembly, entry.Recorded);
                entries.Add(entry);
            }
        return assembly is null ? null : new(assembly, entries.DrainToImmutable());
    }

    // Entries of other rooms that belong to the sitting: who was named to serve in it, and what became of its resolutions.
    private static bool IsBeside(Entry entry, AssemblyId id, HashSet<ResolutionId> taken) => entry switch
    {
        SittingMandateGranted granted => granted.Assembly == id,
        EffectCarriedOut carried => taken.Contains(carried.Resolution),
        EffectDeferred deferred => taken.Contains(deferred.Resolution),
        EffectBlocked blocked => taken.Contains(blocked.Resolution),
        _ => false,
    };
}
