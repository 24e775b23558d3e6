using System.Collections.Concurrent;
using System.Reflection;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;

namespace Autogestion.Office.Desk;

/// <summary>
/// Who looks at a book: the one place where audiences are checked, for entries and for views alike.
/// </summary>
/// <param name="Person">Null for the public.</param>
public sealed record Viewer(PersonId? Person, bool IsMember, bool IsAuditor)
{
    public static readonly Viewer Public = new(null, false, false);

    private static readonly ConcurrentDictionary<Type, ImmutableArray<PropertyInfo>> Naming = new();

    /// <summary>What a person is to a collective now. Candidates and people on trial see what members see; those who left do not.</summary>
    public static Viewer Of(PersonId? person, Collective state, Instant now) => person is not { } id
        ? Public
        : new(id, state.Roster.StandingOf(id, now) is not (null or Standing.Departed), state.Posts.Giving(Power.Audit, id, now) is not null);

    /// <summary>Whether the viewer is of an audience.</summary>
    public bool IsOf(Audience audience, params IEnumerable<PersonId> involved) => audience switch
    {
        Audience.Public => true,
        Audience.Members => IsMember,
        Audience.Involved => IsAuditor || (Person is { } person && involved.Contains(person)),
        _ => IsAuditor,
    };

    /// <summary>Whether the viewer may read an entry.</summary>
    public bool Sees(ReadEntry entry) => IsOf(Codec.Catalogue.House.Of(entry.Entry).Audience, InvolvedIn(entry));

    /// <summary>Everybody whom an entry names, its author too.</summary>
    public static IEnumerable<PersonId> InvolvedIn(ReadEntry entry) =>
        [entry.Stamp.Actor, .. Naming.GetOrAdd(entry.Entry.GetType(), PropertiesNaming).SelectMany(property => Named(property.GetValue(entry.Entry)))];

    private static ImmutableArray<PropertyInfo> PropertiesNaming(Type entry) => [.. entry.GetProperties().Where(property =>
        property.PropertyType == typeof(PersonId) || property.PropertyType == typeof(PersonId?) || property.PropertyType.IsAssignableTo(typeof(IEnumerable<PersonId>)))];

    private static IEnumerable<PersonId> Named(object? value) => value switch
    {
        PersonId person => [person],
        ImmutableArray<PersonId> { IsDefault: true } => [],
        IEnumerable<PersonId> people => people,
        _ => [],
    };
}
