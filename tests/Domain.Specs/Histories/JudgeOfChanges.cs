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

/// <summary>The naive model's causes: every post, power, member and rule goes back to the deed or to a resolution that had its effect.</summary>
internal sealed partial class Judge
{
    private void JudgeChange(Entry entry)
    {
        switch (entry)
        {
            case EffectCarriedOut carried: JudgeEffect(resolutions[carried.Resolution.Value]); break;
            case MandateGranted seat: JudgeSeat(seat); break;
            case SittingMandateGranted role:
                if (role.Role == SittingRole.StandIn)
                {
                    Demand(now.Stamp.Authority is Authority.Membership, "anybody may ask who stands in, nobody chooses");
                    break;
                }
                Demand(Has(Power.Convene) || Has(Power.Chair) || stroke is [AssemblyNoticed { Petition: not null }] || Cause<NameSittingOfficer>()?.Person == role.Person, "a role is given by who convenes, chairs or called, or by the sitting");
                Demand(!(Has(Power.Convene) && sittings[role.Assembly.Value] is { Notice.Petition: not null } petitioned && CalledByMembers(petitioned)), "petitioners keep their sitting");
                Demand(StandingOf(role.Person) is Standing.Member or Standing.VoiceOnly, "who serves may be in the room");
                break;
            case MandateEnded end: JudgeEnd(end); break;
            case MandateRestored restored:
                var back = seats[restored.Mandate.Value];
                Demand(IsTurned<RecallMandate>(recall => recall.Mandate == restored.Mandate) || IsTurned<ClosePost>(close => close.Post == back.Post), "a mandate comes back when what ended it falls");
                Demand(back.Until > At && !closed.Contains(back.Post.Value) && StandingOf(back.Person) is Standing.Member or Standing.VoiceOnly or Standing.Suspended, "for the rest of its term, in an open post, to a member");
                var others = seats.Values.Where(other => other.Mandate != back.Mandate && other.From < back.Until && EndOf(other) > At).ToArray();
                Demand(others.Count(other => other.Post == back.Post) < posts[back.Post.Value].Seats && others.All(other => other.Post != back.Post || other.Person != back.Person), "who took the seat meanwhile keeps it");
                break;
            case MandatePaused paused: Demand(IsTurned<GrantMandate>(grant => grant.Person == HolderOf(paused.Mandate.Value)) || IsTurned<FillPost>(fill => fill.Post == seats[paused.Mandate.Value].Post) || IsTurned<CreatePost>(create => create.Id == seats[paused.Mandate.Value].Post), "a mandate rests when what gave it is suspended"); break;
            case MandateResumed: Demand(stroke.OfType<SuspensionLifted>().Any(), "a mandate goes on when the suspension is lifted"); break;
            case PostReopened reopened: Demand(closed.Contains(reopened.Post.Value) && IsTurned<ClosePost>(close => close.Post == reopened.Post), "a post opens again when what closed it falls"); break;
            case BodyDissolved dissolved: Demand(!dissolvedBodies.Contains(dissolved.Body) && IsTurned<CreateBody>(create => create.Id == dissolved.Body), "a body is dissolved when what made it falls"); break;
            case ResolutionSuspended suspended: Demand(!resolutions[suspended.Resolution.Value].SetAside && (Cause<SuspendResolution>()?.Resolution == suspended.Resolution || IsSigned(Power.Represent) || IsSigned(Power.Audit)), "resolutions are suspended by a later one or by an order"); break;
            case SuspensionLifted lifted: Demand(resolutions[lifted.Resolution.Value].Suspended && (Cause<LiftSuspension>()?.Resolution == lifted.Resolution || IsSigned(Power.Represent) || IsSigned(Power.Audit) || IsSetAside()), "a suspension is lifted by a later resolution or by an order"); break;
            case SecondSignatureGiven second:
                var first = pending[second.Pending.Value];
                if (second.By is { } by)
                {
                    Demand(Cause<GiveSecondSignature>()?.Pending == second.Pending && bodies[resolutions[by.Value].Entry.Body] == BodyKind.Assembly, "only the assembly signs by resolution");
                    break;
                }
                Demand(now.Stamp.Actor != first.First && now.Stamp.Actor != ((ITakesTwo)first.Act).About && !first.Contested, "two people sign, neither of them whom it is about, and nobody signs what was contested");
                Demand(first.Audited || Has(Power.Audit) || !LiveSeats(At).Any(seat => seat.Powers.Contains(Power.Audit) && seat.Person != first.First && seat.Person != ((ITakesTwo)first.Act).About && StandingOf(seat.Person) is Standing.Member or Standing.VoiceOnly), "one of the two audits");
                break;
            case AssemblyLeftOpen left:
                var late = sittings[left.Assembly.Value];
                Demand(now.Stamp.Actor == PersonId.Nobody && RuleOf(late.Notice.StatutesVersion, Rules.LeftOpenHours).Value > 0, "the rules close what was left open");
                break;
            case PostCreated post: Demand(IsFounding() || Cause<CreatePost>()?.Terms == post.Terms, "posts are made by resolution"); break;
            case PostClosed: Demand(Cause<ClosePost>() is not null || IsSetAside(), "posts are closed by resolution"); break;
            case BodyCreated: Demand(IsFounding() || Cause<CreateBody>() is not null, "bodies are made by resolution"); break;
            case Admitted admitted:
                Demand(IsFounding() || Cause<Admit>()?.Person == admitted.Person, "members are admitted by resolution");
                Demand(admitted.Number == highestNumber + 1, "a number is never given twice");
                break;
            case Suspended suspended: Demand(Cause<Suspend>()?.Person == suspended.Person || Cause<Domain.Sanctions.SuspendMember>()?.Person == suspended.Person || IsTurned<Suspend>(suspend => suspend.Person == suspended.Person), "suspensions are resolved"); break;
            case Departed { Reason: DepartureReason.Exclusion } excluded:
                Demand(stroke.Any(other => other is Domain.Sanctions.SanctionImposed { Step: Domain.Sanctions.SanctionStep.Exclusion, AtOnce: true } imposed && imposed.Person == excluded.Person)
                    || stroke.Any(other => other is Domain.Sanctions.SanctionTookEffect effect && effect.Person == excluded.Person), "who is excluded has had a procedure");
                break;
            case Departed departed: Demand(departed.Person == now.Stamp.Actor || IsSigned(Power.KeepRoster) || (departed.Reason == DepartureReason.ApplicationWithdrawn && Has(Power.KeepRoster)) || IsSetAside(), "one leaves oneself, or dies, or was never admitted"); break;
            case VoiceOnlySet: Demand(IsSigned(Power.KeepRoster) || IsSetAside(), "rights are cut by who keeps the roster"); break;
            case PresetAdopted: Demand(IsFounding() || Cause<AdoptPreset>() is not null || IsTurned<AdoptPreset>(_ => true) || IsSigned(Power.Audit) || IsSigned(Power.Represent), "law is adopted or recorded"); break;
            case KeyAuthorised or KeyRevoked: Demand(IsFounding() || Cause<AuthoriseKey>() is not null, "keys are let in by resolution"); break;
            case CollectiveAdmitted: Demand(Cause<AdmitCollective>() is not null, "collectives are admitted by resolution"); break;
            case LetterWritten { Content: LetterContent.MembershipRequest }: Demand(Cause<RequestMembership>() is not null, "networks are asked by resolution"); break;
            case ResolutionRatified ratified:
                Demand(Cause<Ratify>()?.Resolution == ratified.Resolution, "what waits is ratified by resolution");
                var formal = sittings[resolutions[ratified.By.Value].Entry.Assembly.Value].Notice.Kind is not (AssemblyKind.Weekly or AssemblyKind.Shift);
                Demand(formal || resolutions[ratified.By.Value].Ratified || !RuleOf(sittings[resolutions[ratified.By.Value].Entry.Assembly.Value].Notice.StatutesVersion, Rules.Reserved(resolutions[ratified.Resolution.Value].Entry.Matter)).Value, "by a formal assembly");
                break;
            case ResolutionSetAside: Demand(Cause<SetAside>() is not null || IsSigned(Power.Represent) || IsSigned(Power.Audit), "resolutions are set aside by a later one or by an order"); break;
        }
    }

    private bool CalledByMembers(Sitting sitting) => bookOfCalls.Contains(sitting.Notice.Assembly);

    private readonly HashSet<AssemblyId> bookOfCalls = [];

    private void JudgeEffect(Adopted resolution)
    {
        Demand(!resolution.SetAside && !resolution.Suspended, "what was set aside or rests has no effect");
        Demand(!resolution.Entry.ToRatify || resolution.Ratified, "what is to be ratified waits");
        Demand(!resolution.Ran, "an effect takes place once");
        Demand(resolution.Entry.From switch
        {
            EffectFrom.Date date => Today >= date.Day,
            EffectFrom.Registration => resolution.Registered,
            EffectFrom.AppealLapsed => At > resolution.At,
            _ => true,
        }, "an effect waits for its time");
    }

    private void JudgeSeat(MandateGranted seat)
    {
        var terms = posts[seat.Post.Value];
        Demand(IsFounding() ? seat.Resolution is null : (Cause<GrantMandate>() is { } grant && (grant.Post, grant.Person) == (seat.Post, seat.Person)
            && resolutions[seat.Resolution!.Value.Value].Entry.Effect is GrantMandate)
            || (resolutions[seat.Resolution!.Value.Value].Entry.Effect is FillPost fill && fill.Post == seat.Post && fill.Elected!.Value.Contains(seat.Person) && Cause<FillPost>() is not null), "a seat comes from the deed or from an election");
        Demand(seat.Powers.SequenceEqual(terms.Powers) && seat.From >= At, "a seat gives what the post gives, from now on");
        Demand(seat.Until == Zone.AtStartOfDay(seat.From.InZone(Zone).Date.PlusMonths(terms.TermMonths)).ToInstant(), "a seat lasts one term");
        Demand(StandingOf(seat.Person) == Standing.Member || IsFounding(), "who is elected has a vote");
        var overlapping = seats.Values.Where(other => other.From < seat.Until && EndOf(other) > seat.From).ToArray();
        Demand(overlapping.Count(other => other.Post == seat.Post) < terms.Seats, "there are no more holders than seats");
        var mine = overlapping.Where(other => other.Person == seat.Person).ToArray();
        Demand(mine.All(other => other.Post != seat.Post), "nobody holds two seats of a post");
        Demand(mine.All(other => terms.IncompatibleWith?.Contains(other.Post) != true && posts[other.Post.Value].IncompatibleWith?.Contains(seat.Post) != true), "incompatible posts stay apart");
        Demand(mine.All(other => !(Audits(terms) && Runs(posts[other.Post.Value])) && !(Runs(terms) && Audits(posts[other.Post.Value]))), "who audits runs nothing");
        if (terms.MostConsecutive is { } most) Demand(InARow(seat, Math.Max(1, terms.LeastGapMonths)) < most, "one rests after so many terms in a row");
    }

    private Instant EndOf(MandateGranted seat) => ended.TryGetValue(seat.Mandate.Value, out var end) && end.At < seat.Until ? end.At : seat.Until;

    private static bool Audits(PostTerms terms) => terms.Powers.Contains(Power.Audit);

    private bool Runs(PostTerms terms) => bodies[terms.Body] == BodyKind.Council || terms.Powers.Any(power => power is Power.Convene or Power.KeepRoster or Power.Represent);

    private int InARow(MandateGranted seat, int gap)
    {
        var count = 0;
        var next = seat.From.InZone(Zone).Date;
        foreach (var earlier in seats.Values.Where(other => other.Post == seat.Post && other.Person == seat.Person && other.From < seat.From).OrderByDescending(other => other.Mandate.Value))
        {
            if (EndOf(earlier).InZone(Zone).Date.PlusMonths(gap) <= next) break;
            count++;
            next = earlier.From.InZone(Zone).Date;
        }
        return count;
    }

    private void JudgeEnd(MandateEnded end)
    {
        var seat = seats.GetValueOrDefault(end.Mandate.Value);
        Demand(!ended.ContainsKey(end.Mandate.Value), "a mandate ends once");
        Demand(end.Reason switch
        {
            MandateEnd.Term => seat is not null && seat.Until <= At,
            MandateEnd.Resignation => HolderOf(end.Mandate.Value) == now.Stamp.Actor,
            MandateEnd.Departure => stroke.OfType<Departed>().Any(departed => departed.Person == HolderOf(end.Mandate.Value)),
            MandateEnd.Recall => Cause<RecallMandate>()?.Mandate == end.Mandate || IsTurned<RecallMandate>(recall => recall.Mandate == end.Mandate),
            MandateEnd.SetAside => stroke.OfType<ResolutionSetAside>().Any(aside => aside.Resolution == seat?.Resolution) || stroke.OfType<RatificationUndone>().Any(undone => undone.Resolution == seat?.Resolution),
            MandateEnd.PostClosed => Cause<ClosePost>()?.Post == seat?.Post || IsSetAside(),
            _ => seat is null,
        }, "a mandate ends for its reason");
    }
}
