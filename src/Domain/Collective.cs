using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Members;
using Autogestion.Domain.Network;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;

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

    public NetworkTies Network { get; init; } = NetworkTies.Empty;

    /// <summary>Decides an act against this state. Pure: the same act and state give the same answer anywhere.</summary>
    public Decision Decide(Act act, Stamp stamp)
    {
        if (Authorities.Check(act, stamp, this) is { } refusal) return refusal;
        return Answer(act, stamp) switch
        {
            Decision.Entered { Entries: var entries } when act is not EnterDue => Consequences.After(entries, stamp, this),
            var answer => answer,
        };
    }

    /// <summary>Decides without asking for authority: for effects, whose authority is the resolution that carries them.</summary>
    internal Decision Answer(Act act, Stamp stamp) => act switch
    {
        EnterDue => Due.Decide(stamp, this),
        DeedAct deed => DeedDecider.Decide(deed, stamp, Deed),
        StatutesAct statutes => StatutesDecider.Decide(statutes, Statutes),
        MemberAct member => MembersDecider.Decide(member, stamp, Roster, Statutes),
        BodyAct body => BodiesDecider.Decide(body, Bodies),
        NameSittingOfficer name when CannotName(name, stamp) is { } flaw => flaw,
        PostAct post => PostsDecider.Decide(post, stamp, Posts, Roster, Bodies, Statutes),
        ResolutionAct resolution => ResolutionsDecider.Decide(resolution, stamp, Resolutions, Posts, Deed.Zone),
        NetworkAct network => NetworkDecider.Decide(network, Deed, Network),
        AssemblyAct assembly => Answer(assembly, stamp),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private Decision Answer(AssemblyAct act, Stamp stamp)
    {
        switch (act)
        {
            case IssueNotice notice: return NoticeDecider.Decide(notice, stamp, Assemblies, NoticeGround(notice.Body, stamp.Entered));
            case PetitionAssembly petition: return NoticeDecider.Decide(petition, stamp, Assemblies, NoticeGround(BodyId.Assembly, stamp.Entered));
            case SignPetition sign: return NoticeDecider.Decide(sign, stamp, Assemblies, NoticeGround(BodyId.Assembly, stamp.Entered));
            case IssuePetitionedNotice notice:
                var someoneConvenes = Posts.Live(stamp.Entered).Any(mandate => mandate.Powers.Contains(Power.Convene)
                    && Authorities.MayServe(mandate.Person, stamp.Entered, this) && Authorities.Reaches(mandate, BodyId.Assembly, this));
                return NoticeDecider.Decide(notice, stamp, Assemblies, NoticeGround(BodyId.Assembly, stamp.Entered), someoneConvenes, Posts.NextMandate);
            case WriteMinutesNote note: return MinutesDecider.Decide(note, Assemblies);
            case DrawUpMinutes draw: return MinutesDecider.Decide(draw, Assemblies);
            case SignMinutes sign: return MinutesDecider.Decide(sign, stamp, Assemblies, Posts.Officers(sign.Assembly));
            case ApproveMinutes approve: return MinutesDecider.Decide(approve, stamp, Assemblies);
        }

        var id = ((IInAssembly)act).Assembly;
        if (Assemblies.Find(id) is not { } assembly) return Missing(id);
        var rules = StatuteVersions[assembly.StatutesVersion];
        return act switch
        {
            PostNotice post => RoomDecider.Decide(post, assembly),
            CheckIn checkIn => RoomDecider.Decide(checkIn, stamp, assembly, Roster),
            CheckOut checkOut => RoomDecider.Decide(checkOut, assembly),
            ContestCheckIn contest => RoomDecider.Decide(contest, stamp, assembly),
            DeclareCall declare => RoomDecider.Decide(declare, stamp, assembly, RollAtOpening(assembly, stamp.Entered)),
            TakeItem take => RoomDecider.Decide(take, assembly),
            Recess recess => RoomDecider.Decide(recess, stamp, assembly, rules, Deed.Zone),
            Resume resume => RoomDecider.Decide(resume, stamp, assembly),
            CloseAssembly close => RoomDecider.Decide(close, AsOf(assembly, stamp.Entered), Posts.Officers(id), rules),
            TableMotion table => Effects.Table(table, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), rules, this),
            SecondMotion second => VoteDecider.Decide(second, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), IsEntitled(stamp.Actor, assembly.Body, stamp.Entered)),
            WithdrawMotion withdraw => VoteDecider.Decide(withdraw, stamp, assembly),
            OpenVote open => VoteDecider.Decide(open, stamp, AsOf(assembly, stamp.Entered), Effects.Recused(assembly.Find(open.Motion), this, stamp.Entered), rules),
            CastBallot cast => VoteDecider.Decide(cast, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), Roster.RecoveredAt.TryGetValue(stamp.Actor, out var at) ? at : null),
            EnterBallot enter => VoteDecider.Decide(enter, stamp, AsOf(assembly, stamp.Entered, enter.Person)),
            EnterCount count => VoteDecider.Decide(count, stamp, assembly, Tellers(id)),
            CloseVote close => VoteDecider.Decide(close, stamp, assembly),
            ProclaimResult proclaim => VoteDecider.Decide(proclaim, stamp, AsOf(assembly, stamp.Entered, stamp.Actor), rules),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }

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
            BodyCreated => next with { Bodies = BodyList.Evolve(next.Bodies, entry) },
            PostCreated or PostClosed or MandateGranted or SittingMandateGranted or MandateEnded => next with { Posts = PostBoard.Evolve(next.Posts, entry, stamp) },
            LetterWritten or LetterReceived or CollectiveAdmitted or NetworkJoined => next with { Network = NetworkTies.Evolve(next.Network, entry, stamp) },
            ResolutionAdopted => next with
            {
                Resolutions = ResolutionList.Evolve(next.Resolutions, recorded),
                Assemblies = AssemblyBoard.Evolve(next.Assemblies, recorded),
            },
            EffectCarriedOut carried => next with { Resolutions = ResolutionList.Evolve(next.Resolutions, recorded).RanUnder(carried.Resolution, next.Statutes.Version) },
            EffectDeferred or EffectBlocked or ResolutionRatified or ResolutionSetAside or ResolutionRegistered or ResolutionAssigned or ProgressReported =>
                next with { Resolutions = ResolutionList.Evolve(next.Resolutions, recorded) },
            MotionTabled { Effect: CreatePost { Id: { } post } } => next with { Assemblies = AssemblyBoard.Evolve(next.Assemblies, recorded), Posts = next.Posts.Reserve(post) },
            MotionTabled { Effect: CreateBody { Id: { } body } } => next with { Assemblies = AssemblyBoard.Evolve(next.Assemblies, recorded), Bodies = next.Bodies.Reserve(body) },
            IInAssembly or AssemblyPetitioned or PetitionSigned or PetitionReached or MinutesApproved => next with { Assemblies = AssemblyBoard.Evolve(next.Assemblies, recorded) },
            _ => next with { Roster = Roster.Evolve(next.Roster, entry, stamp) },
        };
        return next.Statutes.Version == collective.Statutes.Version
            ? next
            : next with { StatuteVersions = next.StatuteVersions.SetItem(next.Statutes.Version, next.Statutes) };
    }

    /// <summary>Takes several entries of one act in.</summary>
    public Collective With(IEnumerable<Entry> entries, Stamp stamp) =>
        entries.Aggregate(this, (collective, entry) => Evolve(collective, new(collective.Position + 1, stamp, entry)));

    /// <summary>Those entitled in a body at a moment: the roll of members, or the holders of the body's posts.</summary>
    public ImmutableArray<PersonId> Entitled(BodyId body, Instant when) =>
        body == BodyId.Assembly ? Roster.Voters(when) : [.. Posts.HoldersIn(body, when).Where(person => Roster.Votes(person, when))];

    /// <summary>Whether a person is entitled in a body at a moment.</summary>
    public bool IsEntitled(PersonId person, BodyId body, Instant when) =>
        Roster.Votes(person, when) && (body == BodyId.Assembly || Posts.HoldersIn(body, when).Contains(person));

    /// <summary>
    /// A sitting with its roll as of a moment: frozen at the opening, less those who have since left, been suspended, or no
    /// longer hold the seat. Nobody votes on after that second.
    /// </summary>
    public Assembly AsOf(Assembly assembly, Instant when) =>
        assembly with { Roll = assembly.Roll.Except(assembly.Roll.Where(person => !IsEntitled(person, assembly.Body, when))) };

    /// <summary>The same for one person only, which is quicker.</summary>
    private Assembly AsOf(Assembly assembly, Instant when, PersonId person) =>
        IsEntitled(person, assembly.Body, when) ? assembly : assembly with { Roll = assembly.Roll.Remove(person) };

    /// <summary>Whether a body of that number decides a matter under the rules in force.</summary>
    internal bool IsCompetent(BodyId body, Matter matter, StatuteBook rules) =>
        Bodies.Find(body) is { } found && NoticeDecider.IsCompetent(matter, found.Kind, Bodies.Council is not null, rules);

    /// <summary>
    /// The roll that would freeze if a sitting opened at that moment. It was drawn up at the notice and only corrected since:
    /// whoever was admitted later votes from the next assembly on.
    /// </summary>
    public ImmutableArray<PersonId> RollAtOpening(Assembly assembly, Instant when) => assembly.Body == BodyId.Assembly
        ? [.. Roster.Voters(when).Where(person => Roster.Belongs(person, assembly.NoticedAt))]
        : Entitled(assembly.Body, when);

    private ImmutableArray<PersonId> Tellers(AssemblyId id) =>
        [.. Posts.Officers(id).Where(officer => officer.Role == SittingRole.Teller).Select(officer => officer.Person)];

    private NoticeGround NoticeGround(BodyId body, Instant when) =>
        new(Bodies.Find(body)?.Kind, Entitled(body, when), Bodies.Council is not null, Statutes, Resolutions, Deed.Zone);

    private Refusal? CannotName(NameSittingOfficer act, Stamp stamp)
    {
        if (Assemblies.Find(act.Assembly) is not { } assembly) return Missing(act.Assembly);
        var convenes = stamp.Authority is Authority.Mandate { Id: var id } && Posts.Find(id) is { Post: not null };
        return convenes && assembly.CalledByMembers ? PostsRefusals.SittingOfPetitioners : RoomDecider.CannotName(act.Role, assembly, Posts.Officers(act.Assembly));
    }

    private Refusal Missing(AssemblyId id) => Assemblies.Past.ContainsKey(id.Value) ? AssembliesRefusals.Over : AssembliesRefusals.Unknown;
}
