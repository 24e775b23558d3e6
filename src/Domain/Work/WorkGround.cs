using Autogestion.Domain.Bodies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Work;

/// <summary>What an act about work is decided against.</summary>
/// <param name="Zone">The collective's: days are days there.</param>
public sealed record WorkGround(Instant Now, DateTimeZone Zone, StatuteBook Statutes, BodyList Bodies, Roster Roster)
{
    public LocalDate Today => Now.InZone(Zone).Date;

    /// <summary>The first day that hours can still be written in for.</summary>
    public LocalDate Earliest => WorkBoard.FirstOf(Today).PlusMonths(-WorkBoard.MonthsKept);

    /// <summary>Minutes of the longest turn there can be.</summary>
    public int Longest => Math.Min(24, Statutes.Rule(Rules.LongestTurn).Value.Value) * 60;

    /// <summary>Whether somebody forgot to end that turn.</summary>
    public bool IsForgotten(OpenTurn turn) => Now - turn.Since > Duration.FromMinutes(Longest);

    /// <summary>Whether somebody works here on a day: members, those with voice only and those on trial, on its first or its last moment.</summary>
    public bool Works(PersonId person, LocalDate day)
    {
        var (from, to) = (Zone.AtStartOfDay(day).ToInstant(), Zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.Epsilon);
        return WorksAt(person, from) || WorksAt(person, Instant.Min(to, Instant.Max(from, Now)));
    }

    /// <summary>Whether somebody works here at a moment.</summary>
    public bool WorksAt(PersonId person, Instant when) => Roster.StandingOf(person, when) is Standing.Member or Standing.VoiceOnly or Standing.OnTrial;
}
