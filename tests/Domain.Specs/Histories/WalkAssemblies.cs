using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>How the people of a walk convene and hold assemblies.</summary>
internal sealed partial class Walk
{
    private void Convene()
    {
        var body = chance.OneIn(4) ? chance.Any(State.Bodies.All.Values)!.Id : BodyId.Assembly;
        var kind = body != BodyId.Assembly ? AssemblyKind.Session : chance.Of(AssemblyKind.Weekly, AssemblyKind.Weekly, AssemblyKind.Extraordinary, AssemblyKind.Ordinary, AssemblyKind.Shift);
        // What waits to be ratified is taken to a formal assembly.
        if (body == BodyId.Assembly && chance.OneIn(2) && State.Resolutions.StillOpen.Any(resolution => resolution.State == ResolutionState.ToRatify)) kind = AssemblyKind.Extraordinary;
        var days = kind is AssemblyKind.Ordinary or AssemblyKind.Extraordinary ? chance.Between(8, 30) : chance.Between(0, 4);
        var start = Local.PlusDays(days).PlusMinutes(chance.Below(300));
        if (Holder(Power.Convene)?.Person is not { } convener) return;
        if (history.Ask(convener, new IssueNotice(body, kind, start, Words("Nave 1"), Agenda()))) NameOfficers(State.Assemblies.Current.Values.Last(), convener);
    }

    private ImmutableArray<AgendaDraft> Agenda() =>
        [.. Enumerable.Range(0, chance.Between(1, 4)).Select(_ => chance.OneIn(2) ? Wanted() : chance.Of(Enum.GetValues<Matter>())).Select(matter => new AgendaDraft(Words($"{matter}"), matter, chance.OneIn(2)))];

    // What somebody waits for.
    private Matter Wanted() => chance.Below(12) switch
    {
        9 or 10 when State.Sanctions.All.Values.Any(one => one.AwaitsAppeal) => Matter.DecideAppeal,
        8 when leaning == 2 => Matter.SuspendMember,
        5 or 6 or 7 when leaning == 3 => State.Accounts.ClosedYears.IsEmpty ? Matter.PayRule : Matter.ApproveAccounts,
        11 when State.Assemblies.Past.Values.Any(past => past.Held) => Matter.ApproveMinutes,
        > 5 when chance.Any(State.Sanctions.StillPending.Where(one => one is { IsOpen: true, Report: not null })) is { } reported => Domain.Sanctions.Procedure.MatterOf(reported.Step),
        0 when State.Roster.People.Values.Any(person => person.Standing is Domain.Members.Standing.Candidate or Domain.Members.Standing.OnTrial) => Matter.AdmitMember,
        1 when !State.Network.Requests.IsEmpty => Matter.AdmitCollective,
        2 => Matter.CreatePost,
        3 => Matter.ChangeNorm,
        4 => chance.Of(Matter.ElectAuditor, Matter.ElectCouncil),
        _ => Matter.ElectPost,
    };

    private void Petition()
    {
        var petition = chance.Any(State.Assemblies.Petitions.Values);
        switch (chance.Below(4))
        {
            case 0: history.Ask(Somebody(), new PetitionAssembly(chance.Of(AssemblyKind.Weekly, AssemblyKind.Extraordinary), Agenda())); break;
            case 1 or 2 when petition is not null: history.Ask(Somebody(), new SignPetition(petition.Id)); break;
            case 3 when petition is not null:
                var caller = chance.OneIn(3) ? Holder(Power.Convene)?.Person ?? petition.First : petition.First;
                if (history.Ask(caller, new IssuePetitionedNotice(petition.Id, Local.PlusDays(chance.Between(1, 30)), Words("Vereda")))) NameOfficers(State.Assemblies.Current.Values.Last(), caller);
                break;
        }
    }

    private void NameOfficers(Assembly assembly, PersonId by)
    {
        foreach (var role in new[] { SittingRole.Chair, SittingRole.Secretary, SittingRole.Teller, SittingRole.Teller, SittingRole.Signer, SittingRole.Signer })
            if (chance.Percent(85)) history.Ask(by, new NameSittingOfficer(assembly.Id, role, role == SittingRole.Chair && assembly.CalledByMembers ? by : Somebody()));
    }

    private PersonId? Officer(Assembly assembly, SittingRole role) => chance.Any(State.Posts.Officers(assembly.Id).Where(officer => officer.Role == role))?.Person;

    private void Attend(Assembly assembly)
    {
        switch (assembly.Phase)
        {
            case AssemblyPhase.Noticed: Gather(assembly); break;
            case AssemblyPhase.InRecess: history.Ask(Officer(assembly, SittingRole.Chair) ?? Somebody(), new Resume(assembly.Id)); break;
            default:
                // Once they are together they do several things.
                for (var times = chance.Between(1, 5); times > 0 && State.Assemblies.Find(assembly.Id) is { Phase: AssemblyPhase.Open } open; times--) GoOn(open);
                break;
        }
    }

    private void Gather(Assembly assembly)
    {
        var chair = Officer(assembly, SittingRole.Chair) ?? Somebody();
        if (Now < assembly.Calls[0].At - RoomDecider.ListOpens)
        {
            if (chance.OneIn(3)) history.Ask(Somebody(), new PostNotice(assembly.Id, Words("portón")));
            if (chance.OneIn(2)) TableMotion(assembly, chance.Between(1, assembly.Agenda.Length));
            else NameOfficers(assembly, chair);
            return;
        }
        var share = chance.Of(40, 90, 90, 100);
        if (chance.OneIn(2)) Represent(assembly);
        foreach (var person in State.Roster.Voters(Now).Where(_ => chance.Percent(share))) ComeIn(assembly, person);
        var due = assembly.Calls.LastOrDefault(call => call.At <= Now);
        if (due is not null) history.Ask(chair, new DeclareCall(assembly.Id, due.Number));
    }

    private void ComeIn(Assembly assembly, PersonId person)
    {
        if (assembly.InRoom.ContainsKey(person)) return;
        var secretary = Officer(assembly, SittingRole.Secretary);
        if (chance.OneIn(8)) history.Ask(person, new JoinRemotely(assembly.Id, person));
        else history.Ask(chance.OneIn(5) ? secretary ?? person : person, new CheckIn(assembly.Id, person));
    }

    // Whoever is missing in the room is named by the chair, or by whoever convenes.
    private void Staff(Assembly assembly)
    {
        var here = State.Posts.Officers(assembly.Id).Where(officer => assembly.InRoom.ContainsKey(officer.Person)).ToArray();
        var namer = here.FirstOrDefault(officer => officer.Role == SittingRole.Chair)?.Person ?? Holder(Power.Convene)?.Person;
        if (namer is not { } by) return;
        foreach (var (role, wanted) in new[] { (SittingRole.Chair, 1), (SittingRole.Secretary, 1), (SittingRole.Teller, 2), (SittingRole.Signer, 2) })
            for (var missing = wanted - here.Count(officer => officer.Role == role); missing > 0; missing--)
                if (chance.AnyOf(assembly.InRoom.Keys.OrderBy(Number)) is { } person) history.Ask(by, new NameSittingOfficer(assembly.Id, role, person));
    }

    private void GoOn(Assembly assembly)
    {
        if (chance.Percent(60)) Staff(assembly);
        var chair = Officer(assembly, SittingRole.Chair) ?? Somebody();
        if (chance.OneIn(12)) Wander(assembly);
        else if (chance.OneIn(6) || (chance.OneIn(2) && assembly.Floor.Points.Any(point => point.WaitsForAppeal))) Talk(assembly, chair);
        else if (chance.OneIn(7)) Amend(assembly);
        else if (assembly.InVote is { Phase: MotionPhase.Voting } voting) Vote(assembly, voting);
        else if (assembly.InVote is { } counted) Proclaim(assembly, counted, chair);
        else if (chance.OneIn(25)) history.Ask(chair, new Recess(assembly.Id, Local.PlusHours(chance.Between(1, 100)), Words("Nave 1")));
        else if (chance.OneIn(8) && chance.Any(assembly.Motions.Values) is { } any) history.Ask(chance.OneIn(3) ? any.Mover : Somebody(), chance.OneIn(2) ? new WithdrawMotion(assembly.Id, any.Id) : new SecondMotion(assembly.Id, any.Id));
        else if (chance.Any(assembly.Motions.Values.Where(motion => motion.Phase == MotionPhase.Tabled && motion.Item == assembly.CurrentItem)) is { } waiting) OpenVote(assembly, waiting, chair);
        else if (assembly.CurrentItem is { } item && chance.OneIn(2)) TableMotion(assembly, item);
        else if (Enumerable.Range(1, assembly.Agenda.Length).Except(assembly.ItemsTaken).ToArray() is [var next, ..]) history.Ask(chair, new TakeItem(assembly.Id, next));
        else if (chance.OneIn(3)) Close(assembly, chair);
        else history.Ask(chair, new TakeItem(assembly.Id, chance.Between(1, assembly.Agenda.Length)));
    }

    private void Wander(Assembly assembly)
    {
        var person = Somebody();
        if (assembly.InRoom.ContainsKey(person)) history.Ask(chance.OneIn(4) ? Officer(assembly, SittingRole.Secretary) ?? person : person, new CheckOut(assembly.Id, person));
        else ComeIn(assembly, person);
        if (chance.OneIn(4)) history.Ask(Somebody(), new ContestCheckIn(assembly.Id, person));
    }

    private void TableMotion(Assembly assembly, int item)
    {
        var matter = assembly.Item(item)!.Matter;
        var effect = chance.OneIn(4) ? null : assembly.Item(item)!.About is { } about && chance.Percent(70) ? Returning(about)
            : assembly.Item(item)!.Came is { } from_ && chance.Percent(80) ? Arisen(from_, State, chance.OneIn(2)) : EffectOn(chance.OneIn(8) ? chance.Of(Enum.GetValues<Matter>()) : matter, assembly);
        Domain.Resolutions.EffectFrom? from = chance.Below(12) switch
        {
            0 => new Domain.Resolutions.EffectFrom.Date(Local.Date.PlusDays(chance.Between(-2, 40))),
            1 => new Domain.Resolutions.EffectFrom.Registration(),
            2 => new Domain.Resolutions.EffectFrom.AppealLapsed(),
            _ => null,
        };
        if (history.Ask(assembly.Phase == AssemblyPhase.Open && chance.Percent(70) && chance.AnyOf(assembly.InRoom.Keys.OrderBy(Number)) is { } here ? here : Somebody(), new TableMotion(assembly.Id, item, Words("moción"), effect, from, chance.OneIn(2))) && chance.OneIn(2))
            history.Ask(Somebody(), new SecondMotion(assembly.Id, State.Assemblies.Find(assembly.Id)!.Motions.Values.Last().Id));
    }

    private void OpenVote(Assembly assembly, Motion motion, PersonId chair)
    {
        if (motion.SecondedBy is null && chance.Percent(85)) history.Ask(Somebody(), new SecondMotion(assembly.Id, motion.Id));
        var present = State.AsOf(assembly, Now).Heads;
        var secret = VoteDecider.Secrecy(motion, assembly, State.StatuteVersions[assembly.StatutesVersion]).Value.Value;
        var method = secret ? chance.Of(VoteMethod.Paper, VoteMethod.Secret) : chance.Of(Enum.GetValues<VoteMethod>());
        if (history.Ask(chair, Asking(assembly, motion, method, present)) || State.Assemblies.Find(assembly.Id) is null) return;
        // Perhaps the chair is the one it is about.
        if (chance.Percent(80)) history.Ask(chance.AnyOf(assembly.InRoom.Keys.OrderBy(Number)) ?? Somebody(), new PassChair(assembly.Id, motion.Id));
        history.Ask(chair, new NameSittingOfficer(assembly.Id, SittingRole.Chair, Somebody()));
    }

    private void Vote(Assembly assembly, Motion motion)
    {
        var vote = motion.Vote!;
        var teller = Officer(assembly, SittingRole.Teller) ?? Somebody();
        if (vote.Secret is not null)
        {
            VoteInSecret(assembly, motion, teller);
            return;
        }
        if (vote.Question.Form != Domain.Voting.QuestionForm.YesNo || vote.Ways.Length > 1)
        {
            VoteOnQuestion(assembly, motion, teller, Officer(assembly, SittingRole.Chair) ?? teller);
            return;
        }
        if (vote.Method is VoteMethod.ShowOfHands or VoteMethod.Paper)
        {
            var most = vote.Present - vote.Recused.Length;
            var inFavour = chance.Percent(75) ? Math.Max(0, most - chance.Below(3)) : chance.Below(most + 2);
            var against = chance.Below(Math.Max(0, most - inFavour) + 1);
            var tellers = State.Posts.Officers(assembly.Id).Where(officer => officer.Role == SittingRole.Teller).Select(officer => officer.Person).Take(2);
            history.Ask(teller, new EnterCount(assembly.Id, motion.Id, inFavour, against, Math.Max(0, most - inFavour - against - chance.Below(2)), 0, [.. tellers]));
            return;
        }
        if (chance.OneIn(6)) ComeIn(assembly, Somebody());
        foreach (var person in State.Assemblies.Find(assembly.Id)!.InRoom.Keys.OrderBy(Number).Where(_ => chance.Percent(80)))
        {
            var choice = chance.Percent(75) ? Choice.For : chance.Of(Enum.GetValues<Choice>());
            if (vote.Method == VoteMethod.OwnPhone && chance.Percent(80)) history.Ask(person, new CastBallot(assembly.Id, motion.Id, choice));
            else history.Ask(Officer(assembly, SittingRole.Secretary) ?? teller, new EnterBallot(assembly.Id, motion.Id, person, choice));
        }
        foreach (var proxy in State.Assemblies.Find(assembly.Id)!.Presence.Given.Values.OrderBy(proxy => Number(proxy.Person)))
            history.Ask(chance.OneIn(8) ? Somebody() : proxy.Holder, new CastProxyBallot(assembly.Id, motion.Id, proxy.Person, chance.Of(Enum.GetValues<Choice>())));
        history.Ask(chance.OneIn(2) ? teller : Officer(assembly, SittingRole.Chair) ?? teller, new CloseVote(assembly.Id, motion.Id));
    }

    private void VoteInSecret(Assembly assembly, Motion motion, PersonId teller) =>
        WalkSecretVotes.Step(chance, history, assembly, motion, chance.OneIn(2) ? teller : Officer(assembly, SittingRole.Chair) ?? teller);

    private void Proclaim(Assembly assembly, Motion motion, PersonId chair)
    {
        Settle(assembly, motion, chair);
        Choice? casting = chance.OneIn(3) ? chance.Of(Choice.For, Choice.Against) : null;
        if (history.Ask(chair, new ProclaimResult(assembly.Id, motion.Id, casting)) || history.Ask(chair, new ProclaimResult(assembly.Id, motion.Id))) return;
        history.Ask(chair, new NameSittingOfficer(assembly.Id, SittingRole.Chair, Somebody()));
    }

    private void Close(Assembly assembly, PersonId chair)
    {
        if (chance.OneIn(2)) history.Ask(Officer(assembly, SittingRole.Secretary) ?? chair, new WriteMinutesNote(assembly.Id, 1, Words("nota")));
        if (history.Ask(chair, new CloseAssembly(assembly.Id))) return;
        Staff(assembly);
    }
}
