using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Network;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
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
                Demand(Has(Power.Convene) || Has(Power.Chair) || stroke is [AssemblyNoticed { Petition: not null }] || Cause<NameSittingOfficer>()?.Person == role.Person, "a role is given by who convenes, chairs or called, or by the sitting");
                Demand(!(Has(Power.Convene) && sittings[role.Assembly.Value] is { Notice.Petition: not null } petitioned && CalledByMembers(petitioned)), "petitioners keep their sitting");
                Demand(StandingOf(role.Person) is Standing.Member or Standing.VoiceOnly, "who serves may be in the room");
                break;
            case MandateEnded end: JudgeEnd(end); break;
            case PostCreated post: Demand(IsFounding() || Cause<CreatePost>()?.Terms == post.Terms, "posts are made by resolution"); break;
            case PostClosed: Demand(Cause<ClosePost>() is not null || IsSetAside(), "posts are closed by resolution"); break;
            case BodyCreated: Demand(IsFounding() || Cause<CreateBody>() is not null, "bodies are made by resolution"); break;
            case Admitted admitted:
                Demand(IsFounding() || Cause<Admit>()?.Person == admitted.Person, "members are admitted by resolution");
                Demand(admitted.Number == highestNumber + 1, "a number is never given twice");
                break;
            case Suspended suspended: Demand(Cause<Suspend>()?.Person == suspended.Person, "suspensions are resolved"); break;
            case Departed departed: Demand(departed.Person == now.Stamp.Actor || Has(Power.KeepRoster) || IsSetAside(), "one leaves oneself, or dies, or was never admitted"); break;
            case VoiceOnlySet: Demand(Has(Power.KeepRoster) || IsSetAside(), "rights are cut by who keeps the roster"); break;
            case PresetAdopted: Demand(IsFounding() || Cause<AdoptPreset>() is not null || Has(Power.Audit) || Has(Power.Represent), "law is adopted or recorded"); break;
            case KeyAuthorised or KeyRevoked: Demand(IsFounding() || Cause<AuthoriseKey>() is not null, "keys are let in by resolution"); break;
            case CollectiveAdmitted: Demand(Cause<AdmitCollective>() is not null, "collectives are admitted by resolution"); break;
            case LetterWritten { Content: LetterContent.MembershipRequest }: Demand(Cause<RequestMembership>() is not null, "networks are asked by resolution"); break;
            case ResolutionRatified ratified:
                Demand(Cause<Ratify>()?.Resolution == ratified.Resolution, "what waits is ratified by resolution");
                var formal = sittings[resolutions[ratified.By.Value].Entry.Assembly.Value].Notice.Kind is not (AssemblyKind.Weekly or AssemblyKind.Shift);
                Demand(formal || resolutions[ratified.By.Value].Ratified || !RuleOf(sittings[resolutions[ratified.By.Value].Entry.Assembly.Value].Notice.StatutesVersion, Rules.Reserved(resolutions[ratified.Resolution.Value].Entry.Matter)).Value, "by a formal assembly");
                break;
            case ResolutionSetAside: Demand(Cause<SetAside>() is not null || Has(Power.Represent) || Has(Power.Audit), "resolutions are set aside by a later one or by an order"); break;
        }
    }

    private bool CalledByMembers(Sitting sitting) => bookOfCalls.Contains(sitting.Notice.Assembly);

    private readonly HashSet<AssemblyId> bookOfCalls = [];

    private void JudgeEffect(Adopted resolution)
    {
        Demand(!resolution.SetAside, "what was set aside has no effect");
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
        Demand(IsFounding() ? seat.Resolution is null : Cause<GrantMandate>() is { } grant && (grant.Post, grant.Person) == (seat.Post, seat.Person)
            && resolutions[seat.Resolution!.Value.Value].Entry.Effect is GrantMandate, "a seat comes from the deed or from an election");
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
            MandateEnd.Recall => Cause<RecallMandate>()?.Mandate == end.Mandate,
            MandateEnd.SetAside => stroke.OfType<ResolutionSetAside>().Any(aside => aside.Resolution == seat?.Resolution),
            MandateEnd.PostClosed => Cause<ClosePost>()?.Post == seat?.Post || IsSetAside(),
            _ => seat is null,
        }, "a mandate ends for its reason");
    }
}
