using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Signatures;
using Autogestion.Domain.Statutes;
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
    private readonly HashSet<int> resting = [];
    private readonly Dictionary<int, PostTerms> posts = [];
    private readonly Dictionary<BodyId, BodyKind> bodies = [];
    private readonly Dictionary<PersonId, List<(Instant From, Standing Standing, LocalDate? Until)>> people = [];
    private readonly Dictionary<int, Sitting> sittings = [];
    private readonly Dictionary<int, Adopted> resolutions = [];
    private readonly Dictionary<int, (List<PersonId> Signers, Instant? Reached)> petitions = [];
    private readonly HashSet<int> closed = [];
    private readonly HashSet<BodyId> dissolvedBodies = [];
    private readonly Dictionary<int, (PersonId First, bool Audited, Act Act, bool Contested)> pending = [];
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
        JudgeFolios(recorded.Entry);
        JudgePresence(recorded.Entry);
        JudgeVote(recorded.Entry);
        JudgeChange(recorded.Entry);
        Take(recorded.Entry);
        JudgeRules(recorded.Entry);
        JudgeSanction(recorded.Entry);
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
        if ((ended.TryGetValue(mandate, out var end) && end.At <= when) || resting.Contains(mandate)) return false;
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
        StandingOf(person, when) == Standing.Member && (body == BodyId.Assembly || IsSeated(person, body, when));

    private IEnumerable<PersonId> EntitledIn(BodyId body, Instant when) => people.Keys.Where(person => IsEntitled(person, body, when));

    /// <summary>The effect of a resolution that ran just before in the same stroke, if there was one of that kind.</summary>
    private TEffect? Cause<TEffect>()
        where TEffect : Act =>
        stroke.OfType<EffectCarriedOut>().Select(carried => resolutions[carried.Resolution.Value].Entry.Effect).OfType<TEffect>().LastOrDefault();

    // What a resolution changed is undone when it is set aside or suspended, and comes again when the suspension is lifted.
    private bool IsSetAside() => stroke.Any(entry => entry is ResolutionSetAside or ResolutionSuspended or SuspensionLifted);

    private bool IsTurned<TEffect>(Func<TEffect, bool> which)
        where TEffect : Act =>
        stroke.Select(entry => entry switch
        {
            ResolutionSetAside aside => aside.Resolution,
            ResolutionSuspended suspended => suspended.Resolution,
            SuspensionLifted lifted => lifted.Resolution,
            RatificationUndone undone => undone.Resolution,
            _ => (ResolutionId?)null,
        }).OfType<ResolutionId>().Select(id => EffectOf(id)).OfType<TEffect>().Any(which);

    // What is behind a resolution that only confirmed another.
    private Act? EffectOf(ResolutionId id) => resolutions[id.Value].Entry.Effect is Ratify ratify ? EffectOf(ratify.Resolution) : resolutions[id.Value].Entry.Effect;

    // One signature where the rules ask for no more; else two of different people, or one and the assembly.
    private bool IsSigned(Power power) => stroke.OfType<SecondSignatureGiven>().Any() || (Has(power) && !RuleOf(versions.Count - 1, Rules.TwoSignatures).Value);

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
            case FirstSignatureGiven given: pending.Add(given.Pending.Value, (now.Stamp.Actor, Has(Power.Audit), given.Act, false)); break;
            case SignatureContested contested: pending[contested.Pending.Value] = pending[contested.Pending.Value] with { Contested = true }; break;
            case FirstSignatureWithdrawn withdrawn: pending.Remove(withdrawn.Pending.Value); break;
            case FirstSignatureLapsed lapsed: pending.Remove(lapsed.Pending.Value); break;
            case BodyCreated body: bodies.Add(body.Body, body.Kind); break;
            case PostCreated post: posts.Add(post.Post.Value, post.Terms); break;
            case MandateGranted seat: seats.Add(seat.Mandate.Value, seat); break;
            case SittingMandateGranted role: roles.Add(role.Mandate.Value, role); roleSince.Add(role.Mandate.Value, At); break;
            case MandateEnded end: ended[end.Mandate.Value] = (At, end.Reason); break;
            case MandateRestored restored: ended.Remove(restored.Mandate.Value); break;
            case MandatePaused paused: resting.Add(paused.Mandate.Value); break;
            case MandateResumed resumed: resting.Remove(resumed.Mandate.Value); break;
            case PostReopened reopened: closed.Remove(reopened.Post.Value); break;
            case PostClosed post: closed.Add(post.Post.Value); break;
            case BodyDissolved dissolved: dissolvedBodies.Add(dissolved.Body); break;
            case ResolutionSuspended suspended: resolutions[suspended.Resolution.Value].Suspended = true; break;
            case SuspensionLifted lifted: resolutions[lifted.Resolution.Value].Suspended = false; break;
            case RatificationUndone undone: (resolutions[undone.Resolution.Value].Ratified, resolutions[undone.Resolution.Value].Ran) = (false, false); break;
            case Applied applied: Stand(applied.Person, Standing.Candidate); break;
            case TrialBegun trial: Stand(trial.Person, Standing.OnTrial, trial.Until); break;
            case Admitted admitted: Stand(admitted.Person, Standing.Member); highestNumber = admitted.Number; break;
            case VoiceOnlySet set: Stand(set.Person, set.VoiceOnly ? Standing.VoiceOnly : Standing.Member); break;
            case Suspended suspended: Stand(suspended.Person, Standing.Suspended, suspended.Until); break;
            case Departed departed: Stand(departed.Person, Standing.Departed); break;
            case Reinstated back: Stand(back.Person, people[back.Person].Last(change => change.Standing is Standing.Member or Standing.VoiceOnly).Standing); break;
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

        public bool Suspended { get; set; }

        public bool Ran { get; set; }
    }
}
