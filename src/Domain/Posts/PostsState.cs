namespace Autogestion.Domain.Posts;

/// <summary>A post, open or closed.</summary>
public sealed record Post(PostId Id, PostTerms Terms, bool Closed);

/// <summary>A time in which a mandate rested.</summary>
/// <param name="To">Null while it lasts.</param>
public sealed record Pause(Instant From, Instant? To);

/// <summary>A seat given to a person, or a role in one sitting.</summary>
/// <param name="Post">Null for a role in a sitting.</param>
/// <param name="Sitting">The sitting, for a role in one.</param>
/// <param name="Until">Ends by itself at this moment; null for a sitting, whose close ends it.</param>
/// <param name="Resolution">What granted it; null for the founding deed or for a sitting.</param>
public sealed record Mandate(
    MandateId Id,
    PostId? Post,
    AssemblyId? Sitting,
    SittingRole? Role,
    PersonId Person,
    Instant From,
    Instant? Until,
    ImmutableArray<Power> Powers,
    ResolutionId? Resolution,
    Instant? EndedAt = null,
    MandateEnd? End = null)
{
    /// <summary>Whether it gives powers at that moment.</summary>
    public bool IsLive(Instant when) => From <= when && (To is not { } end || end > when) && !IsPaused(when);

    /// <summary>Times in which it gave no powers though it was not over: while what granted it was suspended, or until what ended it fell.</summary>
    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>Whether it rests at that moment.</summary>
    public bool IsPaused(Instant when) => Pauses.Any(pause => pause.From <= when && (pause.To is not { } to || when < to));

    /// <summary>When it ended or will end: a term that was entered late was over all the same.</summary>
    public Instant? To => EndedAt is { } ended && (Until is not { } until || ended < until) ? ended : Until;

    /// <summary>Live, or yet to begin.</summary>
    public bool IsNotOver(Instant when) => To is not { } end || end > when;
}

/// <summary>Posts, and every mandate there has been (those of sittings only until they close).</summary>
public sealed record PostBoard
{
    public static readonly PostBoard Empty = new();

    public ImmutableSortedDictionary<int, Post> Posts { get; init; } = ImmutableSortedDictionary<int, Post>.Empty;

    public ImmutableSortedDictionary<int, Mandate> Mandates { get; init; } = ImmutableSortedDictionary<int, Mandate>.Empty;

    /// <summary>How posts elect, where a resolution said so.</summary>
    public ImmutableDictionary<PostId, ElectionTerms> Elections { get; init; } = ImmutableDictionary<PostId, ElectionTerms>.Empty;

    /// <summary>Where mandates are found.</summary>
    public MandateIndex Index { get; init; } = MandateIndex.Empty;

    public PostId NextPost { get; init; } = new(1);

    public MandateId NextMandate { get; init; } = new(1);

    public Post? Find(PostId id) => Posts.GetValueOrDefault(id.Value) is { Closed: false } post ? post : null;

    /// <summary>How a post elects.</summary>
    public ElectionTerms ElectionOf(PostId id) => Elections.GetValueOrDefault(id, ElectionTerms.Usual);

    public Mandate? Find(MandateId id) => Mandates.GetValueOrDefault(id.Value);

    /// <summary>Mandates that give powers at that moment.</summary>
    public IEnumerable<Mandate> Live(Instant when) => NotOver(when).Where(mandate => mandate.IsLive(when));

    /// <summary>Mandates that are live or have yet to begin: whoever leaves, and whatever is undone, leaves none of them behind.</summary>
    public IEnumerable<Mandate> NotOver(Instant when) => Index.NotOverAt(when).Select(id => Mandates[id]).Where(mandate => mandate.IsNotOver(when));

    /// <summary>Mandates whose end has not been entered, whether or not their term is over.</summary>
    public IEnumerable<Mandate> Unended => Index.Unended.Select(id => Mandates[id]);

    /// <summary>Mandates by which a person was given a post, the oldest first.</summary>
    public IEnumerable<Mandate> Times(PostId post, PersonId person) => Index.TimesOf(post, person).Select(id => Mandates[id]);

    /// <summary>The live mandate of a person that gives a power, if there is one.</summary>
    public Mandate? Giving(Power power, PersonId person, Instant when) =>
        Live(when).FirstOrDefault(mandate => mandate.Person == person && mandate.Powers.Contains(power));

    /// <summary>Who holds a post of this body at that moment: its members.</summary>
    public ImmutableArray<PersonId> HoldersIn(BodyId body, Instant when) =>
        [.. Live(when).Where(mandate => mandate.Post is { } post && Posts[post.Value].Terms.Body == body).Select(mandate => mandate.Person).Distinct()];

    /// <summary>Who holds a power in posts of one of these bodies at that moment.</summary>
    public IEnumerable<PersonId> Holding(Power power, Func<BodyId, bool> of, Instant when) =>
        Live(when).Where(mandate => mandate.Post is { } post && mandate.Powers.Contains(power) && of(Posts[post.Value].Terms.Body)).Select(mandate => mandate.Person);

    /// <summary>The live roles of a sitting.</summary>
    public IEnumerable<Mandate> Officers(AssemblyId assembly) =>
        Unended.Where(mandate => mandate.Sitting == assembly);

    /// <summary>Keeps a number for a post that a motion proposes.</summary>
    public PostBoard Reserve(PostId id) => this with { NextPost = new(Math.Max(NextPost.Value, id.Value + 1)) };

    /// <summary>The powers of a role in a sitting.</summary>
    public static ImmutableArray<Power> PowersOf(SittingRole role) => role switch
    {
        SittingRole.Chair => [Power.Chair, Power.SignMinutes],
        SittingRole.Secretary => [Power.KeepAttendance, Power.KeepMinutes, Power.SignMinutes],
        SittingRole.Teller => [Power.CountVotes],
        SittingRole.StandIn => [Power.Chair],
        _ => [Power.SignMinutes],
    };

    public static PostBoard Evolve(PostBoard board, Entry entry, Stamp stamp) => entry switch
    {
        PostCreated created => board.Reserve(created.Post) with { Posts = board.Posts.Add(created.Post.Value, new(created.Post, created.Terms, false)) },
        PostClosed closed => board with { Posts = board.Posts.SetItem(closed.Post.Value, board.Posts[closed.Post.Value] with { Closed = true }) },
        PostReopened reopened => board with { Posts = board.Posts.SetItem(reopened.Post.Value, board.Posts[reopened.Post.Value] with { Closed = false }) },
        ElectionTermsSet set => board with { Elections = board.Elections.SetItem(set.Post, set.Terms) },
        MandateGranted granted => board.With(new(
            granted.Mandate, granted.Post, null, null, granted.Person, granted.From, granted.Until, granted.Powers, granted.Resolution)),
        SittingMandateGranted granted => board.With(new(
            granted.Mandate, null, granted.Assembly, granted.Role, granted.Person, stamp.Entered, null, PowersOf(granted.Role), null)),
        MandateEnded ended when board.Find(ended.Mandate) is not { Sitting: null } => board.Without(ended.Mandate),
        MandateEnded ended => board.Change(ended.Mandate, mandate => mandate with { EndedAt = stamp.Entered, End = ended.Reason }),
        MandateRestored restored => board.Change(restored.Mandate, mandate => mandate with
        {
            Pauses = mandate.Pauses.Add(new(mandate.EndedAt ?? stamp.Entered, stamp.Entered)),
            EndedAt = null,
            End = null,
        }),
        MandatePaused paused => board.Change(paused.Mandate, mandate => mandate with { Pauses = mandate.Pauses.Add(new(stamp.Entered, null)) }),
        MandateResumed resumed => board.Change(resumed.Mandate, mandate => mandate with { Pauses = [.. mandate.Pauses.SkipLast(1), new((mandate.Pauses is [.., var last] ? last.From : stamp.Entered), stamp.Entered)] }),
        _ => board,
    };

    private PostBoard Change(MandateId id, Func<Mandate, Mandate> change)
    {
        var (before, after) = (Mandates[id.Value], change(Mandates[id.Value]));
        return this with { Mandates = Mandates.SetItem(id.Value, after), Index = Index.Change(before, after) };
    }

    private PostBoard With(Mandate mandate) => this with
    {
        Mandates = Mandates.Add(mandate.Id.Value, mandate),
        Index = Index.With(mandate),
        NextMandate = new(mandate.Id.Value + 1),
    };

    private PostBoard Without(MandateId id) => Find(id) is not { } role ? this : this with { Mandates = Mandates.Remove(id.Value), Index = Index.Without(role) };
}
