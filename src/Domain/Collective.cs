using Autogestion.Domain.Accounts;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Audit;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Duties;
using Autogestion.Domain.Members;
using Autogestion.Domain.Mirror;
using Autogestion.Domain.Network;
using Autogestion.Domain.Pay;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Signatures;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using Autogestion.Domain.Work;

namespace Autogestion.Domain;

/// <summary>
/// The present state of a collective: the fold of its book. This is the only file that knows all slices; what an act
/// needs from each is handed over as parameters, so that the borders show in the signatures.
/// </summary>
public sealed record Collective
{
    public static readonly Collective Empty = new();

    /// <summary>Entries folded so far.</summary>
    public long Position { get; init; }

    /// <summary>Legal time of the last entry.</summary>
    public Instant LastEntered { get; init; } = Instant.MinValue;

    public FoundingDeed Deed { get; init; } = FoundingDeed.None;

    public StatuteBook Statutes { get; init; } = StatuteBook.Empty;

    /// <summary>Every version of the rules there has been: the one at the notice governs an assembly.</summary>
    public ImmutableDictionary<int, StatuteBook> StatuteVersions { get; init; } = ImmutableDictionary<int, StatuteBook>.Empty;

    public Roster Roster { get; init; } = Roster.Empty;

    public BodyList Bodies { get; init; } = BodyList.Empty;

    public PostBoard Posts { get; init; } = PostBoard.Empty;

    public AssemblyBoard Assemblies { get; init; } = AssemblyBoard.Empty;

    public ResolutionList Resolutions { get; init; } = ResolutionList.Empty;

    public FulfilledDuties Fulfilled { get; init; } = FulfilledDuties.Empty;

    public DutyBoard Duties { get; init; } = DutyBoard.Empty;

    public WorkBoard Work { get; init; } = WorkBoard.Empty;

    public AccountBook Accounts { get; init; } = AccountBook.None;

    public PayBook Pay { get; init; } = PayBook.Empty;

    public SurplusState Surplus { get; init; } = SurplusState.Empty;

    public MirrorState Mirror { get; init; } = MirrorState.Empty;

    public ProcedureList Sanctions { get; init; } = ProcedureList.Empty;

    public ObservationList Observations { get; init; } = ObservationList.Empty;

    public NetworkTies Network { get; init; } = NetworkTies.Empty;

    /// <summary>What waits for a second signature.</summary>
    public PendingList Pending { get; init; } = PendingList.Empty;

    /// <summary>Decides an act against this state. Pure: the same act and state give the same answer anywhere.</summary>
    public Decision Decide(Act act, Stamp stamp)
    {
        if (Authorities.Check(act, stamp, this) is { } refusal) return refusal;
        return Answer(act, stamp) switch
        {
            Decision.Entered when SignaturesDecider.IsFirst(act, stamp, Statutes) => SignaturesDecider.First(act, stamp, Pending, Statutes, Deed.Zone),
            Decision.Entered { Entries: var entries } when act is not EnterDue => Consequences.After(entries, stamp, this),
            var answer => answer,
        };
    }

    /// <summary>Decides without asking for authority: for effects, whose authority is the resolution that carries them.</summary>
    internal Decision Answer(Act act, Stamp stamp) => act switch
    {
        EnterDue => RulesDue.Decide(stamp, this),
        EraseText erase when Observations.Holds(erase.Text) => AuditRefusals.NotErased,
        DeedAct deed => DeedDecider.Decide(deed, stamp, Deed),
        StatutesAct statutes => StatutesDecider.Decide(statutes, Statutes),
        MemberAct member when SanctionRules.Forbids(member, stamp, this) is { } flaw => flaw,
        MemberAct member => MembersDecider.Decide(member, stamp, Roster, Statutes),
        SanctionAct sanction => SanctionsDecider.Decide(sanction, stamp, SanctionGround),
        AuditAct audit => AuditDecider.Decide(audit, stamp, Observations, Bodies, Resolutions, Statutes),
        BodyAct body => BodiesDecider.Decide(body, Bodies, person => Roster.Belongs(person, stamp.Entered)),
        NameSittingOfficer name when CannotName(name, stamp) is { } flaw => flaw,
        PostAct post => PostsDecider.Decide(post, stamp, Posts, Roster, Bodies, Statutes),
        SetAside aside when Undoing.CannotTakeBack(aside.Resolution, stamp, this) is { } flaw => flaw,
        SuspendResolution suspend when Undoing.CannotTakeBack(suspend.Resolution, stamp, this) is { } flaw => flaw,
        ResolutionAct resolution => ResolutionsDecider.Decide(resolution, stamp, Resolutions, Posts, Deed.Zone),
        GiveSecondSignature second => Second(second, stamp),
        WithdrawFirstSignature withdraw => SignaturesDecider.Decide(withdraw, stamp, Pending),
        ContestSignature contest => SignaturesDecider.Decide(contest, stamp, Pending, Posts.Giving(Power.Audit, stamp.Actor, stamp.Entered) is not null),
        PayAct pay => PayDecider.Decide(pay, stamp, Pay, PayMonths.Ground(this, stamp.Entered)),
        AccountsAct accounts => AccountsDecider.Decide(accounts, Accounts, stamp.Entered.InZone(Deed.Zone).Date),
        DutyAct duty => DutiesDecider.Decide(duty, Duties, new(stamp.Entered.InZone(Deed.Zone).LocalDateTime, Statutes, body => Bodies.Find(body) is null ? null : Entitled(body, stamp.Entered))),
        WorkAct work => WorkDecider.Decide(work, stamp, Work, new(stamp.Entered, Deed.Zone, Statutes, Bodies, Roster)),
        SurplusAct surplus => SurplusDecider.Decide(surplus, Surplus, new(stamp.Entered.InZone(Deed.Zone).Date, Deed.YearEnds, Statutes, person => Roster.Find(person) is not null, Accounts, year => YearFigures.Of(year, this))),
        FulfilDuty fulfil => CalendarDecider.Decide(fulfil, Fulfilled, Dues.IsDue(fulfil.Duty, fulfil.Due, this, stamp.Entered)),
        NetworkAct network => NetworkDecider.Decide(network, Deed, Network),
        AssemblyAct assembly => Answer(assembly, stamp),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    // With the second signature the act is decided anew: what has become impossible meanwhile is refused like any other.
    private Decision Second(GiveSecondSignature act, Stamp stamp)
    {
        var pending = Pending.Find(act.Pending);
        var signer = new SecondSigner(Audits(stamp), Posts.Live(stamp.Entered).Any(mandate =>
            mandate.Powers.Contains(Power.Audit) && mandate.Person != pending?.First && mandate.Person != pending?.About && Authorities.MayServe(mandate.Person, stamp.Entered, this)));
        if (SignaturesDecider.CannotSecond(act, stamp, Pending, signer) is { } flaw) return flaw;
        return Answer(pending!.Act, stamp) is Decision.Entered entered
            ? Decision.Of([new SecondSignatureGiven(act.Pending, (stamp.Authority as Authority.Resolution)?.Id), .. entered.Entries])
            : Answer(pending.Act, stamp);
    }

    private bool Audits(Stamp stamp) => stamp.Authority is Authority.Mandate { Id: var id } && Posts.Find(id)?.Powers.Contains(Power.Audit) == true;

    private Decision Answer(AssemblyAct act, Stamp stamp)
    {
        switch (act)
        {
            case IssueNotice notice: return NoticeDecider.Decide(notice, stamp, Assemblies, NoticeGround(notice.Body, stamp.Entered));
            case PetitionAssembly petition: return NoticeDecider.Decide(petition, stamp, Assemblies, NoticeGround(BodyId.Assembly, stamp.Entered));
            case SignPetition sign: return NoticeDecider.Decide(sign, stamp, Assemblies, NoticeGround(BodyId.Assembly, stamp.Entered));
            case IssuePetitionedNotice notice:
                return NoticeDecider.Decide(notice, stamp, Assemblies, NoticeGround(BodyId.Assembly, stamp.Entered), SomeoneConvenes(stamp.Entered), Posts.NextMandate);
            case RequestItem or SignItemRequest or ProposeUniversal or AcceptUniversal or DemandAssembly or IssueDemandedNotice or IssueOverdueOrdinary: return Called(act, stamp);
            case WriteMinutesNote note: return MinutesDecider.Decide(note, Assemblies);
            case DrawUpMinutes draw: return MinutesDecider.Decide(draw, Assemblies);
            case SignMinutes sign: return MinutesDecider.Decide(sign, stamp, Assemblies, Posts.Officers(sign.Assembly));
            case FoliateMinutes foliate: return FolioDecider.Decide(foliate, Assemblies);
            case OpenMinuteBook open: return FolioDecider.Decide(open, Assemblies);
            case VoidFolios empty: return FolioDecider.Decide(empty, Assemblies);
            case RecordDissent dissent: return FolioDecider.Decide(dissent, stamp, Assemblies, Statutes, Deed.Zone);
            case ApproveMinutes approve: return MinutesDecider.Decide(approve, stamp, Assemblies);
        }

        var id = ((IInAssembly)act).Assembly;
        if (Assemblies.Find(id) is not { } assembly) return Missing(id);
        var rules = StatuteVersions[assembly.StatutesVersion];
        var answer = Answer(act, stamp, id, assembly, rules);
        return answer is Decision.Entered && Chairing.Bars(act, stamp.Actor, assembly, stamp.Entered, this) ? VotesRefusals.OfficerRecused : answer;
    }

    private Decision Answer(AssemblyAct act, Stamp stamp, AssemblyId id, Assembly assembly, StatuteBook rules)
    {
        return act switch
        {
            PostNotice post => RoomDecider.Decide(post, assembly),
            CheckIn checkIn => RoomDecider.Decide(checkIn, stamp, assembly, Roster, rules),
            CheckOut checkOut => RoomDecider.Decide(checkOut, assembly),
            ContestCheckIn contest => RoomDecider.Decide(contest, stamp, assembly),
            DeclareCall declare => RoomDecider.Decide(declare, stamp, assembly, RollAtOpening(assembly, stamp.Entered)),
            TakeItem take => RoomDecider.Decide(take, assembly),
            Recess recess => RoomDecider.Decide(recess, stamp, assembly, rules, Deed.Zone),
            Resume resume => RoomDecider.Decide(resume, stamp, assembly),
            CloseAssembly close => RoomDecider.Decide(close, AsOf(assembly, stamp.Entered), Posts.Officers(id), rules, Chairing.SingledOutIn(assembly, stamp.Entered, this)),
            TableMotion table => Effects.Table(table, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), rules, this),
            SecondMotion second => VoteDecider.Decide(second, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), IsEntitled(stamp.Actor, assembly.Body, stamp.Entered)),
            WithdrawMotion withdraw => VoteDecider.Decide(withdraw, stamp, assembly),
            PassChair pass => Chairing.Decide(pass, stamp, AsOf(assembly, stamp.Entered), this),
            OpenVote open when FolioDecider.HidesVotes(open, assembly, Bodies.Find(assembly.Body)?.Kind, rules) is { } hidden => hidden,
            OpenVote open => VoteDecider.Decide(open, stamp, AsOf(assembly, stamp.Entered), ElectionGrounds.Recused(open, assembly, stamp.Entered, this), rules, ElectionGrounds.Of(assembly.Find(open.Motion), stamp.Entered, this)),
            CastBallot cast => VoteDecider.Decide(cast, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), Roster.RecoveredAt.TryGetValue(stamp.Actor, out var at) ? at : null),
            EnterBallot enter => VoteDecider.Decide(enter, stamp, AsOf(assembly, stamp.Entered, enter.Person)),
            EnterCount count => VoteDecider.Decide(count, stamp, assembly, Tellers(id)),
            EnterTableCount table => CountDecider.Decide(table, stamp, assembly, Tellers(id)),
            CloseVote close => VoteDecider.Decide(close, stamp, assembly),
            AnnounceEnvelopeKey announce => SecretVoteDecider.Decide(announce, assembly),
            DrawEnvelope draw => SecretVoteDecider.Decide(draw, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), Roster.RecoveredAt.TryGetValue(stamp.Actor, out var at) ? at : null),
            EndDrawing end => SecretVoteDecider.Decide(end, stamp, AsOf(assembly, stamp.Entered), rules),
            HandInPapers handIn => SecretVoteDecider.Decide(handIn, stamp, assembly, Tellers(id)),
            EmptyBox empty => SecretVoteDecider.Decide(empty, assembly),
            DeclareBoxLost lost => SecretVoteDecider.Decide(lost, assembly),
            ProclaimResult proclaim => VoteDecider.Decide(proclaim, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), rules, ElectionGrounds.Substitutes(assembly.Find(proclaim.Motion), this)),
            PresenceAct presence => PresenceDecider.Decide(presence, stamp, AsOf(assembly, stamp.Entered), PresenceGround(assembly, rules, stamp.Entered)),
            FloorAct floor => FloorDecider.Decide(floor, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), rules, Tellers(id)),
            ProposeAmendment propose => Effects.Amend(propose, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), rules, this),
            AmendingAct amending => AmendingDecider.Decide(amending, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), Assemblies.NextMotion, Bodies, stamp.Entered.InZone(Deed.Zone).Date),
            _ => ElectionGrounds.Answer(act, stamp, assembly, this),
        };
    }

    private Decision Called(AssemblyAct act, Stamp stamp)
    {
        var ground = NoticeGround(BodyId.Assembly, stamp.Entered);
        return act switch
        {
            RequestItem request => CallingDecider.Decide(request, stamp, Assemblies, NoticeGround(request.Body, stamp.Entered)),
            SignItemRequest sign => CallingDecider.Decide(sign, stamp, Assemblies, NoticeGround(Assemblies.Calling.Requests.GetValueOrDefault(sign.Request.Value)?.Body ?? BodyId.Assembly, stamp.Entered)),
            ProposeUniversal propose => CallingDecider.Decide(propose, stamp, Assemblies, ground),
            AcceptUniversal accept => CallingDecider.Decide(accept, stamp, Assemblies, ground, Posts.NextMandate),
            DemandAssembly demand => CallingDecider.Decide(demand, stamp, Assemblies, ground),
            IssueDemandedNotice notice => CallingDecider.Decide(
                notice, stamp, Assemblies, ground, stamp.Authority is not Authority.Mandate { Id: var cited } || Posts.Find(cited)?.Powers.Contains(Power.Convene) != true, SomeoneConvenes(stamp.Entered), Posts.NextMandate),
            IssueOverdueOrdinary overdue => CallingDecider.Decide(overdue, stamp, Assemblies, ground, OrdinaryYear.Overdue(this, stamp.Entered), Posts.NextMandate),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }

    private bool SomeoneConvenes(Instant when) => Posts.Live(when).Any(mandate =>
        mandate.Powers.Contains(Power.Convene) && Authorities.MayServe(mandate.Person, when, this) && Authorities.Reaches(mandate, BodyId.Assembly, this));

    /// <summary>Takes an entry in. Never refuses: what is in the book has happened.</summary>
    public static Collective Evolve(Collective collective, Recorded recorded)
    {
        var (position, stamp, entry) = recorded;
        var next = collective with { Position = position, LastEntered = stamp.Entered };
        next = entry switch
        {
            Founded founded => next with
            {
                Deed = FoundingDeed.Evolve(next.Deed, entry, stamp),
                Roster = next.Roster with { Zone = DateTimeZoneProviders.Tzdb[founded.Zone] },
            },
            KeyAuthorised or KeyRevoked or EpochBegun or TextErased => next with { Deed = FoundingDeed.Evolve(next.Deed, entry, stamp) },
            PresetAdopted or RuleSet or RuleCleared => next with { Statutes = StatuteBook.Evolve(next.Statutes, entry) with { Since = stamp.Entered, Position = position } },
            BodyCreated or BodyDissolved or MemberAssigned or MemberReleased => next with { Bodies = BodyList.Evolve(next.Bodies, entry) },
            FirstSignatureGiven or SecondSignatureGiven or FirstSignatureWithdrawn or SignatureContested or FirstSignatureLapsed =>
                next with { Pending = PendingList.Evolve(next.Pending, entry, stamp, collective.Audits(stamp)) },
            PostCreated or PostClosed or PostReopened or ElectionTermsSet or MandateGranted or SittingMandateGranted or MandateEnded or MandateRestored or MandatePaused or MandateResumed =>
                next with { Posts = PostBoard.Evolve(next.Posts, entry, stamp) },
            PayEntry paid => next with { Pay = PayBook.Evolve(next.Pay, paid) },
            AccountsEntry written => next with { Accounts = AccountBook.Evolve(next.Accounts, written, position, next.Deed.YearEnds) },
            TurnDone done => next with { Duties = DutyBoard.Evolve(next.Duties, entry), Work = GuardWork.After(done, stamp, next) },
            DutyCreated or DutyClosed or WeekPlanned or TurnOffered or TurnPassed or TurnExcused or TurnTaken => next with { Duties = DutyBoard.Evolve(next.Duties, entry) },
            WorkshopCreated or WorkshopClosed or TaskCreated or TaskClosed or ShiftCreated or ShiftClosed or ShiftAssigned or DayOffSet or ClockedIn or ClockedOut or TurnLeftOpen or HoursRecorded or HoursCorrected
                or HoursContested or ContestAnswered or AbsenceRecorded or AbsenceChanged or OutsideHoursSet or MonthClosed => next with { Work = WorkBoard.Evolve(next.Work, entry, stamp.Entered, next.Deed.Zone) },
            SurplusDistributed => next with { Surplus = SurplusState.Evolve(next.Surplus, entry) },
            DutyFulfilled => next with { Fulfilled = FulfilledDuties.Evolve(next.Fulfilled, entry) },
            LetterWritten or LetterReceived or CollectiveAdmitted or NetworkJoined => next with { Network = NetworkTies.Evolve(next.Network, entry, stamp) },
            ResolutionAdopted => next with
            {
                Resolutions = ResolutionList.Evolve(next.Resolutions, recorded),
                Assemblies = AssemblyBoard.Evolve(next.Assemblies, recorded),
            },
            EffectCarriedOut carried => next with { Resolutions = ResolutionList.Evolve(next.Resolutions, recorded).RanUnder(carried.Resolution, next.Statutes.Version) },
            ChargeLaid or InvestigatorNamed or Mediated or HearingSet or DefenceGiven or HearingHeld or ChargeReported or SanctionImposed or SanctionTookEffect
                or AppealFiled or SanctionAppealDecided or ProcedureClosed => next with { Sanctions = ProcedureList.Evolve(next.Sanctions, entry, stamp) },
            ObservationWritten or ObservationAnswered => next with { Observations = ObservationList.Evolve(next.Observations, recorded) },
            EffectDeferred or EffectBlocked or ResolutionRatified or ResolutionSetAside or RatificationUndone or ResolutionSuspended or SuspensionLifted or ResolutionRegistered or ResolutionAssigned or ProgressReported =>
                next with { Resolutions = ResolutionList.Evolve(next.Resolutions, recorded) },
            MotionTabled { Effect: CreatePost { Id: { } post } } => next with { Assemblies = AssemblyBoard.Evolve(next.Assemblies, recorded), Posts = next.Posts.Reserve(post) },
            MotionTabled { Effect: CreateBody { Id: { } body } } => next with { Assemblies = AssemblyBoard.Evolve(next.Assemblies, recorded), Bodies = next.Bodies.Reserve(body) },
            VoteOpened opened => next with
            {
                Assemblies = AssemblyBoard.Evolve(next.Assemblies, recorded).WithVoters(opened, (person, body) => next.IsEntitled(person, body, stamp.Entered)),
            },
            IInAssembly or AssemblyPetitioned or PetitionSigned or PetitionReached or MinutesApproved or MinutesApprovalUndone or FoliosVoided or MinuteBookOpened
                or ItemRequested or ItemRequestSigned or ItemRequestReached or UniversalProposed or UniversalAccepted or AssemblyDemanded or SignCrossed =>
                next with { Assemblies = AssemblyBoard.Evolve(next.Assemblies, recorded) },
            _ => next with { Roster = Roster.Evolve(next.Roster, entry, stamp) },
        };
        if (entry is MotionTabled or AssemblyClosed or SignCrossed) next = next with { Mirror = MirrorState.Evolve(next.Mirror, recorded, next) };
        return next.Statutes.Version == collective.Statutes.Version
            ? next
            : next with { StatuteVersions = next.StatuteVersions.SetItem(next.Statutes.Version, next.Statutes) };
    }

    /// <summary>Takes several entries of one act in.</summary>
    public Collective With(IEnumerable<Entry> entries, Stamp stamp) =>
        entries.Aggregate(this, (collective, entry) => Evolve(collective, new(collective.Position + 1, stamp, entry)));

    /// <summary>Those entitled in a body at a moment: the roll of members, or those of them who sit in the body.</summary>
    public ImmutableArray<PersonId> Entitled(BodyId body, Instant when) =>
        body == BodyId.Assembly ? Roster.Voters(when) : [.. Bodies.Seats(body, Posts, when).Where(person => Roster.Votes(person, when))];

    /// <summary>Whether a person is entitled in a body at a moment.</summary>
    public bool IsEntitled(PersonId person, BodyId body, Instant when) =>
        Roster.Votes(person, when) && (body == BodyId.Assembly || Bodies.Seats(body, Posts, when).Contains(person));

    /// <summary>
    /// A sitting with its roll as of a moment: frozen at the opening, less those who have since left, been suspended, or no
    /// longer hold the seat. Nobody votes on after that second.
    /// </summary>
    public Assembly AsOf(Assembly assembly, Instant when) =>
        assembly with { Roll = assembly.Roll.Except(assembly.Roll.Where(person => !IsEntitled(person, assembly.Body, when))) };

    /// <summary>The same for one person and whoever represents him or her only, which is quicker.</summary>
    private Assembly AsOf(Assembly assembly, Instant when, PersonId person)
    {
        if (assembly.Presence.Of(person) is { } proxy && !IsEntitled(proxy.Holder, assembly.Body, when)) assembly = assembly with { Roll = assembly.Roll.Remove(proxy.Holder) };
        return IsEntitled(person, assembly.Body, when) ? assembly : assembly with { Roll = assembly.Roll.Remove(person) };
    }

    /// <summary>Whether a body of that number decides a matter under the rules in force.</summary>
    internal bool IsCompetent(BodyId body, Matter matter, StatuteBook rules) =>
        matter == Matter.DecideAppeal ? Bodies.Find(body)?.Kind is BodyKind.Assembly or BodyKind.AppealsCommittee
        : Bodies.Find(body) is { } found && NoticeDecider.IsCompetent(matter, found.Kind, Bodies.Council is not null, rules);

    /// <summary>
    /// The roll that would freeze if a sitting opened at that moment. It was drawn up at the notice and only corrected since:
    /// whoever was admitted later votes from the next assembly on.
    /// </summary>
    public ImmutableArray<PersonId> RollAtOpening(Assembly assembly, Instant when) => assembly.Body == BodyId.Assembly
        ? [.. Roster.Voters(when).Where(person => Roster.BelongedThrough(person, assembly.NoticedAt, when))]
        : Entitled(assembly.Body, when);

    private ImmutableArray<PersonId> Tellers(AssemblyId id) =>
        [.. Posts.Officers(id).Where(officer => officer.Role == SittingRole.Teller).Select(officer => officer.Person)];

    // Before the opening those count who would be on the roll.
    private PresenceGround PresenceGround(Assembly assembly, StatuteBook rules, Instant when) => new(
        assembly.Opening is null ? [.. RollAtOpening(assembly, when)] : assembly.Roll, Effects.Managers(this, when), Roster, rules);

    private NoticeGround NoticeGround(BodyId body, Instant when) =>
        new(Bodies.Find(body) is { Dissolved: false } found ? found.Kind : null, Entitled(body, when), Bodies.Council is not null, Statutes, Resolutions, Deed.Zone) { Arising = [.. Arisen.For(body, this)] };

    private SanctionGround SanctionGround => new(Sanctions, Roster, Bodies, Statutes, Deed.YearEnds, Deed.FoundedAt ?? Instant.MinValue);

    private Refusal? CannotName(NameSittingOfficer act, Stamp stamp)
    {
        if (Assemblies.Find(act.Assembly) is not { } assembly) return Missing(act.Assembly);
        var convenes = stamp.Authority is Authority.Mandate { Id: var id } && Posts.Find(id) is { Post: not null };
        return convenes && assembly.CalledByMembers ? PostsRefusals.SittingOfPetitioners
            : act.Role == SittingRole.StandIn ? VotesRefusals.ChairNotSingledOut
            : RoomDecider.CannotName(act.Role, assembly, Posts.Officers(act.Assembly));
    }

    private Refusal Missing(AssemblyId id) => Assemblies.Past.ContainsKey(id.Value) ? AssembliesRefusals.Over : AssembliesRefusals.Unknown;
}
