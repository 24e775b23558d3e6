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
    public bool Sees(ReadEntry entry) => IsOf(Codec.Catalogue.House.Of(entry.Entry).Audience, Involved(entry));

    private static IEnumerable<PersonId> Involved(ReadEntry entry) =>
        [entry.Stamp.Actor, .. entry.Entry.GetType().GetProperties().Where(property => property.PropertyType == typeof(PersonId)).Select(property => (PersonId)property.GetValue(entry.Entry)!)];
}
