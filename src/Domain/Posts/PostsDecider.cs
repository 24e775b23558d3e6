using Autogestion.Domain.Bodies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Posts;

/// <summary>Decides posts and mandates: elected, bounded, rotating, revocable at any time.</summary>
public static class PostsDecider
{
    private const int MostSeats = 500;
    private const int MostTermMonths = 120;
    private const int MostMonthsAhead = 12;

    public static Decision Decide(PostAct act, Stamp stamp, PostBoard board, Roster roster, BodyList bodies, StatuteBook statutes) => act switch
    {
        CreatePost create => Create(create, stamp, board, roster.Zone, bodies, statutes),
        ClosePost close => Close(close, stamp, board, statutes),
        GrantMandate grant => Grant(grant, stamp, board, roster, bodies),
        FillPost fill => Fill(fill, stamp, board, roster, bodies),
        SetElectionTerms set => SetTerms(set, board),
        RecallMandate recall => End(recall.Mandate, MandateEnd.Recall, stamp, board),
        ResignMandate resign => Resign(resign, stamp, board),
        NameSittingOfficer name => Name(name, stamp, board, roster),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Decision Create(CreatePost act, Stamp stamp, PostBoard board, DateTimeZone zone, BodyList bodies, StatuteBook statutes)
    {
        if (Flaw(act.Terms, stamp, zone, bodies, statutes) is { } flaw) return flaw;
        var id = act.Id ?? board.NextPost;
        return board.Posts.ContainsKey(id.Value) ? PostsRefusals.BadTerms : new PostCreated(id, act.Terms);
    }

    /// <summary>Why a post cannot be as described, or null.</summary>
    public static Refusal? Flaw(PostTerms terms, Stamp stamp, DateTimeZone zone, BodyList bodies, StatuteBook statutes)
    {
        if (bodies.Find(terms.Body) is not { Dissolved: false } body) return PostsRefusals.UnknownBody;
        if (terms.Seats is < 1 or > MostSeats || terms.TermMonths is < 1 or > MostTermMonths || terms.MostConsecutive < 1 || terms.LeastGapMonths is < 0 or > MostTermMonths)
            return PostsRefusals.BadTerms;
        if (terms.Powers.Any(power => power is Power.None or Power.Chair or Power.KeepAttendance or Power.CountVotes or Power.SignMinutes)) return PostsRefusals.PowerOfSitting;
        var audits = terms.Powers.Contains(Power.Audit);
        if (audits && (body.Kind == BodyKind.Council || terms.Powers.Length > 1)) return PostsRefusals.AuditApart;
        var key = audits ? Rules.AuditorTerm : body.Kind == BodyKind.Council ? Rules.CouncilTerm : null;
        if (key is null) return null;
        var rule = statutes.Rule(key);
        var today = stamp.Entered.InZone(zone).Date;
        return today.PlusMonths(terms.TermMonths) > rule.Value.Value.After(today)
            ? PostsRefusals.TermTooLong.With("months", terms.TermMonths).Under(rule.Cited)
            : null;
    }

    private static Decision Close(ClosePost act, Stamp stamp, PostBoard board, StatuteBook statutes)
    {
        if (board.Find(act.Post) is null) return PostsRefusals.UnknownPost;
        if (StillHeld([act.Post], stamp, board, statutes) is { } held) return held;
        var ended = board.NotOver(stamp.Entered).Where(mandate => mandate.Post == act.Post).Select(mandate => new MandateEnded(mandate.Id, MandateEnd.PostClosed));
        return Decision.Of([.. ended, new PostClosed(act.Post)]);
    }

    /// <summary>Why posts cannot be closed now, or null: closing one that is held would be a recall by a smaller majority.</summary>
    public static Refusal? StillHeld(IEnumerable<PostId> posts, Stamp stamp, PostBoard board, StatuteBook statutes)
    {
        var rule = statutes.Rule(Rules.HeldPost);
        var held = board.NotOver(stamp.Entered).Count(mandate => mandate.Post is { } post && posts.Contains(post));
        return held > 0 && rule.Value.Value == "Refused" ? PostsRefusals.StillHeld.With("mandates", held).Under(rule.Cited) : null;
    }

    private static Decision Grant(GrantMandate act, Stamp stamp, PostBoard board, Roster roster, BodyList bodies)
    {
        if (board.Find(act.Post) is not { } post) return PostsRefusals.UnknownPost;
        if (!roster.Votes(act.Person, stamp.Entered)) return PostsRefusals.HolderNotMember;
        var today = stamp.Entered.InZone(roster.Zone).Date;
        if (act.From < today) return PostsRefusals.DayPassed;
        if (act.From > today.PlusMonths(MostMonthsAhead)) return PostsRefusals.DayTooFar.With("months", MostMonthsAhead);
        var (from, until) = Span(post, act.From, stamp.Entered, roster.Zone);
        if (Hindrance(post, act.Person, from, until, board, bodies, roster.Zone) is { } hindrance) return hindrance;
        return new MandateGranted(
            board.NextMandate, post.Id, act.Person, from, until, post.Terms.Powers, (stamp.Authority as Authority.Resolution)?.Id);
    }

    /// <summary>From when to when a mandate of a post would run that begins on a day, or at once.</summary>
    public static (Instant From, Instant Until) Span(Post post, LocalDate? day, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        var first = day ?? today;
        return (first == today ? now : zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(first.PlusMonths(post.Terms.TermMonths)).ToInstant());
    }

    /// <summary>Seats of a post that nobody holds between two moments.</summary>
    public static int FreeSeats(Post post, Instant from, Instant until, PostBoard board) =>
        Math.Max(0, post.Terms.Seats - board.NotOver(from).Count(mandate => mandate.Post == post.Id && mandate.From < until));

    // Each seat is given on what the one before left. Before the result there is nobody to seat: only whether there is a seat is asked.
    private static Decision Fill(FillPost act, Stamp stamp, PostBoard board, Roster roster, BodyList bodies)
    {
        if (board.Find(act.Post) is not { } post) return PostsRefusals.UnknownPost;
        if (act.Elected is not { } elected)
        {
            var (from, until) = Span(post, act.From, stamp.Entered, roster.Zone);
            return FreeSeats(post, from, until, board) > 0 ? ImmutableArray<Entry>.Empty : PostsRefusals.NoFreeSeat.With("seats", post.Terms.Seats);
        }
        var entries = ImmutableArray.CreateBuilder<Entry>();
        foreach (var person in elected)
        {
            if (Grant(new(act.Post, person, act.From), stamp, board, roster, bodies) is not Decision.Entered granted) return Grant(new(act.Post, person, act.From), stamp, board, roster, bodies);
            entries.AddRange(granted.Entries);
            board = granted.Entries.Aggregate(board, (next, entry) => PostBoard.Evolve(next, entry, stamp));
        }
        return entries.ToImmutable();
    }

    private static Decision SetTerms(SetElectionTerms act, PostBoard board)
    {
        if (board.Find(act.Post) is not { } post) return PostsRefusals.UnknownPost;
        var terms = act.Terms;
        var formFits = terms.Form is null or QuestionForm.Approval or QuestionForm.Ranked or QuestionForm.Lot || (terms.Form == QuestionForm.OneOf && post.Terms.Seats == 1);
        return formFits && terms.Substitutes is >= 0 and <= MostSeats && (terms.Quota is not { } quota || quota.Least <= new Fraction(1, 1))
            ? new ElectionTermsSet(act.Post, terms)
            : PostsRefusals.BadTerms;
    }

    /// <summary>Why a person cannot hold a post from one moment to another, or null: also asked at candidacy, when it does not matter how many stand.</summary>
    public static Refusal? Hindrance(Post post, PersonId person, Instant from, Instant until, PostBoard board, BodyList bodies, DateTimeZone zone, bool whateverSeats = false)
    {
        if (Obstacle(post, person, from, until, board, bodies, whateverSeats) is { } obstacle) return obstacle;
        return post.Terms.MostConsecutive is { } most && InARow(post, person, from, board, zone) >= most
            ? PostsRefusals.MustRotate.With("most", most).With("months", post.Terms.LeastGapMonths)
            : null;
    }

    /// <summary>Why a mandate that was ended cannot be given back for the rest of its term, or null: who took the seat since keeps it.</summary>
    public static Refusal? CannotRestore(Mandate mandate, Post post, Stamp stamp, PostBoard board, Roster roster, BodyList bodies)
    {
        if (mandate.Until is not { } until || until <= stamp.Entered) return PostsRefusals.UnknownMandate;
        if (post.Closed) return PostsRefusals.UnknownPost;
        if (!roster.Belongs(mandate.Person, stamp.Entered)) return PostsRefusals.HolderNotMember;
        return Obstacle(post, mandate.Person, stamp.Entered, until, board, bodies);
    }

    private static Refusal? Obstacle(Post post, PersonId person, Instant from, Instant until, PostBoard board, BodyList bodies, bool whateverSeats = false)
    {
        var held = board.NotOver(from).Where(mandate => mandate.Post is not null && mandate.From < until).ToImmutableArray();
        if (held.Any(mandate => mandate.Post == post.Id && mandate.Person == person)) return PostsRefusals.AlreadyHolds;
        if (!whateverSeats && held.Count(mandate => mandate.Post == post.Id) >= post.Terms.Seats) return PostsRefusals.NoFreeSeat.With("seats", post.Terms.Seats);
        return held.Any(mandate => mandate.Person == person && Excludes(post, board.Posts[mandate.Post!.Value.Value], bodies)) ? (Refusal)PostsRefusals.Incompatible : null;
    }

    private static bool Excludes(Post one, Post other, BodyList bodies)
    {
        bool Names(Post a, Post b) => a.Terms.IncompatibleWith?.Contains(b.Id) == true;
        bool Audits(Post post) => post.Terms.Powers.Contains(Power.Audit);
        bool Runs(Post post) => bodies.Find(post.Terms.Body)?.Kind == BodyKind.Council || post.Terms.Powers.Any(power => power is Power.Convene or Power.KeepRoster or Power.Represent);

        bool Appeals(Post post) => bodies.Find(post.Terms.Body)?.Kind == BodyKind.AppealsCommittee;
        bool Council(Post post) => bodies.Find(post.Terms.Body)?.Kind == BodyKind.Council;

        return Names(one, other) || Names(other, one) || (Appeals(one) && Council(other)) || (Appeals(other) && Council(one)) || (Audits(one) && Runs(other)) || (Audits(other) && Runs(one));
    }

    // Terms in a row, going back from a new one: a pause of at least the gap breaks the row. A term cut short counts.
    private static int InARow(Post post, PersonId person, Instant from, PostBoard board, DateTimeZone zone)
    {
        var count = 0;
        var next = from.InZone(zone).Date;
        foreach (var mandate in board.Times(post.Id, person).Reverse().Where(mandate => mandate.From < from))
        {
            var end = (mandate.To ?? from).InZone(zone).Date;
            if (end.PlusMonths(Math.Max(1, post.Terms.LeastGapMonths)) <= next) break;
            count++;
            next = mandate.From.InZone(zone).Date;
        }
        return count;
    }

    private static Decision Resign(ResignMandate act, Stamp stamp, PostBoard board)
    {
        var ended = End(act.Mandate, MandateEnd.Resignation, stamp, board);
        return ended is Decision.Entered && board.Find(act.Mandate)!.Person != act.Person ? PostsRefusals.NotYourMandate : ended;
    }

    private static Decision End(MandateId id, MandateEnd reason, Stamp stamp, PostBoard board)
    {
        if (board.Find(id) is not { } mandate || !mandate.IsNotOver(stamp.Entered)) return PostsRefusals.UnknownMandate;
        return mandate.Sitting is not null && reason == MandateEnd.Recall ? PostsRefusals.SittingMandate : new MandateEnded(id, reason);
    }

    private static Decision Name(NameSittingOfficer act, Stamp stamp, PostBoard board, Roster roster)
    {
        if (roster.StandingOf(act.Person, stamp.Entered) is not (Standing.Member or Standing.VoiceOnly)) return PostsRefusals.OfficerNotMember;
        if (board.Officers(act.Assembly).Any(officer => officer.Person == act.Person && officer.Role == act.Role)) return PostsRefusals.OfficerAlready;
        // There is one chair and one secretary: naming another replaces the first.
        var replaced = act.Role is SittingRole.Chair or SittingRole.Secretary
            ? board.Officers(act.Assembly).Where(officer => officer.Role == act.Role).Select(officer => new MandateEnded(officer.Id, MandateEnd.SittingClosed))
            : [];
        return Decision.Of([.. replaced, new SittingMandateGranted(board.NextMandate, act.Assembly, act.Role, act.Person)]);
    }
}
