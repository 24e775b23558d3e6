using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Web;

namespace Autogestion.Pages.Assemblies;

/// <summary>A day in the calendar of the collective's assemblies.</summary>
/// <param name="Assembly">The sitting that is held, if one is.</param>
/// <param name="Resumes">It goes on after a recess.</param>
/// <param name="Petition">The petition whose assembly must be held by this day.</param>
/// <param name="OrdinaryDue">The law wants the ordinary assembly held by this day.</param>
public sealed record CalendarDay(LocalDate Day, Instant? At, Assembly? Assembly = null, bool Resumes = false, Petition? Petition = null, Cited? OrdinaryDue = null);

/// <summary>The lists of the first page of the room: what comes, what was, what is asked for.</summary>
public static class AssemblyLists
{
    /// <summary>Sittings in one page of the past.</summary>
    public const int PageSize = 20;

    /// <summary>What comes, in order of days: sittings, recesses that end, and days by which something must be held.</summary>
    public static ImmutableArray<CalendarDay> Calendar(Visit visit)
    {
        var zone = visit.State.Deed.Zone;
        var days = visit.State.Assemblies.Current.Values.Select(assembly =>
        {
            var at = assembly.Phase == AssemblyPhase.InRecess ? assembly.Recesses[^1].Until : assembly.Calls[0].At;
            return new CalendarDay(at.InZone(zone).Date, at, assembly, assembly.Phase == AssemblyPhase.InRecess);
        });
        if (visit.Viewer.IsMember)
            days = days.Concat(visit.State.Assemblies.Petitions.Values.Where(petition => petition.Reached is not null).Select(petition => new CalendarDay(petition.Reached!.HeldBy, null, Petition: petition)));
        if (OrdinaryDue(visit) is { } due) days = days.Append(due);
        return [.. days.OrderBy(day => day.Day).ThenBy(day => day.At ?? Instant.MaxValue)];
    }

    /// <summary>The day by which the law wants the ordinary assembly, when none was held or called since the year ended.</summary>
    public static CalendarDay? OrdinaryDue(Visit visit)
    {
        if (!visit.State.Statutes.HasLegalForm || OrdinaryYear.Of(visit.State, visit.Now) is not { Called: false } due) return null;
        return new(due.By, null, OrdinaryDue: due.Rule);
    }

    /// <summary>Sittings that are over, the newest first, before a number.</summary>
    public static IEnumerable<PastAssembly> PastBefore(Visit visit, int? before)
    {
        var past = visit.State.Assemblies.Past;
        for (var number = (before ?? visit.State.Assemblies.NextAssembly.Value) - 1; number > 0; number--)
            if (past.TryGetValue(number, out var assembly)) yield return assembly;
    }

    /// <summary>How many signatures a petition needs from those on the roll now, and how many of them it has.</summary>
    public static (int Signatures, int Needed, int Roll) Progress(Petition petition, Visit visit)
    {
        var roll = visit.State.Roster.Voters(visit.Now);
        return (petition.Signatures.Count(roll.Contains), visit.State.Statutes.Rule(Rules.PetitionShare).Value.Value.Needed(roll.Length), roll.Length);
    }
}
