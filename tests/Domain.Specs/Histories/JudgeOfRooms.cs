using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>The naive model's sittings: called in time by who may, opened with the quorum of the call, closed after everything was proclaimed.</summary>
internal sealed partial class Judge
{
    private sealed class Sitting(AssemblyNoticed notice, Instant at)
    {
        public AssemblyNoticed Notice { get; set; } = notice;

        public Instant At { get; } = at;

        /// <summary>Who is in, and who wrote that down.</summary>
        public Dictionary<PersonId, PersonId> InRoom { get; } = [];

        public HashSet<PersonId> Roll { get; } = [];

        /// <summary>Who let whom vote, who wrote it, and whether it counts yet.</summary>
        public Dictionary<PersonId, (PersonId Holder, PersonId By, bool Counts)> Proxies { get; } = [];

        public HashSet<PersonId>? FirstSitting { get; set; }

        public HashSet<PersonId> Seen { get; } = [];

        /// <summary>Who was counted as represented in this stroke.</summary>
        public HashSet<PersonId>? Counted { get; set; }

        public List<int> FailedCalls { get; } = [];

        public AssemblyOpened? Opened { get; set; }

        public int? Item { get; set; }

        public Instant? RecessUntil { get; set; }

        public bool Over { get; set; }

        public Dictionary<int, Floor> Motions { get; } = [];
    }

    private void JudgeRoom(Entry entry)
    {
        if (entry is AssemblyNoticed noticed)
        {
            JudgeNotice(noticed);
            sittings.Add(noticed.Assembly.Value, new(noticed, At));
            return;
        }
        if (entry is not IInAssembly within || entry is MinutesDrawnUp or MinutesSigned or MinutesFoliated or DissentRecorded or Domain.Resolutions.ResolutionAdopted) return;
        var sitting = sittings[within.Assembly.Value];
        Demand(!sitting.Over, "nothing happens in a sitting that is over");
        switch (entry)
        {
            case AgendaItemAdded added:
                Demand(sitting.Opened is null && IsCompetent(added.Item.Matter, sitting.Notice.Body, versions.Count - 1), "what members add is for this body, and before it opens");
                Demand(added.Item.Number == sitting.Notice.Agenda.Length + 1, "what is added comes last");
                sitting.Notice = sitting.Notice with { Agenda = sitting.Notice.Agenda.Add(added.Item) };
                break;
            case CheckedIn come:
                Demand(StandingOf(come.Person) is not (null or Standing.Suspended or Standing.Departed), "who comes in has a voice");
                Demand(At >= sitting.Notice.Calls[0].At - Duration.FromHours(2), "the list opens two hours before");
                Demand(come.Means == CheckInMeans.ByHand ? Has(Power.KeepAttendance) : come.Person == now.Stamp.Actor, "one comes in oneself or by the secretary's hand");
                Demand(come.Means != CheckInMeans.Remote || RuleOf(sitting.Notice.StatutesVersion, Rules.Remote).Value, "from afar only where the rules allow it");
                JudgeComingBack(sitting, come.Person);
                sitting.Seen.Add(come.Person);
                Demand(sitting.InRoom.TryAdd(come.Person, now.Stamp.Actor), "nobody comes in twice");
                break;
            case CheckedOut go:
                Demand(go.Person == now.Stamp.Actor || Has(Power.KeepAttendance), "one goes oneself or by the secretary's hand");
                Demand(sitting.InRoom.Remove(go.Person), "who goes out was in");
                break;
            case CallFailed failed:
                JudgeCall(sitting, failed.Call, failed.Present, failed.Needed, failed.Roll);
                Demand(failed.Present < failed.Needed, "a call fails for lack of quorum");
                sitting.FailedCalls.Add(failed.Call);
                break;
            case AssemblyOpened opened: JudgeOpening(sitting, opened); break;
            case AssemblyLapsed:
                Demand(sitting.Opened is null, "only what was not opened lapses");
                sitting.Over = true;
                break;
            case AssemblyLeftOpen:
                Demand(sitting.Opened is not null && !sitting.Over, "only what is open is closed by the rules");
                sitting.Over = true;
                break;
            case AssemblyClosed:
                Demand(Has(Power.Chair) && sitting.RecessUntil is null, "the chair closes, and not in a recess");
                Demand(sitting.Motions.Values.All(motion => motion.Vote is null || motion.Proclaimed is not null), "no vote is left open");
                sitting.Over = true;
                break;
            case ItemTaken taken: JudgeChair(sitting); sitting.Item = taken.Item; break;
            case Recessed recess:
                JudgeChair(sitting);
                sitting.RecessUntil = recess.Until;
                sitting.FirstSitting ??= [.. sitting.Seen, .. RepresentedIn(sitting, sitting.Roll)];
                break;
            case Resumed:
                Demand(Has(Power.Chair) && sitting.RecessUntil <= At, "the chair resumes at the fixed hour");
                sitting.RecessUntil = null;
                break;
        }
    }

    private void JudgeChair(Sitting sitting) => Demand(Has(Power.Chair) && sitting.Opened is not null && sitting.RecessUntil is null, "the chair acts in an open sitting");

    private void JudgeNotice(AssemblyNoticed notice)
    {
        Demand(notice.StatutesVersion == versions.Count - 1, "the rules of the day govern");
        Demand(notice.Roll == EntitledIn(notice.Body, At).Count(), "the notice says how many are entitled");
        Demand(Has(Power.Convene) || (now.Stamp.Authority is Authority.Membership && notice.Petition is not null), "who calls may");
        if (now.Stamp.Authority is Authority.Membership) JudgePetition(notice.Petition!.Value);
        if (Has(Power.Convene))
        {
            var own = posts[seats[((Authority.Mandate)now.Stamp.Authority).Id.Value].Post.Value].Body;
            Demand(own == notice.Body || bodies[own] is BodyKind.Assembly or BodyKind.Council, "who convenes a sector convenes nothing else");
        }
        var version = notice.StatutesVersion;
        var calls = RuleOf(version, notice.Kind switch { AssemblyKind.Ordinary or AssemblyKind.Extraordinary => Rules.FormalCalls, AssemblyKind.Session => Rules.CouncilCalls, _ => Rules.InternalCalls }).Value;
        Demand(notice.Calls.Select(call => (call.At, call.Quorum)).SequenceEqual(calls.Select(call => (notice.Calls[0].At + Duration.FromMinutes(call.MinDelay), call.Quorum))), "the calls are those of the rules");
        var least = RuleOf(version, notice.Kind switch { AssemblyKind.Ordinary => Rules.OrdinaryNotice, AssemblyKind.Extraordinary => Rules.ExtraordinaryNotice, AssemblyKind.Session => Rules.CouncilNotice, _ => Rules.InternalNotice }).Value;
        Demand(least.Unit == TimeUnit.Hours
            ? (notice.Calls[0].At - At).TotalHours >= least.Amount
            : Period.DaysBetween(Today, notice.Calls[0].At.InZone(Zone).Date) >= DaysOf(least), "the notice is in time");
        foreach (var item in notice.Agenda.Where(item => item is { About: null, Came: null }))
            Demand((IsCompetent(item.Matter, notice.Body, version) || (item.ToRatify && IsInternal(notice.Body) && IsCompetent(item.Matter, BodyId.Assembly, version)))
                && (!RuleOf(version, Rules.Reserved(item.Matter)).Value || IsFormal(notice) || item.ToRatify), "the body is competent for its agenda");
    }

    private void JudgePetition(PetitionId petition)
    {
        var (signers, reached) = petitions[petition.Value];
        var roll = EntitledIn(BodyId.Assembly, At).ToArray();
        var convener = LiveSeats(At).Any(seat => seat.Powers.Contains(Power.Convene)
            && bodies[posts[seat.Post.Value].Body] is BodyKind.Assembly or BodyKind.Council && StandingOf(seat.Person) is Standing.Member or Standing.VoiceOnly);
        var needed = Math.Min(roll.Length, Math.Max(1, QuorumOf(RuleOf(versions.Count - 1, convener ? Rules.PetitionShare : Rules.SelfConvening).Value, roll.Length)));
        Demand(signers.Contains(now.Stamp.Actor) && signers.Distinct().Count(roll.Contains) >= needed, "a share of the roll stands behind a petition");
        Demand(!convener || reached is null || Period.DaysBetween(reached.Value.InZone(Zone).Date, Today) >= 1, "whoever convenes has a turn");
    }

    private bool IsInternal(BodyId body) => bodies[body] is BodyKind.Sector or BodyKind.Shift or BodyKind.Coordinators or BodyKind.Mediation;

    private bool IsFormal(AssemblyNoticed notice) =>
        notice.Kind is AssemblyKind.Ordinary or AssemblyKind.Extraordinary || (notice.Kind == AssemblyKind.Session && !IsInternal(notice.Body));

    private bool IsCompetent(Matter matter, BodyId body, int version) => matter == Matter.DecideAppeal ? bodies[body] is BodyKind.Assembly or BodyKind.AppealsCommittee : RuleOf(version, Rules.CompetentBody(matter)).Value switch
    {
        "Any" => true,
        "Assembly" => bodies[body] == BodyKind.Assembly,
        _ => bodies[body] == BodyKind.Council || (bodies[body] == BodyKind.Assembly && !bodies.ContainsValue(BodyKind.Council)),
    };

    private void JudgeCall(Sitting sitting, int number, int present, int needed, int roll)
    {
        var call = sitting.Notice.Calls[number - 1];
        Demand(Has(Power.Chair) && sitting.Opened is null, "the chair makes a call once");
        Demand(call.At <= At && sitting.Notice.Calls.Skip(number).All(later => later.At > At) && !sitting.FailedCalls.Contains(number), "the call is the one of the hour");
        var entitled = RollOf(sitting);
        Demand(roll == entitled.Count && present == entitled.Count(sitting.InRoom.ContainsKey) + RepresentedIn(sitting, entitled).Count && needed == Math.Min(roll, QuorumOf(call.Quorum, roll)), "the quorum adds up");
    }

    // Those of the notice who are still entitled; in other bodies, who holds a seat.
    private List<PersonId> RollOf(Sitting sitting) => [.. EntitledIn(sitting.Notice.Body, At)
        .Where(person => sitting.Notice.Body != BodyId.Assembly || StandingOf(person, sitting.At) is Standing.Member or Standing.VoiceOnly or Standing.Suspended)];

    private void JudgeOpening(Sitting sitting, AssemblyOpened opened)
    {
        JudgeCall(sitting, opened.Call, opened.Present, opened.Needed, opened.Roll.Length);
        Demand(opened.Roll.ToHashSet().SetEquals(RollOf(sitting)), "the roll is that of the notice, less who left");
        bool OnOthersWord(PersonId person) => sitting.InRoom.TryGetValue(person, out var by) && (by == person || by != now.Stamp.Actor);
        var onOthersWord = opened.Roll.Count(OnOthersWord) + RepresentedIn(sitting, opened.Roll).Count(person => OnOthersWord(sitting.Proxies[person].Holder));
        Demand(onOthersWord >= opened.Needed, "the quorum does not rest on the word of one");
        sitting.Opened = opened;
        sitting.Roll.UnionWith(opened.Roll);
    }
}
