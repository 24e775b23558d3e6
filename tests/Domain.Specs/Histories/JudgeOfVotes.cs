using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Signatures;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>The naive model's votes: on the agenda, one person one voice, nobody who is recused, the sum added up again.</summary>
internal sealed partial class Judge
{
    private sealed class Floor(MotionTabled tabled)
    {
        public MotionTabled Tabled { get; } = tabled;

        /// <summary>What it would do now: an amendment may have changed the particulars.</summary>
        public Act? Effect { get; set; } = tabled.Effect;

        public Text Words { get; set; } = tabled.Words;

        /// <summary>The motion that this one would amend or put off.</summary>
        public int? About { get; set; }

        public bool Gone { get; set; }

        public PersonId Mover { get; init; }

        /// <summary>Its matter is neither that of the item nor that of an effect: only a change to another motion has that.</summary>
        public bool OfNoItem { get; init; }

        public VoteOpened? Vote { get; set; }

        public HashSet<PersonId> InRoomThen { get; set; } = [];

        public Dictionary<PersonId, (Ballot Ballot, PersonId By, bool ByHand)> Ballots { get; } = [];

        public HashSet<PersonId> Envelopes { get; } = [];

        public DrawingEnded? Drawn { get; set; }

        public PersonId? PapersBy { get; set; }

        public ImmutableArray<PersonId> PaperTellers { get; set; } = [];

        /// <summary>What came out of the box of a secret vote.</summary>
        public ImmutableArray<Pile> Box { get; set; } = [];

        public VoteCounted? Counted { get; set; }

        public PersonId CountedBy { get; set; }

        public Entry? Proclaimed { get; set; }

        public Notes Notes { get; private set; } = new();

        // What led without a majority is voted on again by itself.
        public void BeginAgain()
        {
            (Vote, Counted, Notes, Box) = (null, null, new(), []);
            (Drawn, PapersBy, PaperTellers) = (null, null, []);
            Envelopes.Clear();
            Ballots.Clear();
        }
    }

    private void JudgeVote(Entry entry)
    {
        switch (entry)
        {
            case MotionTabled tabled: JudgeMotion(tabled); break;
            case VoteOpened opened: JudgeOpenVote(opened); break;
            case BallotCast cast: JudgeBallot(cast); break;
            case VoteCounted counted: JudgeCount(counted); break;
            case EnvelopeGiven or DrawingEnded or PapersHandedIn or CastingClosed or BoxEmptied or BoxLost: JudgeSecret(entry, sittings[((IInAssembly)entry).Assembly.Value]); break;
            case ResultProclaimed proclaimed: JudgeResult(proclaimed); break;
            case AmendmentProposed proposed:
                var amendment = sittings[proposed.Assembly.Value].Motions[proposed.Amendment.Value];
                (amendment.About, amendment.Effect) = (proposed.Motion.Value, proposed.Effect);
                JudgeJustTabled();
                break;
            case ReferralProposed proposed:
                sittings[proposed.Assembly.Value].Motions[proposed.Proposal.Value].About = proposed.Motion.Value;
                JudgeJustTabled();
                break;
            case MotionAmended amended: JudgeAmended(amended); break;
            case MotionsMerged merged: JudgeMerged(merged); break;
            case MotionReferred referred:
                Demand(stroke is [.., ResultProclaimed { Carried: true } put] && put.Motion == referred.Proposal, "what puts a motion off was just carried");
                sittings[referred.Assembly.Value].Motions[referred.Motion.Value].Gone = true;
                break;
            case IOnMotion: JudgeQuestion(entry); break;
            case ResolutionAdopted adopted:
                var motion = sittings[adopted.Assembly.Value].Motions[adopted.Motion.Value];
                Demand(stroke[^1] switch { ResultProclaimed { Carried: true } result => result.Motion, ElectionProclaimed { Elected.Length: > 0 } elected => elected.Motion, ChoiceProclaimed { Sum.Carried: true } choice => choice.Chosen, _ => null } == adopted.Motion, "a resolution is a motion that was just proclaimed carried");
                Demand(motion is { About: null, OfNoItem: false } && adopted.Words == motion.Words, "it reads as the motion read at the end");
                Demand(Equals(adopted.Effect is FillPost filled ? filled with { Elected = null } : adopted.Effect, motion.Effect) && adopted.Matter == motion.Tabled.Matter && adopted.Body == sittings[adopted.Assembly.Value].Notice.Body, "it is what was tabled");
                Demand(adopted.Resolution.Value == resolutions.Count + 1, "resolutions are numbered without gaps");
                break;
        }
    }

    private void JudgeMotion(MotionTabled tabled)
    {
        var sitting = sittings[tabled.Assembly.Value];
        var version = sitting.Notice.StatutesVersion;
        var item = sitting.Notice.Agenda[tabled.Item - 1];
        Demand(sitting.Opened is null ? IsEntitled(now.Stamp.Actor, sitting.Notice.Body, At) : IsHereAndEntitled(sitting, now.Stamp.Actor), "who moves is entitled, and in the room once it is open");
        var changes = tabled is { Effect: null, Matter: Matter.General } && item.Matter != Matter.General;
        Demand(changes || tabled.Matter == (tabled.Effect is null ? item.Matter : MatterOf(tabled.Effect, sitting)), "the matter is that of the effect");
        if (!changes && tabled.Matter != item.Matter) Demand(RuleOf(version, Rules.OffAgenda(tabled.Matter)).Value != "Never" && tabled.AsConsequence, "it is on the agenda, or the rules let it arise");
        var proposes = item.ToRatify && IsInternal(sitting.Notice.Body);
        if (tabled.Effect is not null) Demand(IsCompetent(tabled.Matter, proposes ? BodyId.Assembly : sitting.Notice.Body, version), "the body is competent");
        Demand(changes || IsFormal(sitting.Notice) || item.ToRatify || !RuleOf(version, Rules.Reserved(tabled.Matter)).Value, "what is reserved waits for a formal assembly");
        if (bodies[sitting.Notice.Body] != BodyKind.Assembly && !proposes && TouchesAudit(tabled.Effect, sitting)) Demand(false, "only the assembly touches those who audit");
        sitting.Motions.Add(tabled.Motion.Value, new(tabled) { OfNoItem = changes, Mover = now.Stamp.Actor });
    }

    private Matter MatterOf(Act effect, Sitting sitting) => effect switch
    {
        Domain.Sanctions.DismissCharge dismiss => Domain.Sanctions.Procedure.MatterOf(cases[dismiss.Procedure.Value].Charge.Step),
        FillPost fill => MatterOf(new GrantMandate(fill.Post, default), sitting),
        GrantMandate grant => TermsOf(grant.Post, sitting) is var terms && terms.Powers.Contains(Power.Audit) ? Matter.ElectAuditor
            : bodies.GetValueOrDefault(terms.Body, BodyKind.Sector) == BodyKind.Council || ProposedCouncil(terms.Body, sitting) ? Matter.ElectCouncil : Matter.ElectPost,
        Ratify ratify => resolutions[ratify.Resolution.Value].Entry.Matter,
        RecallMandate recall => RecallOf(seats.GetValueOrDefault(recall.Mandate.Value)?.Post, sitting),
        SetAside aside => MatterOfTakingBack(aside.Resolution, sitting),
        SuspendResolution suspend => MatterOfTakingBack(suspend.Resolution, sitting),
        LiftSuspension lift => resolutions[lift.Resolution.Value].Entry.Matter,
        _ => ((OnMatterAttribute)effect.GetType().GetCustomAttributes(typeof(OnMatterAttribute), false).Single()).Matter,
    };

    private Matter RecallOf(PostId? post, Sitting sitting)
    {
        if (post is not { } id || !posts.TryGetValue(id.Value, out var held) || !tellsRecallsApart[sitting.Notice.StatutesVersion]) return Matter.RecallMandate;
        if (held.Powers.Contains(Power.Audit)) return Matter.RecallAuditor;
        return bodies[held.Body] == BodyKind.Council ? Matter.RecallCouncil : Matter.RecallMandate;
    }

    private Matter MatterOfTakingBack(ResolutionId id, Sitting sitting) => resolutions[id.Value].Entry switch
    {
        { Effect: GrantMandate grant } => RecallOf(grant.Post, sitting),
        { Effect: FillPost fill } => RecallOf(fill.Post, sitting),
        { Effect: Ratify ratify } when RuleOf(versions.Count - 1, Rules.Undoing).Value == "EveryEffect" => MatterOfTakingBack(ratify.Resolution, sitting),
        var entry => entry.Matter,
    };

    private PostTerms TermsOf(PostId post, Sitting sitting) => posts.TryGetValue(post.Value, out var terms)
        ? terms
        : sitting.Motions.Values.Select(motion => motion.Tabled.Effect).OfType<CreatePost>().Single(create => create.Id == post).Terms;

    private static bool ProposedCouncil(BodyId body, Sitting sitting) =>
        sitting.Motions.Values.Select(motion => motion.Tabled.Effect).OfType<CreateBody>().Any(create => create.Id == body && create.Kind == BodyKind.Council);

    private bool TouchesAudit(Act? effect, Sitting sitting) => effect switch
    {
        CreatePost create => create.Terms.Powers.Contains(Power.Audit),
        GrantMandate grant => TermsOf(grant.Post, sitting).Powers.Contains(Power.Audit),
        Suspend suspend => LiveSeats(At).Any(one => one.Person == suspend.Person && one.Powers.Contains(Power.Audit)),
        Domain.Sanctions.ISanctionEffect sanction and not (Domain.Sanctions.UpholdAppeal or Domain.Sanctions.RejectAppeal) => LiveSeats(At).Any(one => one.Person == sanction.Person && one.Powers.Contains(Power.Audit)),
        FillPost fill => TermsOf(fill.Post, sitting).Powers.Contains(Power.Audit),
        SetElectionTerms set => posts.TryGetValue(set.Post.Value, out var electing) && electing.Powers.Contains(Power.Audit),
        RecallMandate recall => seats.TryGetValue(recall.Mandate.Value, out var seat) && seat.Powers.Contains(Power.Audit),
        _ => false,
    };

    private bool IsHereAndEntitled(Sitting sitting, PersonId person) =>
        sitting.Roll.Contains(person) && sitting.InRoom.ContainsKey(person) && IsEntitled(person, sitting.Notice.Body, At);

    private void JudgeOpenVote(VoteOpened opened)
    {
        var sitting = sittings[opened.Assembly.Value];
        JudgeChair(sitting);
        var motion = sitting.Motions[opened.Motion.Value];
        var version = sitting.Notice.StatutesVersion;
        var roll = sitting.Roll.Where(person => IsEntitled(person, sitting.Notice.Body, At)).ToArray();
        var here = roll.Where(sitting.InRoom.ContainsKey).ToHashSet();
        Demand(motion.Vote is null && motion.Proclaimed is null && sitting.Item == motion.Tabled.Item && sitting.Motions.Values.All(other => other.Vote is null || other.Proclaimed is not null), "one vote at a time, on the item that is taken");
        var about = motion.About is { } main ? sitting.Motions[main] : motion;
        Demand(!motion.Gone && !about.Gone && about.Proclaimed is null, "what is put to the vote is still on the floor");
        var singledOut = SingledOut(about.Effect, about.Tabled.Matter, roll);
        Floor[] motions = [about, .. (opened.Question?.Options ?? []).OfType<Option.Proposal>().Select(option => sitting.Motions[option.Motion.Value])];
        foreach (var each in motions) singledOut.UnionWith(SingledOut(each.Effect, each.Tabled.Matter, roll));
        if (singledOut.Count > 1 && roll.All(singledOut.Contains)) singledOut = [];
        if (motion.About is not null) singledOut.UnionWith(SingledOut(motion.Effect, Matter.General, roll));
        var represented = RepresentedIn(sitting, roll, singledOut);
        Demand((sitting.Counted ?? []).SetEquals(represented), "those represented are counted apart");
        sitting.Counted = null;
        here.UnionWith(represented);
        Demand(opened.Present == here.Count && opened.Roll == roll.Length, "the heads are counted");
        var singled = singledOut;
        Demand(opened.Recused.ToHashSet().SetEquals(singled.Where(here.Contains)), "whom it singles out does not vote");
        Demand(!singled.Contains(now.Stamp.Actor), "whom it singles out does not chair");
        if (RuleOf(version, Rules.QuorumAt).Value == "EachVote")
            Demand(here.Count >= Math.Min(roll.Length, QuorumOf(sitting.Notice.Calls[sitting.Opened!.Call - 1].Quorum, roll.Length)), "there is a quorum at the vote");
        Demand(motions.Skip(1).Prepend(motion).All(each => here.Count >= QuorumOf(RuleOf(version, Rules.QuorumFor(each.Tabled.Matter)).Value, roll.Length)), "there is the quorum of the matter");
        var off = motion.Tabled.AsConsequence ? RuleOf(version, Rules.OffAgenda(motion.Tabled.Matter)).Value : "";
        var majority = off switch
        {
            "MajorityOfAll" => new(new(1, 2), true, ThresholdBase.Roll, Uncounted.CountInBase, Uncounted.CountInBase, true),
            "TwoThirdsOfPresent" => new(new(2, 3), false, ThresholdBase.Present, Uncounted.CountInBase, Uncounted.CountInBase),
            _ => RuleOf(version, Rules.MajorityFor(motion.Tabled.Matter)).Value,
        };
        Demand(opened.Majority == majority, "the majority is that of the rules at the notice");
        Demand((opened.Method is VoteMethod.Paper or VoteMethod.Secret && opened.Also is null) || motions.All(each => !RuleOf(version, Rules.Secret(each.Tabled.Matter)).Value), "what must be secret is taken in secret");
        (motion.Vote, motion.InRoomThen) = (opened, here);
    }

    private void JudgeJustTabled() => Demand(stroke is [.., MotionTabled], "what would change a motion was just tabled");

    private void JudgeAmended(MotionAmended amended)
    {
        var sitting = sittings[amended.Assembly.Value];
        var (motion, amendment) = (sitting.Motions[amended.Motion.Value], sitting.Motions[amended.Amendment.Value]);
        Demand(amendment.About == amended.Motion.Value && !amendment.Gone && motion.Vote is null && amended.Words == amendment.Words, "an amendment changes the motion it was for, before that is voted");
        Demand(amended.Accepted ? motion.Mover == now.Stamp.Actor && amendment.Vote is null : stroke is [.., ResultProclaimed { Carried: true } put] && put.Motion == amended.Amendment, "the mover accepts it, or the assembly");
        Demand(amended.Effect is null || amended.Effect.GetType() == motion.Effect?.GetType(), "it changes particulars only");
        (motion.Words, motion.Effect, amendment.Gone) = (amended.Words, amended.Effect ?? motion.Effect, true);
    }

    private void JudgeMerged(MotionsMerged merged)
    {
        var sitting = sittings[merged.Assembly.Value];
        var (keeps, gives) = (sitting.Motions[merged.Keeps.Value], sitting.Motions[merged.Gives.Value]);
        Demand(keeps.Vote is null && gives.Vote is null && !keeps.Gone && !gives.Gone && keeps.Tabled.Item == gives.Tabled.Item, "two motions on the floor become one");
        Demand(now.Stamp.Actor == keeps.Mover || now.Stamp.Actor == gives.Mover, "their movers merge them");
        (keeps.Words, keeps.Effect, gives.Gone) = (merged.Words, keeps.Effect ?? gives.Effect, true);
    }

    private HashSet<PersonId> Singled(Act? effect) => effect switch
    {
        RecallMandate recall => seats.ContainsKey(recall.Mandate.Value) || (roles.ContainsKey(recall.Mandate.Value) && !ended.ContainsKey(recall.Mandate.Value)) ? [HolderOf(recall.Mandate.Value)] : [],
        Suspend suspend => [suspend.Person],
        Domain.Pay.GiveGrade give => [give.Person],
        Domain.Sanctions.ISanctionEffect sanction => cases[sanction.Procedure.Value].Involved,
        Ratify ratify => Singled(resolutions[ratify.Resolution.Value].Entry.Effect),
        SetAside aside => Behind(aside.Resolution),
        SuspendResolution suspend => Behind(suspend.Resolution),
        LiftSuspension lift => Behind(lift.Resolution),
        GiveSecondSignature second => pending.TryGetValue(second.Pending.Value, out var first) && ((ITakesTwo)first.Act).About is { } about ? [about] : [],
        _ => [],
    };

    private HashSet<PersonId> Behind(ResolutionId id) => resolutions[id.Value].Entry.Effect switch { GrantMandate grant => [grant.Person], Admit admit => [admit.Person], var other => Singled(other) };

    private HashSet<PersonId> SingledOut(Act? mover, Matter matter, PersonId[] roll)
    {
        if (mover is SetAside { Resolution: var undone } && resolutions[undone.Value].Entry.Effect is FillPost { Elected: { } elected }) return [.. elected];
        if (Singled(mover) is { Count: > 0 } some) return some;
        if (matter != Matter.ApproveAccounts) return [];
        var managers = LiveSeats(At).Where(seat => posts[seat.Post.Value] is var terms && (terms.Powers.Contains(Power.Audit) || bodies[terms.Body] == BodyKind.Council)).Select(seat => seat.Person).ToHashSet();
        return managers.Count > 1 && roll.All(managers.Contains) ? [] : managers;
    }

    private void JudgeResult(ResultProclaimed proclaimed)
    {
        var sitting = sittings[proclaimed.Assembly.Value];
        JudgeChair(sitting);
        var motion = sitting.Motions[proclaimed.Motion.Value];
        Demand(motion is { Counted: not null, Proclaimed: null } && !motion.Vote!.Recused.Contains(now.Stamp.Actor), "the chair proclaims once what was counted");
        Demand(!Singled(motion.Tabled.Effect).Contains(now.Stamp.Actor), "nobody proclaims what is about him or her");
        var handWritten = motion.Ballots.Any(ballot => ballot.Value.By == now.Stamp.Actor && ballot.Key != now.Stamp.Actor && ballot.Value.ByHand);
        Demand(!handWritten && motion.Notes.Tables.Values.All(counts => counts.All(count => count.By != now.Stamp.Actor)), "no result is the work of one");
        var heads = Heads(motion);
        var (whole, needed, carried) = Add(motion.Vote!.Majority, heads);
        Demand((proclaimed.Sum.Base, proclaimed.Sum.Needed, proclaimed.Sum.Carried) == (whole, needed, carried), "the sum adds up");
        if (proclaimed.CastingVote is not null)
            Demand(!carried && heads.For == heads.Against && IsHereAndEntitled(sitting, now.Stamp.Actor) && heads.For + 1 >= needed, "a casting vote breaks a tie that one voice breaks");
        if (motion.Vote.Question?.Form == QuestionForm.Consent) carried &= heads.Against == 0;
        Demand(proclaimed.Carried == (carried || proclaimed.CastingVote == Choice.For), "it is carried or not as the sum says");
        motion.Proclaimed = proclaimed;
    }
}
