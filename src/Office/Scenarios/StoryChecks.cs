using System.Globalization;
using Autogestion.Domain;
using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;

namespace Autogestion.Office.Scenarios;

/// <summary>What a scenario can check on the way.</summary>
internal static class StoryChecks
{
    private const string Holder = "holder of ";
    private const string Rule = "rule ";
    private const string State = "state of ";

    /// <summary>A number or a name by what it is called.</summary>
    public static string Measure(string what, int line, Collective state, StoryNames names, Instant now) => what switch
    {
        "members" => Number(state.Roster.Voters(now).Length),
        "candidates" => Number(Standing(state, now, Domain.Members.Standing.Candidate, Domain.Members.Standing.OnTrial)),
        "suspended" => Number(Standing(state, now, Domain.Members.Standing.Suspended)),
        "departed" => Number(Standing(state, now, Domain.Members.Standing.Departed)),
        "resolutions" => Number(state.Resolutions.All.Count),
        "open resolutions" => Number(state.Resolutions.Open.Count),
        "overdue" => Number(state.Resolutions.StillOpen.Count(resolution => resolution.IsOverdue(now.InZone(state.Deed.Zone).Date))),
        "assemblies" => Number(state.Assemblies.Past.Count),
        "under way" => Number(state.Assemblies.Current.Count),
        "lapsed" => Number(state.Assemblies.Past.Values.Count(past => !past.Held)),
        "second calls" => Number(state.Assemblies.Past.Values.Count(past => past.Call > 1)),
        "lost motions" => Number(state.Assemblies.Past.Values.Sum(past => past.Lost)),
        "preset" => state.Statutes.Preset!.Id,
        "money at hand" => Amount(state.Accounts.Accounts.Values.Where(account => account.Role.IsMoney()).Select(account => state.Accounts.BalanceOf(account.Code))),
        "advances owed" => $"{state.Pay.TotalOwed}",
        "networks" => Number(state.Network.Networks.Count),
        "collectives" => Number(state.Network.Collectives.Count),
        "requests" => Number(state.Network.Requests.Count),
        _ when what.StartsWith(Holder, StringComparison.Ordinal) => HoldersOf(names.Number(what[Holder.Length..], line), state, names, now),
        _ when what.StartsWith(State, StringComparison.Ordinal) => state.Resolutions.Find(new(names.Number(what[State.Length..], line)))!.State.ToString(),
        _ when what.StartsWith(Rule, StringComparison.Ordinal) => state.Statutes.Rule(Domain.Statutes.Rules.All[what[Rule.Length..]]).Layer.ToString(),
        _ => throw new ScenarioException(line, $"nothing called '{what}' can be checked"),
    };

    private static int Standing(Collective state, Instant now, params Standing[] standings) =>
        state.Roster.People.Values.Count(person => person.On(now, state.Deed.Zone) is { } standing && standings.Contains(standing));

    private static string HoldersOf(int post, Collective state, StoryNames names, Instant now) =>
        string.Join(" ", state.Posts.Live(now).Where(mandate => mandate.Post == new PostId(post)).Select(mandate => names.AliasOf(mandate.Person)));

    private static string Amount(IEnumerable<Money> amounts) => $"{Money.Sum(amounts)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
