using System.Collections.Immutable;
using System.Reflection;
using Autogestion.Domain;
using Autogestion.Domain.Accounts;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Audit;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Pay;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Signatures;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;
using Autogestion.Domain.Work;
using Autogestion.Look;
using Autogestion.Office.Codec;
using Autogestion.Office.Presets;
using Autogestion.Office.Tests.Codec;
using Autogestion.Wording;
using NodaTime;
using Assembly = Autogestion.Domain.Assemblies.Assembly;

namespace Autogestion.House;

/// <summary>
/// A collective in which every number up to <see cref="Most"/> is something, and made-up acts and entries of every kind that
/// point into it: what the rules and the words must be able to answer, whatever comes.
/// </summary>
static class WordsState
{
    const int Most = 500;

    static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 12, 0);

    public static readonly PersonId Founder = new(new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    public static readonly Stamp Stamp = new(Guid.Empty, Founder, new Authority.Mandate(new(1)), Start);

    const string Key = "key+of+the+house";

    // Bodies that have a word of their own and need no name.
    static readonly BodyKind[] Nameless = [BodyKind.Assembly, BodyKind.Council, BodyKind.Coordinators, BodyKind.AppealsCommittee, BodyKind.Mediation];

    static readonly Text Name = new(Guid.Empty, "", Retention.Legal);

    /// <summary>Founded under a preset, with posts, mandates, assemblies old and new, motions and resolutions under every number.</summary>
    public static Collective Full { get; } = Multiply(Founded());

    public static readonly IReadOnlyList<Entry> Entries = [.. Catalogue.House.Entries.SelectMany(kind => Many(kind.Type)).Cast<Entry>()];

    public static readonly IReadOnlyList<Act> Acts = [.. Catalogue.House.Acts.SelectMany(kind => Many(kind.Type)).Cast<Act>()];

    /// <summary>Names and words are made up, so that nothing is looked up elsewhere.</summary>
    public static Naming Naming(string language) => new(new Reader(language), Full, _ => "Elba Quinteros", text => text is null ? "" : "palabras");

    /// <summary>The state with the people of a made-up record in it.</summary>
    public static Collective With(object record) => Full with
    {
        Roster = Full.Roster with
        {
            People = Full.Roster.People.SetItems(People(record).Distinct().Select(id =>
                KeyValuePair.Create(id, new Person(id, 7, "", [new(Start, Standing.Candidate)])))),
            Recoveries = Full.Roster.Recoveries.SetItems(People(record).Distinct().Select(id => KeyValuePair.Create(id, PersonId.Nobody))),
        },
        Accounts = record is AccountClosed or AccountRenamed ? With(Full.Accounts, (string)record.GetType().GetProperty("Code")!.GetValue(record)!)
            : record is AccountsApprovalUndone undone ? Full.Accounts with { ApprovedYears = [undone.Year] } : Full.Accounts,
        Pay = record is SlipContested or SlipAnswered or PaySettled ? With(Full.Pay, (YearMonth)record.GetType().GetProperty("Month")!.GetValue(record)!, record is SlipAnswered ? People(record) : [])
            : record is AdvancesPaidOut paid ? Full.Pay with { Owed = paid.Paid.Aggregate(Full.Pay.Owed, (owed, one) => owed.SetItem(one.Person, one.Amount)) } : Full.Pay,
        Bodies = record is MemberReleased released && Full.Bodies.Find(released.Body) is { } body
            ? Full.Bodies with { All = Full.Bodies.All.SetItem(body.Id.Value, body with { People = [released.Person] }) }
            : Full.Bodies,
        Assemblies = record is IInAssembly within && Full.Assemblies.Find(within.Assembly) is { } assembly
            ? Full.Assemblies with { Current = Full.Assemblies.Current.SetItem(within.Assembly.Value, Filled(assembly, record)) }
            : Full.Assemblies,
    };

    static Assembly Filled(Assembly assembly, object record)
    {
        var filled = assembly with
        {
            Stays = [new(Founder, Start, null, CheckInMeans.OwnPhone, Founder)],
            InRoom = People(record).Append(Founder).Distinct().ToImmutableDictionary(person => person, _ => 0),
            Presence = assembly.Presence with { Given = People(record).Distinct().ToImmutableDictionary(person => person, person => new Proxy(person, Founder, Start, Founder, true)) },
            Floor = assembly.Floor with { Waiting = [.. People(record).Distinct().Select((person, order) => new FloorRequest(person, FloorList.Common, Start, order))] },
        };
        return record is IOnMotion about && filled.Find(about.Motion) is { } motion ? filled with { Motions = filled.Motions.SetItem(about.Motion.Value, Asked(motion, People(record))) } : filled;
    }

    // A choice among proposals with a count at each table, a lot, and candidates: whatever is said of a motion can be said of this one.
    static Motion Asked(Motion motion, IEnumerable<PersonId> people) => motion with
    {
        Candidates = [.. people.Distinct().Select(person => new Domain.Elections.Candidacy(person, null, false, false))],
        Vote = motion.Vote! with
        {
            Question = new(QuestionForm.OneOf, [new Option.Proposal(motion.Id), new Option.AsItIs()]),
            Lot = Lot.Begin(Start, []),
            Tables = Enum.GetValues<VoteMethod>().ToImmutableDictionary(way => way, _ => (ImmutableArray<TableCount>)[new([], [Founder], Founder, Start, [])]),
        },
    };

    static IEnumerable<object> Many(Type type) =>
        Enumerable.Range(0, 120).Select(seed => Sensible(new Inventions(new Random(seed), sparse: seed % 3 == 0).Of(type), seed));

    // What is made up by shape alone says nonsense where a name must be that of a rule, a zone or a refusal.
    static object Sensible(object record, int seed)
    {
        var preset = PresetLibrary.Shipped.All[seed % PresetLibrary.Shipped.All.Length].Preset;
        var rule = preset.Rules[seed * 7 % preset.Rules.Length];
        return record switch
        {
            RuleSet set => set with { Key = rule.Key, Value = rule.Value, Previous = set.Previous is null ? null : rule.Value },
            RuleCleared cleared => cleared with { Key = rule.Key },
            ChangeNorm norm => norm with { Key = rule.Key, Value = rule.Value },
            ReformStatutes reform => reform with { Key = rule.Key, Value = rule.Value },
            PresetAdopted adopted => adopted with { Preset = preset },
            AdoptPreset adopt => adopt with { Preset = preset },
            Founded founded => founded with { Zone = "UTC" },
            AssemblyNoticed noticed => noticed with { Calls = [new(1, Start, new(Fraction.Half))], Petition = seed % 2 == 0 ? noticed.Petition : null, Upon = seed % 4 < 2 ? noticed.Upon : null },
            BodyCreated { Name: null } body => body with { Kind = Nameless[seed % Nameless.Length] },
            CreateBody { Name: null } body => body with { Kind = Nameless[seed % Nameless.Length] },
            FirstSignatureGiven given => given with { Act = (Act)Sensible(given.Act, seed) },
            BodyDissolved => new BodyDissolved(new(2)),
            KeyRevoked => new KeyRevoked(Key),
            EffectBlocked blocked => blocked with { Reason = PostsRefusals.MustRotate.Name },
            MotionTabled { Effect: { } effect } tabled => tabled with { Effect = (Act)Sensible(effect, seed) },
            ResolutionAdopted { Effect: { } effect } adopted => adopted with { Effect = (Act)Sensible(effect, seed) },
            TableMotion { Effect: { } effect } table => table with { Effect = (Act)Sensible(effect, seed) },
            _ => record,
        };
    }

    static IEnumerable<PersonId> People(object record) => record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => property.GetValue(record)).SelectMany(value => value switch
        {
            PersonId person => [person],
            ImmutableArray<PersonId> several => several,
            _ => (IEnumerable<PersonId>)[],
        });

    static Collective Founded()
    {
        var preset = PresetLibrary.Shipped.Find("NONE")!;
        PersonId[] people = [Founder, .. Enumerable.Range(2, 9).Select(number => new PersonId(new Guid(number, 0, 0, new byte[8])))];
        var found = new Found(
            Founder, new("house"), CollectiveKind.Network, "House", "Here", "Europe/Madrid", new(12, 31), preset.Preset, preset.Hash,
            [.. people.Select(person => new Domain.Deed.Founder(person, new string('a', 43)))], true,
            [new FirstPost(new(Name, BodyId.Assembly, [Power.Convene, Power.KeepRoster, Power.KeepMinutes, Power.Represent], 1, 12), [Founder])], Key);
        var stamp = Stamp with { Authority = new Authority.OwnAffair() };
        var state = Collective.Empty.With(((Decision.Entered)Collective.Empty.Decide(found, stamp)).Entries, stamp);
        var notice = new IssueNotice(BodyId.Assembly, AssemblyKind.Weekly, new(2026, 3, 5, 12, 0), Name, [new(Name, Matter.General)]);
        return state.With(((Decision.Entered)state.Decide(notice, Stamp)).Entries, Stamp);
    }

    static AccountBook With(AccountBook book, string code) => book with { Accounts = book.Accounts.SetItem(code, new(code, AccountRole.Cash, null)) };

    static PayBook With(PayBook book, YearMonth month, IEnumerable<PersonId> contested) => book with { Runs = book.Runs.SetItem(month, new(month, null, ImmutableSortedDictionary<int, PaySlip>.Empty, Start, false, contested.Distinct().ToImmutableDictionary(person => person, _ => Name))) };

    static Collective Multiply(Collective state)
    {
        var numbers = Enumerable.Range(1, Most).ToList();
        ImmutableSortedDictionary<int, T> All<T>(Func<int, T> make) => numbers.ToImmutableSortedDictionary(number => number, make);
        var assembly = state.Assemblies.Current[1];
        var vote = new Vote(
            VoteMethod.OwnPhone, 9, 10, [], [], new(Fraction.Half, true, ThresholdBase.Present, Uncounted.Excluded, Uncounted.Excluded), new("assembly.tie", "", ""), Start,
            ImmutableDictionary<PersonId, Ballot>.Empty, ImmutableDictionary<PersonId, PersonId>.Empty);
        var motions = All(number => new Motion(new(number), 1, Founder, Name, Matter.General, null, new EffectFrom.Proclamation(), false, [], Start) { Vote = vote, Phase = MotionPhase.Voting });
        var opened = new AssemblyOpened(new(1), 1, 9, 6, state.Roster.Voters(Start));
        var open = assembly with { Phase = AssemblyPhase.Open, Opening = opened, OpenedAt = Start, Roll = [.. opened.Roll], ItemsTaken = [1], Motions = motions, Recesses = [new(new(1), Start, Name)] };
        var points = numbers.Select(number => new PointOfOrder(number, Founder, Name, 1, Start)).ToImmutableArray();
        SpeakersList Floor(int number) => SpeakersList.Empty with { Points = points, Closed = number % 2 == 0, Turns = [new(Founder, FloorList.Common, 1, Start, null, false)] };
        var minutes = new Minutes(1, Start, [Founder], [], null);
        return state with
        {
            Assemblies = state.Assemblies with
            {
                Current = All(number => open with { Id = new(number), Floor = Floor(number), Phase = number % 2 == 0 ? AssemblyPhase.InRecess : AssemblyPhase.Open }),
                Past = All(number => new PastAssembly(new(number), BodyId.Assembly, AssemblyKind.Weekly, Start, Start, 1, 2, true, 1, 9, 10, 1, 0, minutes with { ApprovedBy = number % 2 == 0 ? new ResolutionId(1) : null })),
                Petitions = All(number => new Petition(new(number), AssemblyKind.Weekly, [], Start, [PersonId.Nobody], PersonId.Nobody)),
                NextAssembly = new(Most + 1),
                Calling = state.Assemblies.Calling with
                {
                    Requests = All(number => new ItemRequest(new(number), BodyId.Assembly, new(Name, Matter.General), Start, PersonId.Nobody, [PersonId.Nobody])),
                    Universals = All(number => new Universal(new(number), AssemblyKind.Weekly, Name, [], Start, PersonId.Nobody, [PersonId.Nobody])),
                    Demands = All(number => new Demand(new(number), Name, [], Start, PersonId.Nobody, Start)),
                    NextRequest = new(Most + 1),
                    NextUniversal = new(Most + 1),
                    NextDemand = new(Most + 1),
                },
            },
            Duties = state.Duties with
            {
                Duties = All(number => new Duty(new(number), new(Name, BodyId.Assembly, Name, [new(1, new(8, 0), 60, 1, 1)]), false)),
                Turns = All(number => new Domain.Duties.Turn(new(number), new(number), Start.InUtc().Date, new(8, 0), 60, 1, Founder)),
                NextDuty = new(Most + 1),
                NextTurn = new(Most + 1),
            },
            Work = state.Work with
            {
                Workshops = All(number => new Workshop(new(number), Name, BodyId.Assembly)),
                Tasks = All(number => new WorkTask(new(number), new(number), Name)),
                Shifts = All(number => new Shift(new(number), new(Name, new(number), [new(1, new(6, 0), 480)]))),
                NextWorkshop = new(Most + 1),
                NextTask = new(Most + 1),
                NextShift = new(Most + 1),
                NextWork = new(Most + 1),
                NextAbsence = new(Most + 1),
            },
            Posts = state.Posts with
            {
                Posts = All(number => new Post(new(number), state.Posts.Posts[1].Terms, number % 5 == 0)),
                Mandates = All(number => state.Posts.Mandates[1] with { Id = new(number), Post = new(number) }),
                NextPost = new(Most + 1),
                NextMandate = new(Most + 1),
            },
            Resolutions = state.Resolutions with
            {
                All = All(number => new Resolution(
                    new(number), new(1), BodyId.Assembly, 1, Matter.General, Name, null, new EffectFrom.Registration(), Start, 1, ResolutionState.Waiting)),
            },
            Bodies = state.Bodies with { All = All(number => state.Bodies.Find(new(number)) ?? new Body(new(number), BodyKind.Sector, Name)) },
            Sanctions = state.Sanctions with
            {
                All = All(number => new Procedure(new(number), Founder, Founder, SanctionStep.Exclusion, Name, Name, Start, Start)
                {
                    Imposed = new(Start, SanctionStep.Exclusion, null, new(1), Start, false),
                    Appeal = new(Start, BodyId.Assembly, Name, Start, true),
                }),
            },
            Observations = state.Observations with { All = All(number => new Observation(new(number), BodyId.Assembly, new("assembly.tie", "", ""), Name, null, Founder, Start, 1)) },
            Pending = state.Pending with
            {
                Open = All(number => new Pending(new(number), new SetVoiceOnly(Founder, true), Founder, false, Start, Start)).RemoveRange(numbers.Where(number => number % 2 == 0)),
            },
            StatuteVersions = state.StatuteVersions,
        };
    }
}
