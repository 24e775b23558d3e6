using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Codec;

/// <summary>A kind of entry, as its type declares it.</summary>
/// <param name="Name">Stored name, as <c>statutes.rule-set</c>.</param>
/// <param name="Version">Version of the stored shape that is written now.</param>
public sealed record EntryKind(string Name, int Version, Type Type, Audience Audience);

/// <summary>A kind of act, as its type declares it.</summary>
/// <param name="Sources">The sources of authority accepted, any one of which will do.</param>
/// <param name="Matter">The matter of the item that can carry it as an effect; null where no resolution does.</param>
public sealed record ActKind(string Name, int Version, Type Type, ImmutableArray<AcceptedSource> Sources, Matter? Matter);

/// <summary>A source of authority that an act accepts; for a mandate, with the power it must give.</summary>
public sealed record AcceptedSource(Source Source, Power? Power);

/// <summary>Every kind of act and entry there is, read from the types themselves. Names not found here are not stored and not read.</summary>
public sealed partial class Catalogue
{
    private readonly FrozenDictionary<Type, EntryKind> entriesByType;
    private readonly FrozenDictionary<Type, ActKind> actsByType;
    private readonly FrozenDictionary<string, EntryKind> entries;
    private readonly FrozenDictionary<string, ActKind> acts;

    private Catalogue(IReadOnlyList<EntryKind> entries, IReadOnlyList<ActKind> acts)
    {
        entriesByType = entries.ToFrozenDictionary(kind => kind.Type);
        actsByType = acts.ToFrozenDictionary(kind => kind.Type);
        this.entries = entries.ToFrozenDictionary(kind => kind.Name);
        this.acts = acts.ToFrozenDictionary(kind => kind.Name);
        Entries = [.. entries.OrderBy(kind => kind.Name, StringComparer.Ordinal)];
        Acts = [.. acts.OrderBy(kind => kind.Name, StringComparer.Ordinal)];
    }

    /// <summary>The acts and entries of the rules as shipped.</summary>
    public static Catalogue House { get; } = Of(typeof(Entry).Assembly.GetTypes());

    /// <summary>All kinds of entry, by name.</summary>
    public ImmutableArray<EntryKind> Entries { get; }

    /// <summary>All kinds of act, by name.</summary>
    public ImmutableArray<ActKind> Acts { get; }

    /// <exception cref="InvalidOperationException">A type lacks a name, an audience or a source, or shares its name: all such flaws, a line each.</exception>
    public static Catalogue Of(params IEnumerable<Type> types)
    {
        var stored = types.Where(type => type is { IsClass: true, IsAbstract: false } && (IsEntry(type) || IsAct(type))).ToList();
        var flaws = stored.SelectMany(Flaws)
            .Concat(Repeated(stored.Where(IsEntry)))
            .Concat(Repeated(stored.Where(IsAct)))
            .Order(StringComparer.Ordinal)
            .ToList();
        return flaws.Count > 0
            ? throw new InvalidOperationException(string.Join('\n', flaws))
            : new([.. stored.Where(IsEntry).Select(Entry)], [.. stored.Where(IsAct).Select(Act)]);
    }

    /// <summary>The kind of an entry.</summary>
    /// <exception cref="KeyNotFoundException">The type is not in this catalogue.</exception>
    public EntryKind Of(Entry entry) => entriesByType[entry.GetType()];

    /// <summary>The kind of an act.</summary>
    /// <exception cref="KeyNotFoundException">The type is not in this catalogue.</exception>
    public ActKind Of(Act act) => actsByType[act.GetType()];

    /// <summary>The entry kind of that stored name, or null.</summary>
    public EntryKind? FindEntry(string name) => entries.GetValueOrDefault(name);

    /// <summary>The act kind of that stored name, or null.</summary>
    public ActKind? FindAct(string name) => acts.GetValueOrDefault(name);

    private static bool IsEntry(Type type) => type.IsSubclassOf(typeof(Entry));

    private static bool IsAct(Type type) => type.IsSubclassOf(typeof(Act));

    private static string? Name(Type type) => type.GetCustomAttribute<NamedAttribute>()?.Name;

    private static EntryKind Entry(Type type) =>
        new(Name(type)!, type.GetCustomAttribute<NamedAttribute>()!.Version, type, type.GetCustomAttribute<SeenByAttribute>()!.Audience);

    private static ActKind Act(Type type) => new(
        Name(type)!,
        type.GetCustomAttribute<NamedAttribute>()!.Version,
        type,
        [.. type.GetCustomAttributes<AcceptsAttribute>().Select(accepts => new AcceptedSource(accepts.Source, accepts.Source == Source.Mandate ? accepts.Power : null))],
        type.GetCustomAttribute<OnMatterAttribute>()?.Matter);

    private static IEnumerable<string> Flaws(Type type)
    {
        var named = type.GetCustomAttribute<NamedAttribute>();
        if (!type.IsSealed) yield return $"{type.Name} is not sealed.";
        if (named is null) yield return $"{type.Name} has no stored name.";
        else if (!StoredName().IsMatch(named.Name)) yield return $"{type.Name}: the stored name '{named.Name}' is not like room.words-in-lower-case.";
        if (named is { Version: < 1 }) yield return $"{type.Name}: versions count from 1.";
        if (IsEntry(type) && type.GetCustomAttribute<SeenByAttribute>() is null) yield return $"{type.Name} does not say who sees it.";
        if (!IsAct(type)) yield break;
        var accepts = type.GetCustomAttributes<AcceptsAttribute>().ToList();
        if (accepts.Count == 0) yield return $"{type.Name} accepts no source of authority.";
        if (accepts.Any(source => source is { Source: Source.Mandate, Power: Power.None })) yield return $"{type.Name} accepts a mandate without saying which power.";
        if (accepts.Any(source => source.Source == Source.Resolution) != type.GetCustomAttribute<OnMatterAttribute>() is not null)
            yield return $"{type.Name}: whatever a resolution does has a matter, and nothing else has.";
    }

    private static IEnumerable<string> Repeated(IEnumerable<Type> types) => types
        .Where(type => Name(type) is not null)
        .GroupBy(Name)
        .Where(group => group.Count() > 1)
        .Select(group => $"{string.Join(" and ", group.Select(type => type.Name).Order(StringComparer.Ordinal))} share the stored name '{group.Key}'.");

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)+$")]
    private static partial Regex StoredName();
}
