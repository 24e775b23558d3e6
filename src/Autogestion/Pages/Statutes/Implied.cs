using Autogestion.Domain;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;

namespace Autogestion.Pages.Statutes;

/// <summary>What a rule comes to today, for this roll and this date: the figure that opens from the rule.</summary>
public abstract record Implied
{
    private Implied()
    {
    }

    /// <summary>People needed, of how many.</summary>
    /// <param name="Call">The call it is for; null where the rule is not about calls.</param>
    public sealed record People(int Needed, int Of, int? Call = null) : Implied;

    /// <summary>At most so many people, of how many.</summary>
    public sealed record AtMost(int Most, int Of) : Implied;

    /// <summary>In favour, when everybody is there and nobody abstains.</summary>
    public sealed record InFavour(int Needed, int Of) : Implied;

    /// <summary>Called today, not held before.</summary>
    public sealed record NotBefore(Instant At) : Implied;

    /// <summary>Called or begun today, not later than.</summary>
    public sealed record NotAfter(LocalDate Day) : Implied;

    /// <summary>Counted from the end of the last fiscal year.</summary>
    public sealed record FromYearEnd(LocalDate YearEnd, LocalDate By) : Implied;

    /// <summary>What the value comes to; nothing for rules without a figure.</summary>
    public static IEnumerable<Implied> Today(RuleKey key, RuleValue value, Collective state, Instant now)
    {
        var (zone, today) = (state.Deed.Zone, now.InZone(state.Deed.Zone).Date);
        var roll = state.Entitled(BodyOf(key, state), now).Length;
        switch (value)
        {
            case RuleValue.Calls calls when roll > 0:
                return calls.Value.Select((call, index) => new People(Math.Min(call.Quorum.Needed(roll), roll), roll, index + 1));
            case RuleValue.Heads heads when roll > 0:
                return [new People(heads.Value.Needed(roll), roll)];
            case RuleValue.Majority majority when roll > 0:
                return [new InFavour(majority.Value.Judge(new(roll, roll, 0, roll, 0, 0, 0)).Needed, roll)];
            case RuleValue.Share share when key == Rules.ExclusionsAYear:
                var members = MembersAt(state, OrdinaryYear.LastEnd(state.Deed.YearEnds, today), now);
                return [new AtMost(share.Value.AtMost(members), members)];
            case RuleValue.Limit limit when key == Rules.OrdinaryWithin:
                var yearEnd = OrdinaryYear.LastEnd(state.Deed.YearEnds, today);
                return [new FromYearEnd(yearEnd, limit.Value.After(yearEnd))];
            case RuleValue.Limit limit when key == Rules.OrdinaryNotice || key == Rules.ExtraordinaryNotice || key == Rules.InternalNotice || key == Rules.CouncilNotice:
                return [new NotBefore(limit.Value.Earliest(now, zone))];
            case RuleValue.Limit limit when key == Rules.OrdinaryNoticeMost || key == Rules.ExtraordinaryNoticeMost || key == Rules.LongestTrial || key == Rules.LongestSuspension || key == Rules.PetitionHeldWithin:
                return [new NotAfter(limit.Value.Latest(now, zone).InZone(zone).Date)];
            default:
                return [];
        }
    }

    private static BodyId BodyOf(RuleKey key, Collective state) =>
        key == Rules.CouncilCalls && state.Bodies.Council is { } council ? council.Id : BodyId.Assembly;

    // A collective younger than that day counts from its founding.
    private static int MembersAt(Collective state, LocalDate day, Instant now)
    {
        var closed = state.Deed.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant();
        var at = state.Deed.FoundedAt is { } founded && founded > closed ? founded : Instant.Min(closed, now);
        return state.Roster.People.Keys.Count(person => state.Roster.Belongs(person, at));
    }
}
