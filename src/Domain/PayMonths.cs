using Autogestion.Domain.Members;
using Autogestion.Domain.Pay;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain;

/// <summary>What pay is reckoned from: the roster of each day of a month, and the hours that stand.</summary>
public static class PayMonths
{
    /// <summary>What acts about pay are decided against now.</summary>
    internal static PayGround Ground(Collective collective, Instant now) => new(
        now, collective.Deed.Zone, collective.Statutes, collective.Accounts, person => Draws(collective.Roster.StandingOf(person, now)), month => Of(month, collective));

    /// <summary>The month of everybody who was there on a day of it, in the order of their numbers.</summary>
    public static ImmutableArray<PayMonth> Of(YearMonth month, Collective collective)
    {
        var zone = collective.Deed.Zone;
        var ends = month.ToDateInterval().Select(day => zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.Epsilon).ToList();
        return
        [
            .. from person in collective.Roster.People.Values
                let days = ends.Count(end => Draws(person.On(end, zone)))
                where days > 0
                orderby person.Number ?? int.MaxValue, person.Id.Value
                select new PayMonth(person.Id, days, Years(person, month, zone), collective.Work.MinutesOf(person.Id, month, collective.Statutes), Absent(person.Id, month, collective)),
        ];
    }

    // A suspension pays nothing; whoever only lost the vote, or is on trial, works as before.
    private static bool Draws(Standing? standing) => standing is Standing.Member or Standing.VoiceOnly or Standing.OnTrial;

    private static int Years(Person person, YearMonth month, DateTimeZone zone)
    {
        var since = person.History.FirstOrDefault(change => Draws(change.Standing));
        return since is null ? 0 : Math.Max(0, Period.Between(since.From.InZone(zone).Date, month.ToDateInterval().End.PlusDays(1), PeriodUnits.Years).Years);
    }

    private static int Absent(PersonId person, YearMonth month, Collective collective) =>
        collective.Work.Of(person, month).Absent.Where(kind => !collective.Statutes.Rule(Rules.AbsenceCounts(kind.Key)).Value.Value).Sum(kind => kind.Value);
}
