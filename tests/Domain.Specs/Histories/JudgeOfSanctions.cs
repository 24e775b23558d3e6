using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Audit;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>
/// The naive model's sanctions: an exclusion has its charge, hearing, report, appeal and yearly cap; nobody involved decides;
/// nobody is silenced by those whom he or she audits.
/// </summary>
internal sealed partial class Judge
{
    private readonly Dictionary<int, Case> cases = [];
    private readonly Dictionary<int, ObservationWritten> observations = [];
    private readonly HashSet<int> answered = [];
    private readonly Dictionary<BodyId, HashSet<PersonId>> rolls = [];
    private Instant foundedAt;

    private sealed class Case(ChargeLaid charge, Instant at)
    {
        public ChargeLaid Charge { get; } = charge;

        public Instant At { get; } = at;

        public PersonId? Investigator { get; set; }

        public HearingSet? Hearing { get; set; }

        public Instant HearingSetAt { get; set; }

        public bool Heard { get; set; }

        public bool Reported { get; set; }

        public SanctionImposed? Imposed { get; set; }

        public Instant ImposedAt { get; set; }

        public bool InEffect { get; set; }

        public AppealFiled? Appeal { get; set; }

        public SanctionAppealDecided? Decided { get; set; }

        public ProcedureEnd? End { get; set; }

        public HashSet<PersonId> Involved => [Charge.Person, Charge.Accuser, .. Investigator is { } investigator ? new[] { investigator } : []];

        public bool Stands => Imposed is not null && End is null && Decided is not { Upheld: true };
    }

    private Case CaseOf(ProcedureId id, PersonId person)
    {
        Demand(cases.TryGetValue(id.Value, out var found) && found.Charge.Person == person, "a procedure is about one person from first to last");
        return found!;
    }

    private T LawNow<T>(RuleKey<T> key)
        where T : RuleValue => RuleOf(versions.Count - 1, key);

    private void JudgeSanction(Entry entry)
    {
        switch (entry)
        {
            case Domain.Deed.Founded: foundedAt = At; break;
            case ChargeLaid laid:
                Demand(laid.Accuser == now.Stamp.Actor && laid.Person != laid.Accuser && StandingOf(laid.Person) is Standing.Member or Standing.VoiceOnly or Standing.Suspended, "a member is charged by somebody else");
                Demand(laid.Procedure.Value == cases.Count + 1, "procedures are numbered without gaps");
                cases.Add(laid.Procedure.Value, new(laid, At));
                break;
            case InvestigatorNamed named:
                var looked = CaseOf(named.Procedure, named.Person);
                Demand(named.Investigator != looked.Charge.Person && named.Investigator != looked.Charge.Accuser, "who looks into it is not involved");
                Demand(now.Stamp.Authority is not Authority.Mandate || Cause<NameInvestigator>() is not null || (now.Stamp.Actor != looked.Charge.Person && now.Stamp.Actor != looked.Charge.Accuser), "nobody involved names who looks into it");
                looked.Investigator = named.Investigator;
                break;
            case Mediated mediated: Demand(Has(Power.Mediate) && !CaseOf(mediated.Procedure, mediated.Person).Involved.Contains(now.Stamp.Actor), "who mediates is not involved"); break;
            case HearingSet set:
                Demand(CaseOf(set.Procedure, set.Person).Investigator == now.Stamp.Actor && Period.DaysBetween(Today, set.At.InZone(Zone).Date) >= DaysOf(LawNow(Rules.DefenceWithin).Value), "there is time for a defence");
                cases[set.Procedure.Value].Hearing = set;
                break;
            case DefenceGiven given: Demand(given.Person == now.Stamp.Actor && CaseOf(given.Procedure, given.Person) is { Imposed: null, End: null }, "one defends oneself before it is decided"); break;
            case HearingHeld held:
                Demand(CaseOf(held.Procedure, held.Person) is { Hearing: { } hearing, Heard: false } && hearing.At <= At, "a hearing is held at its hour");
                cases[held.Procedure.Value].Heard = true;
                break;
            case ChargeReported reported:
                Demand(CaseOf(reported.Procedure, reported.Person) is { Heard: true, Reported: false } && (reported.Proposal ?? 0) <= cases[reported.Procedure.Value].Charge.Step, "a report follows the hearing and stays within the charge");
                cases[reported.Procedure.Value].Reported = true;
                break;
            case SanctionImposed imposed: JudgeImposed(imposed); break;
            case SanctionTookEffect effect:
                var waiting = CaseOf(effect.Procedure, effect.Person);
                Demand(waiting is { InEffect: false, Stands: true } && (waiting.Decided is { Upheld: false } || (waiting.Appeal is null && waiting.Imposed!.AppealUntil < At)), "an exclusion waits for its appeal");
                waiting.InEffect = true;
                break;
            case AppealFiled filed:
                Demand(CaseOf(filed.Procedure, filed.Person) is { Stands: true, Appeal: null } appealed && filed.Person == now.Stamp.Actor && appealed.Imposed!.AppealUntil >= At, "one appeals against what stands, in time, once");
                cases[filed.Procedure.Value].Appeal = filed;
                break;
            case SanctionAppealDecided decided:
                var case_ = CaseOf(decided.Procedure, decided.Person);
                Demand(case_ is { Appeal: not null, Decided: null } && (decided.By is { } by ? resolutions[by.Value].Entry.Body == case_.Appeal!.Body || resolutions[by.Value].Entry.ToRatify
                    : decided.Upheld && case_.Appeal is { UpheldBySilence: true } && case_.Appeal.DecideBy < At), "an appeal is decided by its body, or upheld by silence");
                case_.Decided = decided;
                break;
            case ProcedureClosed closed:
                Demand(CaseOf(closed.Procedure, closed.Person).End is null, "a procedure ends once");
                cases[closed.Procedure.Value].End = closed.End;
                break;
            case Reinstated back:
                Demand(stroke.Any(other => other is SanctionAppealDecided { Upheld: true } decided && decided.Person == back.Person) || stroke.Any(other => other is ProcedureClosed { End: ProcedureEnd.Annulled } closed && closed.Person == back.Person), "who is reinstated had won");
                break;
            case ObservationWritten written:
                Demand(Has(Power.Audit) && written.Observation.Value == observations.Count + 1, "auditors observe");
                observations.Add(written.Observation.Value, written);
                break;
            case ObservationAnswered reply:
                Demand(answered.Add(reply.Observation.Value) && Cause<AnswerObservation>()?.Observation == reply.Observation && resolutions[reply.By.Value].Entry.Body == observations[reply.Observation.Value].Body, "the body concerned answers, once");
                break;
            case AssemblyNoticed notice: JudgeArisen(notice); break;
            case MemberAssigned assigned:
                Demand((Has(Power.KeepRoster) || Cause<AssignToBody>() is not null) && bodies[assigned.Body] is BodyKind.Sector or BodyKind.Shift, "who keeps the roster assigns to sectors and shifts");
                if (!rolls.TryAdd(assigned.Body, [assigned.Person])) Demand(rolls[assigned.Body].Add(assigned.Person), "nobody is assigned twice");
                break;
            case MemberReleased released: Demand(rolls[released.Body].Remove(released.Person), "who is released was assigned"); break;
        }
    }

    private void JudgeImposed(SanctionImposed imposed)
    {
        var one = CaseOf(imposed.Procedure, imposed.Person);
        Demand(one is { Imposed: null, End: null } && imposed.Step <= one.Charge.Step, "one sanction comes of a charge, and none graver than it");
        var needs = Enum.Parse<SanctionStep>(LawNow(Rules.ProcedureFrom).Value);
        Demand(one.Reported || (imposed.Step < SanctionStep.Exclusion && imposed.Step < needs && Today >= one.At.InZone(Zone).Date.PlusDays(DaysOf(LawNow(Rules.DefenceWithin).Value))), "first the hearing and the report, or time for a defence");
        if (LawNow(Rules.Ladder).Value && imposed.Step >= SanctionStep.Suspension)
            Demand(cases.Values.Any(other => other.Stands && other.Charge.Person == imposed.Person && other.Imposed!.Step is >= SanctionStep.Warning && other.Imposed.Step < imposed.Step), "the ladder is kept");
        if (imposed.Step == SanctionStep.Exclusion) JudgeCap();
        if (bodies[resolutions[imposed.Resolution!.Value.Value].Entry.Body] == BodyKind.Council)
            Demand(LiveSeats(At).All(seat => seat.Person != imposed.Person || !seat.Powers.Contains(Power.Audit)) || !SeatedAuditorThen(imposed), "the council does not silence who audits it");
        (one.Imposed, one.ImposedAt, one.InEffect) = (imposed, At, imposed.AtOnce);
    }

    // Whoever was elected to audit after the motion was tabled is another matter.
    private bool SeatedAuditorThen(SanctionImposed imposed)
    {
        var adopted = resolutions[imposed.Resolution!.Value.Value];
        return LiveSeats(At).Any(seat => seat.Person == imposed.Person && seat.Powers.Contains(Power.Audit) && seat.From < sittings[adopted.Entry.Assembly.Value].At);
    }

    // Counts everybody who was there when the year began, one by one.
    private void JudgeCap()
    {
        var begins = Instant.Max(Zone.AtStartOfDay(new LocalDate(Today.Year, 1, 1)).ToInstant(), foundedAt);
        var roll = people.Keys.Count(person => StandingOf(person, begins) is Standing.Member or Standing.VoiceOnly or Standing.Suspended);
        var used = cases.Values.Count(other => other is { Stands: true, Imposed.Step: SanctionStep.Exclusion } && other.ImposedAt >= begins);
        var share = LawNow(Rules.ExclusionsAYear).Value;
        Demand((used + 1) * share.Denominator <= roll * share.Numerator, "the exclusions of a year keep their cap");
    }

    private void JudgeArisen(AssemblyNoticed notice)
    {
        foreach (var item in notice.Agenda.Where(item => item.Came is Came.Observed))
            Demand(observations[((Came.Observed)item.Came!).Observation.Value].Body == notice.Body && !answered.Contains(((Came.Observed)item.Came).Observation.Value), "an observation comes to the body concerned until it is answered");
        var underWay = sittings.Values.Where(sitting => !sitting.Over && sitting.Notice.Assembly != notice.Assembly).SelectMany(sitting => sitting.Notice.Agenda).Select(item => item.Came).ToHashSet();
        var missing = observations.Values.Where(written => written.Body == notice.Body && !answered.Contains(written.Observation.Value) && !underWay.Contains(new Came.Observed(written.Observation))
            && notice.Agenda.All(item => item.Came as Came.Observed != new Came.Observed(written.Observation))).ToArray();
        Demand(missing.Length == 0, "no observation is kept off the next agenda");
    }

    private bool IsSeated(PersonId person, BodyId body, Instant when) =>
        rolls.GetValueOrDefault(body)?.Contains(person) == true
        || LiveSeats(when).Any(seat => seat.Person == person && posts[seat.Post.Value].Body is var of && (of == body
            || (bodies[body] == BodyKind.Coordinators && seat.Powers.Contains(Power.Coordinate) && bodies[of] is BodyKind.Sector or BodyKind.Shift)));
}
