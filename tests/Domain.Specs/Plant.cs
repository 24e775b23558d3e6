using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Specs;

/// <summary>
/// A collective under test: given entries, when an act, then entries or a refusal. Time moves only when told to.
/// Acts are asked with the authority the person has, unless one is named.
/// </summary>
internal sealed class Plant
{
    public static readonly CollectiveId Id = new("plant");
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Argentina/Buenos_Aires"];

    private Plant(Collective state, Instant now)
    {
        State = state;
        Now = now;
    }

    public Collective State { get; private set; }

    public Instant Now { get; set; }

    /// <summary>Every entry so far, with its stamp.</summary>
    public List<Recorded> Book { get; } = [];

    public LocalDateTime Local => Now.InZone(Zone).LocalDateTime;

    /// <summary>A founded collective. Person 1 convenes (post 1), person 2 keeps the roster (post 2), person 3 audits (post 3).</summary>
    public static Plant Founded(int people = 10, Preset? preset = null, bool withCouncil = false)
    {
        var plant = new Plant(Collective.Empty, Instant.FromUtc(2024, 3, 4, 12, 0));
        plant.Enter(Person(1), Deed(people, preset, withCouncil), new Authority.OwnAffair());
        return plant;
    }

    public static Plant Unfounded() => new(Collective.Empty, Instant.FromUtc(2024, 3, 4, 12, 0));

    public static Found Deed(int people = 10, Preset? preset = null, bool withCouncil = false) => new(
        Person(1), Id, CollectiveKind.Enterprise, "Planta de prueba", "Ciudad Inventada", Zone.Id, new(12, 31), preset ?? House.Preset(), "hash",
        [.. Enumerable.Range(1, people).Select(number => new Founder(Person(number), Commitment(number)))],
        withCouncil,
        [
            new(new(Words("Coordinación"), BodyId.Assembly, [Power.Convene, Power.KeepMinutes], 1, 12), [Person(1)]),
            new(new(Words("Padrón"), BodyId.Assembly, [Power.KeepRoster, Power.Represent], 1, 12), [Person(2)]),
            .. people > 2 ? new FirstPost[] { new(new(Words("Sindicatura"), BodyId.Assembly, [Power.Audit], 1, 12), [Person(3)]) } : [],
        ],
        "plant+0011aabb+AQIDBAUGBwg=");

    /// <summary>The day of the founding.</summary>
    public static readonly LocalDate FirstDay = new(2024, 3, 4);

    public static PersonId Person(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    public static Text Words(string words) => new(new Guid(words.GetHashCode(StringComparison.Ordinal), 1, 0, new byte[8]), "hash-of-words", Retention.Legal);

    public static string Commitment(int number) => number.ToString("D43", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Asks and expects it to be entered; gives back what was entered.</summary>
    public ImmutableArray<Entry> Enter(PersonId actor, Act act, Authority? authority = null) => Ask(actor, act, authority) switch
    {
        Decision.Entered entered => entered.Entries,
        Decision.Refused refused => throw new Xunit.Sdk.XunitException($"{act.GetType().Name} was refused: {refused.Refusal.Code}"),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Asks and expects a refusal; gives it back. The state must not have changed.</summary>
    public Refusal Refused(PersonId actor, Act act, Authority? authority = null)
    {
        var before = State;
        var decision = Ask(actor, act, authority);
        var refused = Assert.IsType<Decision.Refused>(decision);
        Assert.Same(before, State);
        return refused.Refusal;
    }

    public Decision Ask(PersonId actor, Act act, Authority? authority = null)
    {
        var stamp = new Stamp(Guid.NewGuid(), actor, authority ?? Authorities.For(act, actor, Now, State) ?? new Authority.Membership(), Now);
        var decision = State.Decide(act, stamp);
        if (decision is Decision.Entered entered)
            foreach (var entry in entered.Entries)
            {
                var recorded = new Recorded(State.Position + 1, stamp, entry);
                Book.Add(recorded);
                State = Collective.Evolve(State, recorded);
            }
        return decision;
    }

    /// <summary>Holds a weekly assembly of everybody that carries one effect, and closes it; gives back what its proclamation entered.</summary>
    public ImmutableArray<Entry> Resolve(Act effect, EffectFrom? from = null)
    {
        var id = OpenAssembly(Voters, Effects.MatterOf(effect, State));
        var method = State.Statutes.Rule(Rules.Secret(Effects.MatterOf(effect, State))).Value.Value ? VoteMethod.Paper : VoteMethod.ShowOfHands;
        var item = Sitting(id).Agenda.Length;
        var motion = Table(id, item, effect, null, from);
        var entries = VoteAndProclaim(id, item, motion, Voters.Length - 1, method: method);
        Enter(Person(1), new CloseAssembly(id));
        return entries;
    }

    /// <summary>The same for an effect that cannot run: why it is blocked.</summary>
    public Refusal Blocked(Act effect) => new RefusalCode(Resolve(effect).OfType<EffectBlocked>().Single().Reason);

    /// <summary>Numbers of the people who have voice and vote now.</summary>
    public ImmutableArray<int> Voters => [.. State.Roster.Voters(Now).Select(Number)];

    public static int Number(PersonId person) => BitConverter.ToInt32(person.Value.ToByteArray(), 0);

    /// <summary>A sitting under way.</summary>
    public Assembly Sitting(AssemblyId id) => State.Assemblies.Find(id)!;

    /// <summary>The live mandate of a person that gives a power.</summary>
    public Authority Citing(int person, Power power) => new Authority.Mandate(State.Posts.Giving(power, Person(person), Now)!.Id);

    /// <summary>Makes a sector whose holders convene in it and keep a list; gives back its number.</summary>
    public BodyId Sector(params int[] holders)
    {
        var body = Resolve(new CreateBody(BodyKind.Sector, Words("Hornos"))).OfType<BodyCreated>().Single().Body;
        var post = Resolve(new CreatePost(new(Words("Enlace"), body, [Power.Convene, Power.KeepRoster], holders.Length, 12))).OfType<PostCreated>().Single().Post;
        foreach (var holder in holders) Resolve(new GrantMandate(post, Person(holder)));
        return body;
    }

    /// <summary>Elects people to a new post of the council (body 2), without powers of its own.</summary>
    public void Council(params int[] holders)
    {
        var post = Resolve(new CreatePost(new(Words("Vocalía"), new(2), [], holders.Length, 12))).OfType<PostCreated>().Single().Post;
        foreach (var holder in holders) Resolve(new GrantMandate(post, Person(holder)));
    }

    /// <summary>Notices and opens a session of a body with these people in the room; 1 chairs, 2 keeps the list.</summary>
    public AssemblyId OpenSession(BodyId body, IEnumerable<int> present, params Matter[] agenda)
    {
        var entries = Enter(Person(1), new IssueNotice(body, AssemblyKind.Session, Local.PlusDays(2), Words("Oficina"), [.. agenda.Select(matter => new AgendaDraft(Words($"{matter}"), matter))]));
        var id = entries.OfType<AssemblyNoticed>().Single().Assembly;
        NameOfficers(id);
        OpenNoticed(id, present);
        return id;
    }

    public ImmutableArray<Entry> DeskEntersDue() => Enter(PersonId.Nobody, new EnterDue(), new Authority.RuleDue());

    /// <summary>Notices a weekly assembly, names its officers (1 chairs, 2 secretary, 3 and 4 tellers, 5 signs), and opens it with these people in the room.</summary>
    public AssemblyId OpenAssembly(IEnumerable<int> present, params Matter[] agenda) => OpenAssembly(present, AssemblyKind.Weekly, agenda);

    public AssemblyId OpenAssembly(IEnumerable<int> present, AssemblyKind kind, params Matter[] agenda)
    {
        var id = Notice(kind, kind is AssemblyKind.Ordinary or AssemblyKind.Extraordinary ? 20 : 2, agenda);
        OpenNoticed(id, present);
        return id;
    }

    /// <summary>Goes to the hour of the first call, lets these people in by their own phones, and opens.</summary>
    public void OpenNoticed(AssemblyId id, IEnumerable<int> present)
    {
        Now = State.Assemblies.Find(id)!.Calls[0].At;
        foreach (var number in present) Enter(Person(number), new CheckIn(id, Person(number)));
        var chair = State.Posts.Officers(id).Single(officer => officer.Role == SittingRole.Chair).Person;
        Enter(chair, new DeclareCall(id, 1));
    }

    public AssemblyId Notice(AssemblyKind kind, int inDays, params Matter[] agenda)
    {
        var entries = Enter(Person(1), new IssueNotice(BodyId.Assembly, kind, Local.PlusDays(inDays), Words("Nave 1"), [.. agenda.Select(matter => new AgendaDraft(Words($"{matter}"), matter))]));
        var id = entries.OfType<AssemblyNoticed>().Single().Assembly;
        NameOfficers(id);
        return id;
    }

    /// <summary>A member petitions, whoever convenes lets the time pass, and the member calls the assembly and chairs it.</summary>
    public AssemblyId CalledByPetition(int member, params Matter[] agenda)
    {
        ImmutableArray<AgendaDraft> drafts = [.. (agenda.Length > 0 ? agenda : [Matter.General]).Select(matter => new AgendaDraft(Words($"{matter}"), matter))];
        var petition = Enter(Person(member), new PetitionAssembly(AssemblyKind.Weekly, drafts)).OfType<AssemblyPetitioned>().Single().Petition;
        Now += Duration.FromDays(9);
        return Enter(Person(member), new IssuePetitionedNotice(petition, Local.PlusDays(2), Words("Vereda"))).OfType<AssemblyNoticed>().Single().Assembly;
    }

    /// <summary>1 chairs, 2 secretary, 3 and 4 tellers, 5 signs.</summary>
    public void NameOfficers(AssemblyId id)
    {
        Enter(Person(1), new NameSittingOfficer(id, SittingRole.Chair, Person(1)));
        Enter(Person(1), new NameSittingOfficer(id, SittingRole.Secretary, Person(2)));
        if (State.Roster.People.Count >= 5)
        {
            Enter(Person(1), new NameSittingOfficer(id, SittingRole.Teller, Person(3)));
            Enter(Person(1), new NameSittingOfficer(id, SittingRole.Teller, Person(4)));
            Enter(Person(1), new NameSittingOfficer(id, SittingRole.Signer, Person(5)));
        }
    }

    /// <summary>Takes the item, tables a motion, votes by hands with these numbers and proclaims.</summary>
    public ImmutableArray<Entry> Carry(AssemblyId id, int item, Act? effect, int inFavour, int against = 0, int abstain = 0, PersonId? mover = null, EffectFrom? from = null)
    {
        var motion = Table(id, item, effect, mover, from);
        return VoteAndProclaim(id, item, motion, inFavour, against, abstain);
    }

    public MotionId Table(AssemblyId id, int item, Act? effect, PersonId? mover = null, EffectFrom? from = null, bool asConsequence = false) =>
        Enter(mover ?? Person(1), new TableMotion(id, item, Words("moción"), effect, from, asConsequence)).OfType<MotionTabled>().Single().Motion;

    public void OpenVote(AssemblyId id, int item, MotionId motion, VoteMethod method)
    {
        if (State.Assemblies.Find(id)!.CurrentItem != item) Enter(Person(1), new TakeItem(id, item));
        Enter(Person(1), new OpenVote(id, motion, method, State.AsOf(State.Assemblies.Find(id)!, Now).Heads));
    }

    public ImmutableArray<Entry> VoteAndProclaim(AssemblyId id, int item, MotionId motion, int inFavour, int against = 0, int abstain = 0, VoteMethod method = VoteMethod.ShowOfHands)
    {
        OpenVote(id, item, motion, method);
        // Where the auditor among the tellers has an interest, somebody else counts.
        var recused = Effects.Recused(Sitting(id).Find(motion), State, Now);
        var second = recused.Contains(Person(3)) ? Person(5) : Person(3);
        if (second == Person(5)) Enter(Person(1), new NameSittingOfficer(id, SittingRole.Teller, second));
        Enter(second, new EnterCount(id, motion, inFavour, against, abstain, 0, [second, Person(4)]));
        return Enter(Person(1), new ProclaimResult(id, motion));
    }
}
