using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Desk;

namespace Autogestion.Pages.Statutes;

/// <summary>One rule that a change touched.</summary>
/// <param name="Before">What that layer said; null where it said nothing.</param>
/// <param name="After">What it says since; null where it says nothing any more.</param>
public sealed record RuleChange(Layer Layer, string Key, RuleValue? Before, RuleValue? After);

/// <summary>A version of the rules and what made it.</summary>
/// <param name="Adopted">The preset that became the law layer, if that was it.</param>
public sealed record StatuteChange(int Version, Instant At, long Position, Preset? Adopted, ImmutableArray<RuleChange> Rules);

/// <summary>How the rules came to be what they are: each version beside the one before it.</summary>
public static class StatuteHistory
{
    private const int LookBack = 4;

    /// <summary>Changes from a version downwards, the newest first.</summary>
    /// <param name="from">The newest version to show; 0 for the one in force.</param>
    public static IEnumerable<StatuteChange> Back(Collective state, int from = 0)
    {
        for (var version = from > 0 ? Math.Min(from, state.Statutes.Version) : state.Statutes.Version; version > 0; version--)
            if (state.StatuteVersions.TryGetValue(version, out var book))
                yield return Between(state.StatuteVersions.GetValueOrDefault(version - 1) ?? StatuteBook.Empty, book);
    }

    /// <summary>The resolution that made a change; null for the founding and for what was recorded without one.</summary>
    public static async Task<ResolutionId?> ResolutionOfAsync(BookDesk desk, StatuteChange change, CancellationToken cancellation = default)
    {
        ResolutionId? found = null;
        Guid act = default;
        await foreach (var entry in desk.ReadAsync(Math.Max(0, change.Position - LookBack), change.Position, cancellation))
        {
            if (entry.Stamp.Act != act) (act, found) = (entry.Stamp.Act, null);
            if (entry.Entry is EffectCarriedOut carried) found = carried.Resolution;
        }
        return found;
    }

    /// <summary>What differs between two versions that follow each other.</summary>
    public static StatuteChange Between(StatuteBook before, StatuteBook after) => new(
        after.Version, after.Since, after.Position,
        before.Preset is { } old && after.Preset is { } now && (old.Id, old.Edition) == (now.Id, now.Edition) ? null : after.Preset,
        [.. Differing(Layer.Statutes, before.Statutes, after.Statutes), .. Differing(Layer.Norms, before.Norms, after.Norms)]);

    private static IEnumerable<RuleChange> Differing(Layer layer, ImmutableDictionary<string, RuleValue> before, ImmutableDictionary<string, RuleValue> after) =>
        before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(key => new RuleChange(layer, key, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Where(change => !Equals(change.Before, change.After));
}
