using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Network;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Signatures;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>
/// A random life of a collective: people who mostly do what makes sense in the state they find, and now and then what does
/// not: with others' mandates, out of order, again, out of all reason.
/// </summary>
internal sealed partial class Walk
{
    private readonly Chance chance;
    private readonly History history = new(Instant.FromUtc(2024, 3, 4, 12, 0));

    private readonly Chance common;

    private readonly Chance work;

    private readonly Chance money;

    // Every life has something it is full of, so that what is rare elsewhere happens often there.
    private readonly int leaning;

    private Walk(int seed) => (chance, common, work, money, leaning) = (new(seed), new(seed ^ 0x5eed), new(seed ^ 0x3031), new(seed ^ 0x2a7), seed % 8);

    private Collective State => history.State;

    private Instant Now => history.Now;

    private LocalDateTime Local => Now.InZone(Zone).LocalDateTime;

    /// <summary>Lives a seed for so many steps.</summary>
    public static History Of(int seed, int steps)
    {
        var walk = new Walk(seed);
        walk.Begin();
        for (var step = 0; step < steps; step++) walk.Step();
        return walk.history;
    }

    private void Begin()
    {
        var deed = Plant.Deed(chance.Between(leaning is 1 or 2 ? 8 : 3, 12), WalkRules.Draw(chance), chance.OneIn(2));
        if (leaning == 3) deed = deed with { YearEnds = money.Of(new AnnualDate(3, 31), new(4, 30), new(5, 31)) };
        var kind = chance.OneIn(4) ? CollectiveKind.Network : CollectiveKind.Enterprise;
        deed = deed with { Kind = kind, Posts = [.. deed.Posts.Select(post => post with { Terms = post.Terms with { TermMonths = chance.Between(6, 12), Seats = chance.Between(1, 3) } })] };
        deed = deed with { Posts = deed.Posts.SetItem(1, deed.Posts[1] with { Terms = deed.Posts[1].Terms with { Powers = deed.Posts[1].Terms.Powers.Add(Power.KeepDuties).Add(Power.Mediate).Add(Power.KeepHours).Add(Power.KeepAccounts).Add(Power.PayOut) } }) };
        Assert.True(history.Ask(Person(1), deed), $"The founding was refused: {history.Attempts[0].Decision}");
    }

    private void Step()
    {
        PassTime();
        LiveInCommon();
        LiveAtWork();
        if (leaning == 3 || money.OneIn(5)) LiveByMoney();
        if (RulesDue.Next(State) <= Now && chance.Percent(85)) history.Ask(PersonId.Nobody, new EnterDue(), new Authority.RuleDue());
        if (State.Pending.Open.Count > 0 && chance.OneIn(6)) Sign();
        if (chance.OneIn(4)) Lean();
        switch (chance.Below(100))
        {
            case < 62 when State.Assemblies.Current.Count > 0: Attend(Pressing() ?? State.Assemblies.Current.Values.ElementAt(chance.Below(State.Assemblies.Current.Count))); break;
            case < 70 when State.Assemblies.Current.Count < 4: Convene(); break;
            case < 75: Petition(); break;
            case < 81: Belong(); break;
            case < 86: FollowUp(); break;
            case < 91: Discipline(); break;
            default: Disturb(); break;
        }
    }

    // Mostly the sitting that is under way, or whose hour has come.
    private Assembly? Pressing() => chance.OneIn(5) ? null
        : chance.Any(State.Assemblies.Current.Values.Where(assembly => assembly.Phase == AssemblyPhase.Open || (assembly.Phase == AssemblyPhase.Noticed && assembly.Calls.Any(call => call.At <= Now))));

    private void Lean()
    {
        switch (leaning)
        {
            case 0: Sign(); break;
            case 1 or 2: Discipline(); break;
            case 3 or 6: FollowUp(); break;
            case 4: Belong(); break;
            case 5: Petition(); break;
        }
    }

    private void PassTime()
    {
        // While they are together little time passes.
        if (State.Assemblies.Current.Values.Any(assembly => assembly.Phase == AssemblyPhase.Open) && chance.Percent(85))
        {
            history.Now += Duration.FromSeconds(chance.Below(90));
            return;
        }
        var until = Now + (chance.Below(100) switch
        {
            < 55 => Duration.FromSeconds(chance.Below(90)),
            < 62 => Duration.FromHours(chance.Between(1, 30)),
            < 65 => Duration.FromDays(chance.Between(1, 20)),
            < 66 when chance.OneIn(3) => Duration.FromDays(chance.Between(30, 150)),
            _ => (NextMoment() ?? Now) - Now,
        });
        // Few sleep through the hour of an assembly.
        var calls = State.Assemblies.Current.Values.Where(assembly => assembly.Phase == AssemblyPhase.Noticed).SelectMany(assembly => assembly.Calls).Select(call => call.At).Where(at => at > Now && at < until).ToArray();
        history.Now = calls.Length > 0 && chance.Percent(85) ? calls.Min() : until;
    }

    // The next moment at which something can be done that cannot be done now.
    private Instant? NextMoment()
    {
        var moments = State.Assemblies.Current.Values.SelectMany(assembly => assembly.Phase switch
        {
            AssemblyPhase.Noticed => assembly.Calls.Select(call => call.At).Append(assembly.Calls[0].At - RoomDecider.ListOpens),
            AssemblyPhase.InRecess => [assembly.Recesses[^1].Until],
            _ => assembly.InVote is { Vote: { } vote } ? [vote.OpenedAt + VoteDecider.TimeToVote] : Array.Empty<Instant>(),
        }).Concat(RulesDue.Next(State) is { } due && (due < Now + Duration.FromDays(10) || chance.OneIn(10)) ? [due] : []).Where(moment => moment > Now).ToArray();
        return moments.Length == 0 ? null : moments.Min();
    }

    private PersonId Somebody() => chance.AnyOf(State.Roster.Voters(Now)) ?? Person(1);

    private PersonId Anybody() => chance.OneIn(6) ? Person(chance.Between(50, 56)) : chance.AnyOf(State.Roster.People.Keys.OrderBy(Number)) ?? Person(1);

    private Mandate? Holder(Power power) => chance.Any(State.Posts.Live(Now).Where(mandate => mandate.Post is not null && mandate.Powers.Contains(power)));

    private void Belong()
    {
        var newcomer = Person(chance.Between(50, 56));
        var keeper = Holder(Power.KeepRoster)?.Person ?? Somebody();
        switch (chance.Below(15))
        {
            case 12 or 13: Sign(); break;
            case 14: { var person = Anybody(); if (chance.OneIn(2)) history.Ask(keeper, new RecordInvitation(person, Now + Duration.FromDays(chance.Between(-1, 14)))); else history.Ask(person, new RecordEntrance(person)); break; }
            case < 4: history.Ask(newcomer, new ApplyForAdmission(newcomer, Commitment(Number(newcomer)))); break;
            case < 6: history.Ask(keeper, new BeginTrial(newcomer, Local.Date.PlusDays(chance.Between(-1, 80)))); break;
            case 6: history.Ask(keeper, new SetVoiceOnly(Anybody(), chance.OneIn(3))); break;
            case 7: history.Ask(keeper, new ProposeRecovery(Anybody())); break;
            case 8 when chance.AnyOf(State.Roster.Recoveries.Keys.OrderBy(Number)) is { } person: history.Ask(Holder(Power.Audit)?.Person ?? Somebody(), new ConfirmRecovery(person)); break;
            case 9 when chance.OneIn(3): history.Ask(keeper, new RecordDeparture(Anybody(), chance.Of(Enum.GetValues<DepartureReason>()))); break;
            case 10 when chance.OneIn(3): { var person = Anybody(); history.Ask(person, new Resign(person)); break; }
            case 11 when chance.OneIn(2) && chance.Any(State.Posts.Mandates.Values) is { } mandate: history.Ask(mandate.Person, new ResignMandate(mandate.Id, mandate.Person)); break;
        }
    }

    // The second signature, mostly by whom it needs, and now and then by anybody; or it is taken back, or contested.
    private void Sign()
    {
        if (chance.Any(State.Pending.Open.Values) is not { } pending) return;
        var about = pending.About ?? Holder(Power.Audit)?.Person ?? Somebody();
        switch (chance.Below(6))
        {
            case < 3: history.Ask(Holder(chance.Percent(70) ? Power.Audit : chance.Of(Power.KeepRoster, Power.Represent, Power.Convene))?.Person ?? Somebody(), new GiveSecondSignature(pending.Id)); break;
            case 3: history.Ask(chance.Percent(80) ? pending.First : Somebody(), new WithdrawFirstSignature(pending.Id)); break;
            default: history.Ask(about, new ContestSignature(pending.Id, about, Words("no es así"))); break;
        }
    }

    private void FollowUp()
    {
        var resolution = chance.Any(State.Resolutions.All.Values)?.Id ?? new ResolutionId(1);
        // What can be undone is annulled often enough to prove that it is.
        if (chance.OneIn(2) && chance.Any(State.Resolutions.All.Values.Where(one => one.HadEffect && one.Effect is Ratify or ApproveMinutes or CreateBody or RecallMandate or ClosePost or ChangeNorm or ReformStatutes or AdoptPreset)) is { } turned)
        {
            resolution = turned.Id;
            if (chance.OneIn(2)) history.Ask(Holder(chance.Of(Power.Represent, Power.Audit))?.Person ?? Somebody(), new RecordAnnulment(resolution, Words("sentencia")));
        }
        // An order against an election, or against a suspension, and its end.
        if (chance.OneIn(4) && chance.Any(State.Resolutions.All.Values.Where(one => one.State == ResolutionState.Suspended || (one.HadEffect && one.Effect is GrantMandate or FillPost or Suspend))) is { } ordered)
        {
            var keeper = Holder(chance.Of(Power.Represent, Power.Audit))?.Person ?? Somebody();
            foreach (var by in Enum.GetValues<OrderedBy>().Where(_ => chance.OneIn(2)))
                history.Ask(keeper, ordered.State == ResolutionState.Suspended ? new RecordLifting(ordered.Id, by, Words("orden")) : new RecordSuspension(ordered.Id, by, Words("orden")));
        }
        var letter = new LetterId(new(chance.Of("other", "ring")), chance.Between(1, 5));
        switch (chance.Below(10))
        {
            case < 3: history.Ask(Holder(Power.Convene)?.Person ?? Somebody(), new AssignResolution(resolution, new(chance.Between(1, 6)), Local.Date.PlusDays(chance.Between(-1, 20)))); break;
            case < 5: Report(); break;
            case 5: Register(); break;
            case 6 when chance.OneIn(2): history.Ask(Holder(chance.Of(Power.Represent, Power.Audit))?.Person ?? Somebody(), new RecordAnnulment(resolution, Words("sentencia"))); break;
            case 6 when chance.OneIn(2):
                var order = chance.Of(Enum.GetValues<OrderedBy>());
                history.Ask(Holder(chance.Of(Power.Represent, Power.Audit))?.Person ?? Somebody(), chance.OneIn(2) ? new RecordSuspension(resolution, order, Words("orden")) : new RecordLifting(resolution, order, Words("orden")));
                break;
            case 7 or 8:
                LetterContent content = chance.OneIn(2) ? new LetterContent.MembershipRequest("Otra") : new LetterContent.MembershipAnswer(State.Network.Asked.GetValueOrDefault(letter.Sender, new(Id, chance.Between(1, 4))), chance.Percent(70));
                history.Ask(PersonId.Nobody, new ReceiveLetter(letter, Id, content), new Authority.Letter(letter));
                break;
            default:
                if (chance.Any(State.Assemblies.Past.Values.Where(past => past.Minutes is not null)) is { } past) WriteMinutes(past);
                break;
        }
    }

    private void Report()
    {
        if (chance.Any(State.Resolutions.All.Values.Where(resolution => resolution.Owner is not null)) is not { } assigned) return;
        var holder = chance.Any(State.Posts.Live(Now).Where(mandate => mandate.Post == assigned.Owner))?.Person ?? Somebody();
        history.Ask(holder, new ReportProgress(assigned.Id, chance.OneIn(2)));
    }

    private void Register()
    {
        var waiting = chance.Any(State.Resolutions.StillOpen.Where(resolution => resolution.From is EffectFrom.Registration));
        history.Ask(Holder(Power.Represent)?.Person ?? Somebody(), new RecordRegistration(waiting?.Id ?? new(1), Words("expediente")));
    }

    private void WriteMinutes(PastAssembly past)
    {
        if (past.Minutes!.Number is null)
            history.Ask(Holder(Power.KeepMinutes)?.Person ?? Somebody(), new DrawUpMinutes(past.Id));
        else
            foreach (var signer in past.Minutes.Signers) history.Ask(signer, new SignMinutes(past.Id));
        KeepBook(past);
    }

    private void KeepBook(PastAssembly past)
    {
        var keeper = Holder(Power.KeepMinutes)?.Person ?? Somebody();
        history.Ask(keeper, new FoliateMinutes(past.Id, [.. Enumerable.Range(0, chance.Between(1, 3)).Select(sheet => Words($"hoja {sheet}"))]));
        if (State.Assemblies.Recent.GetValueOrDefault(past.Id.Value) is { } recent && chance.Any(recent.Motions.Values) is { } motion)
            history.Ask(chance.Any(recent.Stays)?.Person ?? Somebody(), new RecordDissent(past.Id, motion.Id, Words("razones")));
        if (chance.OneIn(6)) history.Ask(keeper, new VoidFolios(past.Body, chance.Between(1, 3), Words("nula")));
        if (chance.OneIn(12)) history.Ask(keeper, new OpenMinuteBook(past.Body, chance.Between(1, 5), chance.OneIn(2) ? chance.Between(5, 40) : null));
    }
}
