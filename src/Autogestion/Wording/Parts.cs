using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Autogestion.Domain;
using Autogestion.Domain.Accounts;
using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;

namespace Autogestion.Wording;

/// <summary>The parts of an entry or an act by name, as the placeholders of its sentence call them.</summary>
public static class Parts
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<(string Name, PropertyInfo Property)>> Known = new();

    /// <summary>What these records hold is told as parts of the entry itself.</summary>
    private static readonly ImmutableHashSet<Type> Opened = [typeof(PostTerms), typeof(DutyTerms), typeof(Domain.Work.ShiftTerms), typeof(Count), typeof(Preset), typeof(Chart), typeof(ChartAccount), typeof(Transaction), typeof(Domain.Pay.PayRule), typeof(Domain.Pay.PayDeduction)];

    /// <summary>Every part, those of terms, counts and presets among them.</summary>
    public static IEnumerable<(string Name, object? Value)> Of(object record)
    {
        foreach (var (name, property) in Properties(record.GetType()))
        {
            var value = property.GetValue(record);
            yield return (name, value);
            if (value is null || !Opened.Contains(value.GetType())) continue;
            foreach (var inner in Of(value)) yield return inner;
        }
    }

    /// <summary>The part of that name; null where there is none.</summary>
    public static object? Find(object record, string name) => Of(record).FirstOrDefault(part => part.Name == name).Value;

    /// <summary>
    /// The texts that telling this takes: its own words, and the names of the posts and bodies it points to. A page reads them
    /// in one go with its other words.
    /// </summary>
    public static IEnumerable<Text?> Texts(object? value, Collective state) => value switch
    {
        null or string => [],
        Text text => [text],
        PostId id => [state.Posts.Posts.GetValueOrDefault(id.Value)?.Terms.Name],
        BodyId id => [state.Bodies.Find(id)?.Name],
        WorkshopId id => [state.Work.Workshops.GetValueOrDefault(id.Value)?.Name],
        WorkTaskId id => [state.Work.Tasks.GetValueOrDefault(id.Value)?.Name],
        ShiftId id => [state.Work.Shifts.GetValueOrDefault(id.Value)?.Terms.Name],
        MandateId id => Texts(state.Posts.Find(id)?.Post, state),
        Authority.Mandate cited => Texts(cited.Id, state),
        Preset or RuleValue or Enum or Threshold or Sum => [],
        IEnumerable several => several.Cast<object?>().SelectMany(one => Texts(one, state)),
        _ when value.GetType().Namespace?.StartsWith("Autogestion.Domain", StringComparison.Ordinal) == true =>
            Properties(value.GetType()).SelectMany(part => Texts(part.Property.GetValue(value), state)),
        _ => [],
    };

    private static ImmutableArray<(string Name, PropertyInfo Property)> Properties(Type type) => Known.GetOrAdd(type, declared =>
        [.. declared.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property))]);
}
