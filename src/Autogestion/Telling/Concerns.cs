using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Work;
using Autogestion.Office.Desk;

namespace Autogestion.Telling;

/// <summary>Something in the book that concerns a person, and where it is dealt with.</summary>
public sealed record Concern(ReadEntry Entry, string Href);

/// <summary>What concerns whom: what is called and decided concerns everybody, what names somebody concerns that person.</summary>
public static class Concerns
{
    /// <summary>Most entries looked at for one list, however long somebody was away.</summary>
    public const int Farthest = 600;

    /// <summary>What concerns a person after a position, the newest first.</summary>
    public static async Task<IReadOnlyList<Concern>> SinceAsync(BookDesk desk, BookSnapshot book, Viewer viewer, long after, int most, CancellationToken cancellation = default)
    {
        if (viewer.Person is not { } person || !viewer.IsMember) return [];
        var found = new List<Concern>();
        var from = Math.Max(after, book.Position - Farthest);
        if (from < book.Position)
            await foreach (var entry in desk.ReadAsync(from, book.Position, cancellation))
                if (viewer.Sees(entry) && Of(entry, person, book.State) is { } path) found.Add(new(entry, $"/c/{book.Id}{path}"));
        found.Reverse();
        return found.Count > most ? found[..most] : found;
    }

    /// <summary>Where a person deals with an entry, or null when it does not concern them.</summary>
    public static string? Of(ReadEntry entry, PersonId person, Collective state) => entry.Entry switch
    {
        _ when entry.Stamp.Actor == person => null,
        AssemblyNoticed noticed => $"/assemblies/{noticed.Assembly}/notice",
        AssemblyLapsed lapsed => $"/assemblies/{lapsed.Assembly}/notice",
        Recessed recessed => $"/assemblies/{recessed.Assembly}",
        AssemblyPetitioned or PetitionReached => "/assemblies",
        ResolutionAdopted adopted => $"/resolutions/{adopted.Resolution.Value}",
        MinutesDrawnUp drawn => state.Assemblies.Past.GetValueOrDefault(drawn.Assembly.Value)?.Minutes?.Signers.Contains(person) == true ? $"/assemblies/{drawn.Assembly}/minutes" : null,
        ResolutionAssigned assigned => state.Posts.Mandates.Values.Any(mandate => mandate.Post == assigned.Owner && mandate.Person == person && mandate.IsLive(state.LastEntered)) ? $"/resolutions/{assigned.Resolution.Value}" : null,
        MandateEnded ended => state.Posts.Find(ended.Mandate) is { Person: var holder, Post: not null } && holder == person ? "/posts" : null,
        SittingMandateGranted granted => granted.Person == person ? $"/assemblies/{granted.Assembly}" : null,
        CheckedIn or CheckedOut or AssemblyOpened or VoteOpened or VoteCounted or BallotCast or AssemblyClosed or MinutesSigned => null,
        HoursRecorded or HoursCorrected or ContestAnswered or AbsenceRecorded or AbsenceChanged => Viewer.InvolvedIn(entry).Contains(person) ? "/work#mine" : null,
        _ => Viewer.InvolvedIn(entry).Contains(person) ? $"/book/{entry.Position}" : null,
    };
}
