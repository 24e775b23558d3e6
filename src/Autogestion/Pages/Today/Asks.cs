using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Signatures;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Pay;
using Autogestion.Domain.Work;

namespace Autogestion.Pages.Today;

/// <summary>What is asked of one person now: a pure function of the state, the person and the moment.</summary>
public static class Asks
{
    /// <summary>Everything that waits for this person, the most urgent first. Nothing for whoever does not belong.</summary>
    public static ImmutableArray<Ask> Of(Collective state, PersonId person, Instant now)
    {
        var one = new Somebody(state, person, now);
        // Whoever was excluded can still appeal.
        if (state.Roster.StandingOf(person, now) is null or Standing.Departed) return [.. OfSanctions(one)];
        return
        [
            .. InTheRoom(one), .. OfSanctions(one), .. OfSignatures(one), .. OfSittings(one), .. OfResolutions(one), .. OfCalling(one), .. OfPetitions(one), .. OfRoster(one), .. OfWork(one), .. OfPay(one),
        ];
    }

    // A person at a moment, with what she may do.
    private sealed record Somebody(Collective State, PersonId Person, Instant Now)
    {
        public LocalDate Today => Now.InZone(State.Deed.Zone).Date;

        public bool May(Act act) => Authorities.For(act, Person, Now, State) is not null;

        public bool MayBeIn(Assembly assembly) => assembly.Body == BodyId.Assembly
            ? State.Roster.Speaks(Person, Now)
            : State.Bodies.Seats(assembly.Body, State.Posts, Now).Contains(Person);

        public bool Votes(Assembly assembly) => State.Entitled(assembly.Body, Now).Contains(Person);
    }

    private static IEnumerable<Ask> InTheRoom(Somebody one)
    {
        var (state, now) = (one.State, one.Now);
        foreach (var assembly in state.Assemblies.Current.Values)
            if (assembly is { Phase: AssemblyPhase.Open, InVote: { Phase: MotionPhase.Voting, Vote: { } vote } motion } && vote.Voters.Contains(one.Person) && !vote.Ballots.ContainsKey(one.Person) && assembly.InRoom.ContainsKey(one.Person))
                yield return new Ask.Vote(assembly.Id, motion, vote.Method is VoteMethod.OwnPhone or VoteMethod.RollCall ? vote.Ballots.Count : null, vote.Voters.Count);
        foreach (var assembly in state.Assemblies.Current.Values)
            if (assembly.Phase == AssemblyPhase.Noticed && NextCall(assembly) is { } call && call.At <= now && one.May(new DeclareCall(assembly.Id, call.Number)))
                yield return new Ask.MakeCall(assembly.Id, assembly.Kind, assembly.Body, call.Number, call.At);
        foreach (var assembly in state.Assemblies.Current.Values)
        {
            var start = assembly.Calls[0].At;
            if (assembly.InRoom.ContainsKey(one.Person) || !one.MayBeIn(assembly)) continue;
            if (now >= start - RoomDecider.ListOpens) yield return new Ask.ComeIn(assembly.Id, assembly.Kind, assembly.Body, start, assembly.OpenedAt is not null);
            else if (start.InZone(state.Deed.Zone).Date == one.Today) yield return new Ask.Attend(assembly.Id, assembly.Kind, assembly.Body, start);
        }
        foreach (var assembly in state.Assemblies.Current.Values)
            if (state.StatuteVersions[assembly.StatutesVersion].Rule(Rules.Seconding).Value.Value && MaySecond(one, assembly))
                foreach (var motion in assembly.Motions.Values.Where(motion => motion is { Phase: MotionPhase.Tabled, SecondedBy: null } && motion.Mover != one.Person))
                    yield return new Ask.Second(assembly.Id, motion);
    }

    private static IEnumerable<Ask> OfSanctions(Somebody one)
    {
        foreach (var procedure in one.State.Sanctions.All.Values.Where(procedure => procedure.Person == one.Person && procedure.End is null))
        {
            if (procedure.IsOpen) yield return new Ask.Defend(procedure, procedure.Heard is null ? procedure.Hearing?.At : null);
            else if (procedure is { Stands: true, Appeal: null, Imposed.AppealUntil: { } until } && until >= one.Now) yield return new Ask.Appeal(procedure, until);
        }
        foreach (var procedure in one.State.Sanctions.StillPending.Where(procedure => procedure is { IsOpen: true, Report: null }))
        {
            if (procedure.Investigator == one.Person) yield return new Ask.Investigate(procedure);
            else if (procedure.Investigator is null && !procedure.Involved.Contains(one.Person) && one.May(new NameInvestigator(procedure.Id, default))) yield return new Ask.NameInvestigator(procedure);
        }
    }

    private static bool MaySecond(Somebody one, Assembly assembly) =>
        assembly.Phase == AssemblyPhase.Open ? assembly.IsPresentAndEntitled(one.Person) : one.Votes(assembly);

    private static IEnumerable<Ask> OfSignatures(Somebody one)
    {
        foreach (var (person, first) in one.State.Roster.Recoveries)
            if (first != one.Person && person != one.Person && one.May(new ConfirmRecovery(person))) yield return new Ask.ConfirmRecovery(person);
        foreach (var pending in one.State.Pending.Open.Values)
            if (pending.Contest is null && pending.First != one.Person && pending.About != one.Person && one.May(new GiveSecondSignature(pending.Id))) yield return new Ask.SecondSignature(pending);
        foreach (var past in Dues.Unsigned(one.State))
        {
            if (past.Minutes is { Number: not null } minutes && minutes.Signers.Contains(one.Person) && !minutes.Signed.Contains(one.Person)) yield return new Ask.SignMinutes(past);
            else if (past.Minutes is { Number: null } && one.May(new DrawUpMinutes(past.Id)))
            {
                var by = Dues.MinutesDue(past, one.State);
                yield return new Ask.DrawUpMinutes(past, by, by < one.Now);
            }
        }
    }

    private static IEnumerable<Ask> OfSittings(Somebody one) =>
        from assembly in one.State.Assemblies.Current.Values
        where assembly.Phase == AssemblyPhase.Noticed && !one.State.Posts.Officers(assembly.Id).Any(officer => officer.Role == SittingRole.Chair)
            && one.May(new NameSittingOfficer(assembly.Id, SittingRole.Chair, one.Person))
        select new Ask.NameOfficers(assembly.Id, assembly.Kind, assembly.Body, assembly.Calls[0].At);

    private static IEnumerable<Ask> OfResolutions(Somebody one)
    {
        var posts = one.State.Posts.Live(one.Now).Where(mandate => mandate.Person == one.Person && mandate.Post is not null).Select(mandate => mandate.Post).ToHashSet();
        foreach (var resolution in one.State.Resolutions.StillOpen.Where(resolution => !resolution.Done && resolution.Owner is not null && posts.Contains(resolution.Owner)).OrderBy(resolution => resolution.Due))
            yield return new Ask.CarryOut(resolution, resolution.IsOverdue(one.Today));
        foreach (var resolution in one.State.Resolutions.StillOpen.Where(resolution => resolution is { State: ResolutionState.Waiting, From: EffectFrom.Registration }))
            if (one.May(new RecordRegistration(resolution.Id, resolution.Words))) yield return new Ask.RecordRegistration(resolution);
    }

    private static IEnumerable<Ask> OfCalling(Somebody one)
    {
        if (!one.May(new IssueNotice(BodyId.Assembly, AssemblyKind.Ordinary, default, new(default, "", Retention.Legal), []))) yield break;
        foreach (var petition in one.State.Assemblies.Petitions.Values)
            if (petition.Reached is { } reached && !IsCalled(petition, one.State)) yield return new Ask.CallPetitioned(petition, reached.HeldBy);
        if (OrdinaryYear.Of(one.State, one.Now) is { Called: false } ordinary) yield return new Ask.CallOrdinary(ordinary.By, ordinary.Rule, ordinary.By < one.Today);
        if (one.State.Network.Requests.Count > 0) yield return new Ask.AnswerRequests(one.State.Network.Requests.Count);
    }

    private static IEnumerable<Ask> OfPetitions(Somebody one)
    {
        var roll = one.State.Entitled(BodyId.Assembly, one.Now);
        var needed = one.State.Statutes.Rule(Rules.PetitionShare).Value.Value.Needed(roll.Length);
        foreach (var petition in one.State.Assemblies.Petitions.Values)
        {
            if (petition.Reached is null && roll.Contains(one.Person) && !petition.Signatures.Contains(one.Person))
                yield return new Ask.SignPetition(petition, petition.Signatures.Count, needed);
            else if (petition is { Reached: { } reached, ReachedAt: { } at } && petition.Signatures.Contains(one.Person) && !IsCalled(petition, one.State)
                && one.Now >= NoticeDecider.ConvenersTurnEnds(petition, at, one.State.Deed.Zone))
                yield return new Ask.CallPetitioned(petition, reached.HeldBy);
        }
    }

    private static IEnumerable<Ask> OfRoster(Somebody one)
    {
        if (!one.May(new BeginTrial(default, one.Today))) yield break;
        var standings = one.State.Roster.People.Values.Select(person => (person, standing: person.On(one.Now, one.State.Deed.Zone))).ToList();
        if (standings.Count(pair => pair.standing == Standing.Candidate) is > 0 and var waiting) yield return new Ask.Candidates(waiting);
        if (standings.Count(pair => pair.standing == Standing.OnTrial && pair.person.Until < one.Today) is > 0 and var over) yield return new Ask.TrialsOver(over);
    }

    private static IEnumerable<Ask> OfWork(Somebody one)
    {
        var (board, within) = (one.State.Work, one.State.Statutes.Rule(Rules.ContestWithin).Value.Value);
        foreach (var entry in board.EntriesOf(one.Person).Values.Where(entry => entry is { LeftOpen: true, Contest: null }))
            if (entry.ContestUntil(within, one.State.Deed.Zone) is var until && until >= one.Now) yield return new Ask.SayHours(entry, until);
        var waiting = board.Waiting.Take(100).Count(open => open.Value != one.Person && one.May(new AnswerContest(open.Value, new(open.Key), 0, new(default, "", Retention.Erasable))));
        if (waiting > 0) yield return new Ask.AnswerContests(waiting);
    }

    private static IEnumerable<Ask> OfPay(Somebody one)
    {
        foreach (var run in one.State.Pay.Runs.Values.Where(run => !run.Settled && run.ContestUntil >= one.Now))
            if (run.SlipOf(one.Person) is { } slip) yield return new Ask.SeeSlip(run, slip.Net);
        var waiting = one.State.Pay.Runs.Values.Sum(run => run.Contested.Count);
        if (waiting > 0 && one.May(new DrawUpPay(default))) yield return new Ask.AnswerSlips(waiting);
    }

    /// <summary>The call that comes next, or the one whose hour has come.</summary>
    public static NoticedCall? NextCall(Assembly assembly)
    {
        var failed = assembly.FailedCalls.Select(call => call.Call).DefaultIfEmpty(0).Max();
        return assembly.Calls.FirstOrDefault(call => call.Number > failed);
    }

    private static bool IsCalled(Petition petition, Collective state) => state.Assemblies.Current.Values.Any(assembly => assembly.Petition == petition.Id);
}
