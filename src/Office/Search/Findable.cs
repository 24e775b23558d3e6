using System.Collections.Concurrent;
using System.Reflection;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;

namespace Autogestion.Office.Search;

/// <summary>What kind of paper words stand in, for whoever searches.</summary>
public enum Paper
{
    Notice,
    Motion,
    Resolution,
    Minutes,
    Other,
}

/// <summary>A text of the book that can be found: where it stands and who may see it. The words themselves are read from the registry.</summary>
/// <param name="Position">Of the entry.</param>
public sealed record Findable(Text Text, Paper Paper, long Position, Instant At, Audience Audience, Matter? Matter, BodyId? Body, AssemblyId? Assembly, ResolutionId? Resolution);

/// <summary>Finds the texts that an entry refers to, of any kind that there is or will be.</summary>
public static class Findables
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<PropertyInfo>> Known = new();

    /// <summary>The texts of an entry. What is for the involved or the auditors alone is in no index.</summary>
    /// <param name="bodyOf">The body of a sitting.</param>
    public static IEnumerable<Findable> Of(ReadEntry entry, Func<AssemblyId, BodyId?> bodyOf)
    {
        var kind = Catalogue.House.Of(entry.Entry);
        if (kind.Audience is not (Audience.Public or Audience.Members)) yield break;
        var assembly = (entry.Entry as IInAssembly)?.Assembly;
        var body = (entry.Entry as AssemblyNoticed)?.Body ?? (assembly is { } sitting ? bodyOf(sitting) : null);
        foreach (var (text, matter) in TextsOf(entry.Entry))
            yield return new(text, PaperOf(entry.Entry, kind.Name), entry.Position, entry.Stamp.Entered, kind.Audience, matter ?? MatterOf(entry.Entry), body, assembly, (entry.Entry as ResolutionAdopted)?.Resolution);
    }

    private static IEnumerable<(Text Text, Matter? Matter)> TextsOf(Entry entry)
    {
        foreach (var property in Known.GetOrAdd(entry.GetType(), Properties))
            switch (property.GetValue(entry))
            {
                case Text text:
                    yield return (text, null);
                    break;
                case ImmutableArray<Text> { IsDefault: false } texts:
                    foreach (var text in texts) yield return (text, null);
                    break;
                case ImmutableArray<AgendaItem> { IsDefault: false } items:
                    foreach (var item in items)
                        if (item.Title is { } title) yield return (title, item.Matter);
                    break;
                case ImmutableArray<AgendaDraft> { IsDefault: false } drafts:
                    foreach (var draft in drafts) yield return (draft.Title, draft.Matter);
                    break;
            }
    }

    private static ImmutableArray<PropertyInfo> Properties(Type entry) => [.. entry.GetProperties().Where(property =>
        property.PropertyType == typeof(Text) || property.PropertyType == typeof(ImmutableArray<Text>)
        || property.PropertyType == typeof(ImmutableArray<AgendaItem>) || property.PropertyType == typeof(ImmutableArray<AgendaDraft>))];

    private static Matter? MatterOf(Entry entry) => entry switch
    {
        MotionTabled tabled => tabled.Matter,
        ResolutionAdopted adopted => adopted.Matter,
        _ => null,
    };

    private static Paper PaperOf(Entry entry, string name) => entry switch
    {
        AssemblyNoticed or NoticePosted or AssemblyPetitioned => Paper.Notice,
        MotionTabled => Paper.Motion,
        ResolutionAdopted => Paper.Resolution,
        _ when name.StartsWith("minutes.", StringComparison.Ordinal) => Paper.Minutes,
        _ when name.StartsWith("resolution.", StringComparison.Ordinal) => Paper.Resolution,
        _ when name.StartsWith("motion.", StringComparison.Ordinal) || name.StartsWith("amendment.", StringComparison.Ordinal) => Paper.Motion,
        _ => Paper.Other,
    };
}
