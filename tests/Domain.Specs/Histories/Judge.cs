using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>
/// A second, naive model: reads a book entry by entry, knows nothing but what stands there, and adds everything up again
/// the long way. Whatever it cannot derive is a fault of the rules. It shares no arithmetic with them.
/// </summary>
internal sealed partial class Judge
{
    private readonly Dictionary<int, MandateGranted> seats = [];
    private readonly Dictionary<int, SittingMandateGranted> roles = [];
    private readonly Dictionary<int, (Instant At, MandateEnd Reason)> ended = [];
    private readonly Dictionary<int, Instant> roleSince = [];
    private readonly Dictionary<int, PostTerms> posts = [];
    private readonly Dictionary<BodyId, BodyKind> bodies = [];
    private readonly Dictionary<PersonId, List<(Instant From, Standing Standing, LocalDate? Until)>> people = [];
    private readonly Dictionary<int, Sitting> sittings = [];
    private readonly Dictionary<int, Adopted> resolutions = [];
    private readonly Dictionary<int, (List<PersonId> Signers, Instant? Reached)> petitions = [];
    private readonly List<Entry> stroke = [];
    private Recorded now = null!;
    private int highestNumber;

    private Instant At => now.Stamp.Entered;

    private LocalDate Today => At.InZone(Zone).Date;

    /// <summary>Reads a whole book; throws at the first entry that should not be there.</summary>
    public static void Read(IEnumerable<Recorded> book)
    {
        var judge = new Judge();
        foreach (var recorded in book) judge.Read(recorded);
    }

    private void Read(Recorded recorded)
    {
        if (now is not null)
        {
            Demand(recorded.Position == now.Position + 1, "positions follow one another");
            Demand(recorded.Stamp.Entered >= now.Stamp.Entered, "time does not go back");
        }
        var first = now is null || now.Stamp.Act != recorded.Stamp.Act;
        now = recorded;
        if (first)
        {
            JudgeRanges();
            JudgeLeavers();
            stroke.Clear();
            if (recorded.Entry is not Domain.Deed.Founded) JudgeAuthority(recorded.Stamp);
        }
        JudgeRoom(recorded.Entry);
        JudgeVote(recorded.Entry);
        JudgeChange(recorded.Entry);
        Take(recorded.Entry);
        JudgeRules(recorded.Entry);
        stroke.Add(recorded.Entry);
    }

    private void Demand(bool holds, string law)
    {
        if (!holds) throw new Xunit.Sdk.XunitException($"At position {now.Position}, {now.Entry}: not so that {law}.");
    }

    // One source, cited by somebody who has it at that moment: a live mandate of one's own, a vote, the desk.
    private void JudgeAuthority(Stamp stamp)
    {
        switch (stamp.Authority)
        {
            case Authority.Mandate mandate:
                Demand(IsLive(mandate.Id.Value, At), "the mandate cited is live");
                Demand(HolderOf(mandate.Id.Value) == stamp.Actor, "the mandate cited is the actor's");
                Demand(StandingOf(stamp.Actor) is Standing.Member or Standing.VoiceOnly, "who uses a mandate is a member and not suspended");
                break;
            case Authority.Membership:
                Demand(StandingOf(stamp.Actor) == Standing.Member, "who cites membership has a vote");
                break;
            case Authority.Letter or Authority.RuleDue:
                Demand(stamp.Actor == PersonId.Nobody, "only the desk enters what nobody asked for");
                break;
            case Authority.Resolution:
                Demand(false, "nobody cites a resolution");
                break;
        }
    }

    // Whoever left in the last stroke has nothing left, also nothing that was to begin.
    private void JudgeLeavers()
    {
        foreach (var left in stroke.OfType<Departed>().Select(departed => departed.Person))
            Demand(seats.Values.All(seat => seat.Person != left || EndOf(seat) <= At) && roles.All(role => role.Value.Person != left || ended.ContainsKey(role.Key)), "who leaves leaves every mandate");
    }

    private bool Has(Power power) => now.Stamp.Authority is Authority.Mandate mandate
        && (seats.TryGetValue(mandate.Id.Value, out var seat) ? seat.Powers : PostBoard.PowersOf(roles[mandate.Id.Value].Role)).Contains(power);

    private bool IsLive(int mandate, Instant when)
    {
        if (ended.TryGetValue(mandate, out var end) && end.At <= when) return false;
        return seats.TryGetValue(mandate, out var seat) ? seat.From <= when && when < seat.Until : roles.ContainsKey(mandate);
    }

    private PersonId HolderOf(int mandate) => seats.TryGetValue(mandate, out var seat) ? seat.Person : roles[mandate].Person;

    private IEnumerable<MandateGranted> LiveSeats(Instant when) => seats.Values.Where(seat => IsLive(seat.Mandate.Value, when));

    private Standing? StandingOf(PersonId person, Instant? when = null)
    {
        var moment = when ?? At;
        if (!people.TryGetValue(person, out var changes)) return null;
        Standing? standing = null;
        Standing? before = null;
        foreach (var change in changes.Where(change => change.From <= moment))
        {
            if (change.Standing == Standing.Suspended && change.Until < moment.InZone(Zone).Date) continue;
            if (change.Standing != Standing.Suspended) before = change.Standing;
            standing = change.Standing == Standing.Suspended ? Standing.Suspended : before;
        }
        return standing;
    }

    private bool IsEntitled(PersonId person, BodyId body, Instant when) =>
        StandingOf(person, when) == Standing.Member && (body == BodyId.Assembly || LiveSeats(when).Any(seat => seat.Person == person && posts[seat.Post.Value].Body == body));

    private IEnumerable<PersonId> EntitledIn(BodyId body, Instant when) => people.Keys.Where(person => IsEntitled(person, body, when));

    /// <summary>The effect of a resolution that ran just before in the same stroke, if there was one of that kind.</summary>
    private TEffect? Cause<TEffect>()
        where TEffect : Act =>
        stroke.OfType<EffectCarriedOut>().Select(carried => resolutions[carried.Resolution.Value].Entry.Effect).OfType<TEffect>().LastOrDefault();

    private bool IsSetAside() => stroke.OfType<ResolutionSetAside>().Any();

    private bool IsFounding() => stroke.OfType<Founded>().Any();

    // Simple memory: what each entry says, taken down.
    private void Take(Entry entry)
    {
        void Stand(PersonId person, Standing standing, LocalDate? until = null)
        {
            if (entry is Applied || !people.ContainsKey(person)) people[person] = [];
            people[person].Add((At, standing, until));
        }

        switch (entry)
        {
            case BodyCreated body: bodies.Add(body.Body, body.Kind); break;
            case PostCreated post: posts.Add(post.Post.Value, post.Terms); break;
            case MandateGranted seat: seats.Add(seat.Mandate.Value, seat); break;
            case SittingMandateGranted role: roles.Add(role.Mandate.Value, role); roleSince.Add(role.Mandate.Value, At); break;
            case MandateEnded end: ended[end.Mandate.Value] = (At, end.Reason); break;
            case Applied applied: Stand(applied.Person, Standing.Candidate); break;
            case TrialBegun trial: Stand(trial.Person, Standing.OnTrial, trial.Until); break;
            case Admitted admitted: Stand(admitted.Person, Standing.Member); highestNumber = admitted.Number; break;
            case VoiceOnlySet set: Stand(set.Person, set.VoiceOnly ? Standing.VoiceOnly : Standing.Member); break;
            case Suspended suspended: Stand(suspended.Person, Standing.Suspended, suspended.Until); break;
            case Departed departed: Stand(departed.Person, Standing.Departed); break;
            case AssemblyPetitioned petition: petitions.Add(petition.Petition.Value, ([now.Stamp.Actor], null)); break;
            case PetitionSigned signed: petitions[signed.Petition.Value].Signers.Add(now.Stamp.Actor); break;
            case AssemblyNoticed { Petition: not null } noticed when now.Stamp.Authority is Authority.Membership: bookOfCalls.Add(noticed.Assembly); break;
            case PetitionReached reached: petitions[reached.Petition.Value] = (petitions[reached.Petition.Value].Signers, At); break;
            case ResolutionAdopted adopted: resolutions.Add(adopted.Resolution.Value, new(adopted, At)); break;
            case ResolutionRatified ratified: resolutions[ratified.Resolution.Value].Ratified = true; break;
            case ResolutionRegistered registered: resolutions[registered.Resolution.Value].Registered = true; break;
            case ResolutionSetAside aside: resolutions[aside.Resolution.Value].SetAside = true; break;
            case EffectCarriedOut carried: resolutions[carried.Resolution.Value].Ran = true; break;
        }
    }

    private sealed class Adopted(ResolutionAdopted entry, Instant at)
    {
        public ResolutionAdopted Entry { get; } = entry;

        public Instant At { get; } = at;

        public bool Ratified { get; set; }

        public bool Registered { get; set; }

        public bool SetAside { get; set; }

        public bool Ran { get; set; }
    }
}
