using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>The naive model's votes: on the agenda, one person one voice, nobody who is recused, the sum added up again.</summary>
internal sealed partial class Judge
{
    private sealed class Floor(MotionTabled tabled)
    {
        public MotionTabled Tabled { get; } = tabled;

        public VoteOpened? Vote { get; set; }

        public HashSet<PersonId> InRoomThen { get; set; } = [];

        public Dictionary<PersonId, (Choice Choice, PersonId By)> Ballots { get; } = [];

        public VoteCounted? Counted { get; set; }

        public PersonId CountedBy { get; set; }

        public ResultProclaimed? Proclaimed { get; set; }
    }

    private void JudgeVote(Entry entry)
    {
        switch (entry)
        {
            case MotionTabled tabled: JudgeMotion(tabled); break;
            case VoteOpened opened: JudgeOpenVote(opened); break;
            case BallotCast cast: JudgeBallot(cast); break;
            case VoteCounted counted: JudgeCount(counted); break;
            case ResultProclaimed proclaimed: JudgeResult(proclaimed); break;
            case ResolutionAdopted adopted:
                var motion = sittings[adopted.Assembly.Value].Motions[adopted.Motion.Value];
                Demand(stroke is [.., ResultProclaimed { Carried: true } result] && result.Motion == adopted.Motion, "a resolution is a motion that was just proclaimed carried");
                Demand(Equals(adopted.Effect, motion.Tabled.Effect) && adopted.Matter == motion.Tabled.Matter && adopted.Body == sittings[adopted.Assembly.Value].Notice.Body, "it is what was tabled");
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
        Demand(tabled.Matter == (tabled.Effect is null ? item.Matter : MatterOf(tabled.Effect, sitting)), "the matter is that of the effect");
        if (tabled.Matter != item.Matter) Demand(RuleOf(version, Rules.OffAgenda(tabled.Matter)).Value != "Never" && tabled.AsConsequence, "it is on the agenda, or the rules let it arise");
        if (tabled.Effect is not null) Demand(IsCompetent(tabled.Matter, sitting.Notice.Body, version), "the body is competent");
        var isFormal = sitting.Notice.Kind is AssemblyKind.Ordinary or AssemblyKind.Extraordinary or AssemblyKind.Session;
        Demand(isFormal || item.ToRatify || !RuleOf(version, Rules.Reserved(tabled.Matter)).Value, "what is reserved waits for a formal assembly");
        if (bodies[sitting.Notice.Body] != BodyKind.Assembly && TouchesAudit(tabled.Effect, sitting)) Demand(false, "only the assembly touches those who audit");
        sitting.Motions.Add(tabled.Motion.Value, new(tabled));
    }

    private Matter MatterOf(Act effect, Sitting sitting) => effect switch
    {
        GrantMandate grant => TermsOf(grant.Post, sitting) is var terms && terms.Powers.Contains(Power.Audit) ? Matter.ElectAuditor
            : bodies.GetValueOrDefault(terms.Body, BodyKind.Sector) == BodyKind.Council || ProposedCouncil(terms.Body, sitting) ? Matter.ElectCouncil : Matter.ElectPost,
        Ratify ratify => resolutions[ratify.Resolution.Value].Entry.Matter,
        SetAside aside => resolutions[aside.Resolution.Value].Entry is var undone && undone.Effect is GrantMandate ? Matter.RecallMandate : undone.Matter,
        _ => ((OnMatterAttribute)effect.GetType().GetCustomAttributes(typeof(OnMatterAttribute), false).Single()).Matter,
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
        Demand(motion.Vote is null && sitting.Item == motion.Tabled.Item && sitting.Motions.Values.All(other => other.Vote is null || other.Proclaimed is not null), "one vote at a time, on the item that is taken");
        Demand(opened.Present == here.Count && opened.Roll == roll.Length, "the heads are counted");
        var singled = SingledOut(motion.Tabled, roll);
        Demand(opened.Recused.ToHashSet().SetEquals(singled.Where(here.Contains)), "whom it singles out does not vote");
        Demand(!singled.Contains(now.Stamp.Actor), "whom it singles out does not chair");
        if (RuleOf(version, Rules.QuorumAt).Value == "EachVote")
            Demand(here.Count >= Math.Min(roll.Length, QuorumOf(sitting.Notice.Calls[sitting.Opened!.Call - 1].Quorum, roll.Length)), "there is a quorum at the vote");
        Demand(here.Count >= QuorumOf(RuleOf(version, Rules.QuorumFor(motion.Tabled.Matter)).Value, roll.Length), "there is the quorum of the matter");
        var off = motion.Tabled.AsConsequence ? RuleOf(version, Rules.OffAgenda(motion.Tabled.Matter)).Value : "";
        var majority = off switch
        {
            "MajorityOfAll" => new(new(1, 2), true, ThresholdBase.Roll, Uncounted.CountInBase, Uncounted.CountInBase, true),
            "TwoThirdsOfPresent" => new(new(2, 3), false, ThresholdBase.Present, Uncounted.CountInBase, Uncounted.CountInBase),
            _ => RuleOf(version, Rules.MajorityFor(motion.Tabled.Matter)).Value,
        };
        Demand(opened.Majority == majority, "the majority is that of the rules at the notice");
        Demand(opened.Method == VoteMethod.Paper || !RuleOf(version, Rules.Secret(motion.Tabled.Matter)).Value, "what must be secret is on paper");
        (motion.Vote, motion.InRoomThen) = (opened, here);
    }

    private HashSet<PersonId> SingledOut(MotionTabled tabled, PersonId[] roll)
    {
        PersonId? Of(Act? effect) => effect switch
        {
            RecallMandate recall => seats.ContainsKey(recall.Mandate.Value) || (roles.ContainsKey(recall.Mandate.Value) && !ended.ContainsKey(recall.Mandate.Value)) ? HolderOf(recall.Mandate.Value) : null,
            Suspend suspend => suspend.Person,
            Ratify ratify => Of(resolutions[ratify.Resolution.Value].Entry.Effect),
            SetAside aside => resolutions[aside.Resolution.Value].Entry.Effect switch { GrantMandate grant => grant.Person, Admit admit => admit.Person, var other => Of(other) },
            _ => null,
        };
        if (Of(tabled.Effect) is { } one) return [one];
        if (tabled.Matter != Matter.ApproveAccounts) return [];
        var managers = LiveSeats(At).Where(seat => posts[seat.Post.Value] is var terms && (terms.Powers.Contains(Power.Audit) || bodies[terms.Body] == BodyKind.Council)).Select(seat => seat.Person).ToHashSet();
        return managers.Count > 1 && roll.All(managers.Contains) ? [] : managers;
    }

    private void JudgeBallot(BallotCast cast)
    {
        var sitting = sittings[cast.Assembly.Value];
        var motion = sitting.Motions[cast.Motion.Value];
        Demand(motion is { Vote: not null, Counted: null }, "a ballot is cast while the vote is open");
        Demand(IsHereAndEntitled(sitting, cast.Person) && motion.InRoomThen.Contains(cast.Person) && !motion.Vote!.Recused.Contains(cast.Person), "who votes was counted, is here, is entitled and not recused");
        Demand(cast.ByHand ? Has(Power.KeepAttendance) || Has(Power.CountVotes) : cast.Person == now.Stamp.Actor, "one votes oneself, or aloud");
        Demand(motion.Ballots.TryAdd(cast.Person, (cast.Choice, now.Stamp.Actor)), "one person has one voice");
    }

    private void JudgeCount(VoteCounted counted)
    {
        var sitting = sittings[counted.Assembly.Value];
        var motion = sitting.Motions[counted.Motion.Value];
        var (vote, count) = (motion.Vote!, counted.Count);
        Demand(motion.Counted is null && !vote.Recused.Contains(now.Stamp.Actor), "a vote is counted once, by nobody whom it singles out");
        Demand((count.Present, count.Roll, count.Recused) == (vote.Present, vote.Roll, vote.Recused.Length), "the count is over those of the vote");
        int[] heads = [count.For, count.Against, count.Abstain, count.Blank];
        Demand(heads.All(number => number >= 0) && heads.Sum() <= vote.Present - vote.Recused.Length, "no more ballots than people");
        if (vote.Method is VoteMethod.OwnPhone or VoteMethod.RollCall)
            Demand(count.For == motion.Ballots.Values.Count(ballot => ballot.Choice == Choice.For) && count.Against == motion.Ballots.Values.Count(ballot => ballot.Choice == Choice.Against)
                && count.Abstain == motion.Ballots.Values.Count(ballot => ballot.Choice == Choice.Abstain) && counted.Tellers.IsEmpty, "the count is that of the ballots");
        else
            Demand(counted.Tellers.Distinct().Count() == 2 && counted.Tellers.All(teller => !vote.Recused.Contains(teller)
                && roles.Values.Any(role => role.Assembly == counted.Assembly && role.Role == SittingRole.Teller && role.Person == teller && IsLive(role.Mandate.Value, At))), "two tellers counted");
        (motion.Counted, motion.CountedBy) = (counted, now.Stamp.Actor);
    }

    private void JudgeResult(ResultProclaimed proclaimed)
    {
        var sitting = sittings[proclaimed.Assembly.Value];
        JudgeChair(sitting);
        var motion = sitting.Motions[proclaimed.Motion.Value];
        Demand(motion is { Counted: not null, Proclaimed: null } && !motion.Vote!.Recused.Contains(now.Stamp.Actor), "the chair proclaims once what was counted");
        var handWritten = motion.Ballots.Any(ballot => ballot.Value.By == now.Stamp.Actor && ballot.Key != now.Stamp.Actor);
        Demand(!handWritten && (motion.Counted!.Tellers.IsEmpty || motion.CountedBy != now.Stamp.Actor), "no result is the work of one");
        var (whole, needed, carried) = Add(motion.Vote!.Majority, motion.Counted!.Count);
        Demand((proclaimed.Sum.Base, proclaimed.Sum.Needed, proclaimed.Sum.Carried) == (whole, needed, carried), "the sum adds up");
        if (proclaimed.CastingVote is not null)
            Demand(!carried && motion.Counted.Count.For == motion.Counted.Count.Against && IsHereAndEntitled(sitting, now.Stamp.Actor) && motion.Counted.Count.For + 1 >= needed, "a casting vote breaks a tie that one voice breaks");
        Demand(proclaimed.Carried == (carried || proclaimed.CastingVote == Choice.For), "it is carried or not as the sum says");
        motion.Proclaimed = proclaimed;
    }
}
