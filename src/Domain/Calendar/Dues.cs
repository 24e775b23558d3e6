using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Calendar;

/// <summary>
/// What is due and overdue, from the state alone: the one source of the first page, the calendar and its feed. It looks at all
/// slices, and back one year at most.
/// </summary>
public static class Dues
{
    private static readonly Period Ahead = Period.FromDays(60);
    private static readonly Period Back = Period.FromDays(400);

    /// <summary>What is overdue or due within two months, the earliest first.</summary>
    public static ImmutableArray<Due> Of(Collective state, Instant now) => Until(state, now, now.InZone(state.Deed.Zone).Date + Ahead);

    /// <summary>What is overdue or due until a day, the earliest first.</summary>
    public static ImmutableArray<Due> Until(Collective state, Instant now, LocalDate until)
    {
        var moment = new Moment(state, now);
        IEnumerable<Due> all =
        [
            .. OfSittings(moment), .. OfOrdinary(moment, until), .. OfCalls(moment), .. OfMinutes(moment), .. OfAuthority(moment), .. OfAudit(moment, until), .. OfCouncil(moment),
            .. OfResolutions(moment), .. OfPeople(moment),
        ];
        return [.. all.Where(due => due.On <= until).OrderBy(due => due.On).ThenBy(due => due.Kind)];
    }

    /// <summary>The turns of common duties that one person has ahead.</summary>
    public static ImmutableArray<Due> TurnsOf(Collective state, PersonId person, Instant now)
    {
        var here = now.InZone(state.Deed.Zone).LocalDateTime;
        return [.. state.Duties.Turns.Values.Where(turn => turn.Person == person && !turn.Done && turn.To > here)
            .Select(turn => new Due(DueKind.Turn, turn.Day, false) { Turn = turn, At = state.Deed.Zone.AtLeniently(turn.From).ToInstant() }).OrderBy(due => due.At)];
    }

    /// <summary>Whether a legal duty falls on a day and is not fulfilled.</summary>
    public static bool IsDue(LegalDuty duty, LocalDate on, Collective state, Instant now)
    {
        var moment = new Moment(state, now);
        return on <= moment.Today.PlusYears(1) && OfAuthority(moment).Concat(OfAudit(moment, on)).Any(due => due.Legal == duty && due.On == on);
    }

    /// <summary>Recent sittings whose minutes are not drawn up or not signed by all.</summary>
    public static IEnumerable<PastAssembly> Unsigned(Collective state)
    {
        const int search = 40;
        for (var number = state.Assemblies.NextAssembly.Value - 1; number > 0 && number >= state.Assemblies.NextAssembly.Value - search; number--)
            if (state.Assemblies.Past.TryGetValue(number, out var past) && past.Minutes is { AllSigned: false }) yield return past;
    }

    /// <summary>When the minutes of a sitting must be drawn up.</summary>
    public static Instant MinutesDue(PastAssembly past, Collective state) =>
        state.Statutes.Rule(Rules.MinutesWithin).Value.Value.Latest(past.EndedAt, state.Deed.Zone);

    private sealed record Moment(Collective State, Instant Now)
    {
        public LocalDate Today { get; } = Now.InZone(State.Deed.Zone).Date;

        public LocalDate Day(Instant instant) => instant.InZone(State.Deed.Zone).Date;

        public RuleInForce<T> Rule<T>(RuleKey<T> key)
            where T : RuleValue => State.Statutes.Rule(key);

        public Due At(DueKind kind, LocalDate on) => new(kind, on, on < Today);
    }

    private static IEnumerable<Due> OfSittings(Moment moment)
    {
        foreach (var assembly in moment.State.Assemblies.Current.Values)
        {
            if (assembly.Phase == AssemblyPhase.InRecess)
                yield return new Due(DueKind.Sitting, moment.Day(assembly.Recesses[^1].Until), false) { Coming = assembly, At = assembly.Recesses[^1].Until };
            if (assembly.Phase != AssemblyPhase.Noticed) continue;
            yield return new Due(DueKind.Sitting, moment.Day(assembly.Calls[0].At), false) { Coming = assembly, At = assembly.Calls[0].At };
            var until = moment.Rule(Rules.ItemUntil);
            if (until.Value.Value.Amount > 0 && moment.Day(until.Value.Value.Latest(assembly.NoticedAt, moment.State.Deed.Zone)) is var last && last >= moment.Today)
                yield return new Due(DueKind.ItemsUntil, last, false) { Coming = assembly }.Under(until);
        }
    }

    // The year that has ended, and the one whose end comes before the last day looked at.
    private static IEnumerable<Due> OfOrdinary(Moment moment, LocalDate until)
    {
        var next = OrdinaryYear.LastEnd(moment.State.Deed.YearEnds, moment.Today).PlusYears(1);
        OrdinaryDue?[] years = [OrdinaryYear.Of(moment.State, moment.Now), next <= until ? OrdinaryYear.After(next, moment.State.Statutes) : null];
        var notice = moment.Rule(Rules.OrdinaryNotice);
        foreach (var year in years)
        {
            if (year is not { Called: false }) continue;
            yield return moment.At(DueKind.Ordinary, year.By).Under(moment.Rule(Rules.OrdinaryWithin));
            if (notice.Value.Value.Before(year.By) is var last && last >= moment.Today && last < year.By) yield return moment.At(DueKind.OrdinaryNotice, last).Under(notice);
        }
    }

    private static IEnumerable<Due> OfCalls(Moment moment) =>
    [
        .. moment.State.Assemblies.Petitions.Values.Where(petition => petition.Reached is not null)
            .Select(petition => (moment.At(DueKind.Petition, petition.Reached!.HeldBy) with { Petition = petition }).Under(moment.Rule(Rules.PetitionHeldWithin))),
        .. moment.State.Assemblies.Calling.Demands.Values
            .Where(demand => !moment.State.Assemblies.Current.Values.Any(assembly => assembly.Upon is CalledUpon.Demand upon && upon.Id == demand.Id))
            .Select(demand => (moment.At(DueKind.Demand, moment.Day(demand.Until)) with { Demand = demand }).Under(moment.Rule(Rules.AuditorCallsAfter))),
    ];

    private static IEnumerable<Due> OfMinutes(Moment moment) => Unsigned(moment.State).Where(past => past.Minutes!.Number is null)
        .Select(past => (new Due(DueKind.Minutes, moment.Day(MinutesDue(past, moment.State)), MinutesDue(past, moment.State) < moment.Now) { Sitting = past }).Under(moment.Rule(Rules.MinutesWithin)));

    // What goes to the authority before and after formal assemblies of all members.
    private static IEnumerable<Due> OfAuthority(Moment moment)
    {
        var (notice, before, after) = (moment.Rule(Rules.NoticeToAuthority), moment.Rule(Rules.DocumentsBefore), moment.Rule(Rules.DocumentsAfter));
        var coming = moment.State.Assemblies.Current.Values
            .Where(assembly => assembly is { Phase: AssemblyPhase.Noticed, Kind: AssemblyKind.Ordinary or AssemblyKind.Extraordinary }).ToImmutableArray();
        var held = moment.State.Assemblies.Newest(moment.State.Deed.Zone.AtStartOfDay(moment.Today - Back).ToInstant())
            .Where(past => past is { Held: true, Kind: AssemblyKind.Ordinary or AssemblyKind.Extraordinary });
        IEnumerable<Due> all =
        [
            .. coming.Select(assembly => Legal(moment, LegalDuty.NoticeToAuthority, notice, notice.Value.Value.Before(moment.Day(assembly.Calls[0].At))) with { Coming = assembly }),
            .. coming.Where(assembly => assembly.Kind == AssemblyKind.Ordinary)
                .Select(assembly => Legal(moment, LegalDuty.DocumentsBefore, before, before.Value.Value.Before(moment.Day(assembly.Calls[0].At))) with { Coming = assembly }),
            .. held.Select(past => Legal(moment, LegalDuty.DocumentsAfter, after, after.Value.Value.After(moment.Day(past.EndedAt))) with { Sitting = past }),
        ];
        return all.Where(due => IsOpen(moment, due, due.Legal switch { LegalDuty.NoticeToAuthority => notice, LegalDuty.DocumentsBefore => before, _ => after }));
    }

    // Periods of the fiscal year: those of the last year that were not reported, and the next ones.
    private static IEnumerable<Due> OfAudit(Moment moment, LocalDate until)
    {
        var rule = moment.Rule(Rules.AuditReportEvery);
        if (rule.Value.Value is not { Amount: > 0, Unit: TimeUnit.Months } every || moment.State.Deed.FoundedAt is not { } founded) yield break;
        var start = OrdinaryYear.LastEnd(moment.State.Deed.YearEnds, moment.Today).PlusYears(-1);
        for (var period = 1; start.PlusMonths(period * every.Amount) <= until; period++)
        {
            var end = start.PlusMonths(period * every.Amount);
            var due = Legal(moment, LegalDuty.AuditReport, rule, end);
            if (end > moment.Day(founded) && IsOpen(moment, due, rule)) yield return due;
        }
    }

    private static IEnumerable<Due> OfCouncil(Moment moment)
    {
        var rule = moment.Rule(Rules.CouncilMeetsEvery);
        if (rule.Value.Value is not { Amount: > 0 } every || moment.State.Bodies.Council is not { } council || moment.State.Entitled(council.Id, moment.Now).IsEmpty) yield break;
        var since = moment.State.Deed.Zone.AtStartOfDay(moment.Today - Back).ToInstant();
        var last = moment.State.Assemblies.Newest(since).FirstOrDefault(past => past.Body == council.Id && past.Held)?.EndedAt ?? moment.State.Deed.FoundedAt ?? moment.Now;
        var by = every.After(moment.Day(last));
        if (!moment.State.Assemblies.Current.Values.Any(assembly => assembly.Body == council.Id)) yield return moment.At(DueKind.CouncilMeeting, by).Under(rule);
    }

    private static IEnumerable<Due> OfResolutions(Moment moment) =>
    [
        .. moment.State.Resolutions.StillOpen.Where(resolution => resolution is { Due: not null, Done: false })
            .Select(resolution => new Due(DueKind.Resolution, resolution.Due!.Value, resolution.IsOverdue(moment.Today)) { Resolution = resolution }),
        .. moment.State.Resolutions.StillOpen.Where(resolution => resolution.EffectDue is not null)
            .Select(resolution => new Due(DueKind.Effect, moment.Day(resolution.EffectDue!.Value), false) { Resolution = resolution }),
    ];

    private static IEnumerable<Due> OfPeople(Moment moment)
    {
        var (state, least) = (moment.State, moment.Rule(Rules.LeastMembers));
        var belong = state.Roster.People.Keys.Count(person => state.Roster.Belongs(person, moment.Now));
        if (belong < least.Value.Value) yield return new Due(DueKind.RollBelowLeast, moment.Today, true).Under(least);
        foreach (var ending in state.Posts.Live(moment.Now).Where(mandate => mandate is { Post: not null, Until: not null }).GroupBy(mandate => moment.Day(mandate.Until!.Value)))
            yield return new Due(DueKind.Mandate, ending.Key, false) { Mandates = [.. ending] };
        foreach (var ending in state.Roster.People.Values.Where(person => person is { Standing: Standing.OnTrial, Until: not null }).GroupBy(person => person.Until!.Value))
            yield return (moment.At(DueKind.Trial, ending.Key) with { People = [.. ending.Select(person => person.Id)] }).Under(moment.Rule(Rules.LongestTrial));
    }

    private static Due Legal(Moment moment, LegalDuty duty, RuleInForce<RuleValue.Limit> rule, LocalDate on) => (moment.At(DueKind.Legal, on) with { Legal = duty }).Under(rule);

    private static bool IsOpen(Moment moment, Due due, RuleInForce<RuleValue.Limit> rule) =>
        rule.Value.Value.Amount > 0 && !moment.State.Fulfilled.All.ContainsKey((due.Legal!.Value, due.On));
}
