using Autogestion.Domain.Bodies;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Assemblies;

/// <summary>What a notice is decided against.</summary>
/// <param name="Roll">Those entitled in the body now.</param>
/// <param name="BodyKind">Null when there is no such body.</param>
/// <param name="CouncilExists">Without a council its matters fall to the assembly.</param>
public sealed record NoticeGround(BodyKind? BodyKind, ImmutableArray<PersonId> Roll, bool CouncilExists, StatuteBook Statutes, ResolutionList Resolutions, DateTimeZone Zone)
{
    /// <summary>What comes onto the next agenda of the body by itself, apart from resolutions.</summary>
    public ImmutableArray<Came> Arising { get; init; } = [];

    /// <summary>Whether a sitting of that kind decides by the norms only.</summary>
    public bool IsInternal(AssemblyKind kind) => NoticeDecider.IsInternal(kind) || (kind == AssemblyKind.Session && BodyKind?.IsInternal() == true);

    /// <summary>Whether the body may decide a matter that is not its own for the assembly to confirm.</summary>
    public bool MayPropose(Matter matter) => BodyKind?.IsInternal() == true && NoticeDecider.IsCompetent(matter, Bodies.BodyKind.Assembly, CouncilExists, Statutes);
}

/// <summary>Decides notices and petitions.</summary>
public static class NoticeDecider
{
    private const int MostItems = 60;

    /// <summary>How far ahead a sitting can be called where the rules set no limit.</summary>
    private static readonly Duration MostAhead = Duration.FromDays(366);

    public static Decision Decide(IssueNotice act, Stamp stamp, AssemblyBoard board, NoticeGround ground) =>
        Notice(act.Body, act.Kind, act.Start, act.Place, act.Agenda, null, stamp, board, ground);

    public static Decision Decide(PetitionAssembly act, Stamp stamp, AssemblyBoard board, NoticeGround ground)
    {
        if (act.Kind is not (AssemblyKind.Extraordinary or AssemblyKind.Weekly or AssemblyKind.Ordinary)) return AssembliesRefusals.WrongKind;
        if (Flaw(act.Kind, BodyId.Assembly, act.Agenda, ground) is { } flaw) return flaw;
        var petitioned = new AssemblyPetitioned(board.NextPetition, act.Kind, act.Agenda);
        return Reached(board.NextPetition, 1, stamp, ground) is { } reached ? Decision.Of(petitioned, reached) : petitioned;
    }

    public static Decision Decide(SignPetition act, Stamp stamp, AssemblyBoard board, NoticeGround ground)
    {
        if (!board.Petitions.TryGetValue(act.Petition.Value, out var petition)) return AssembliesRefusals.UnknownPetition;
        if (petition.Signatures.Contains(stamp.Actor)) return AssembliesRefusals.AlreadySigned;
        var signed = new PetitionSigned(act.Petition);
        var signatures = petition.Signatures.Count(ground.Roll.Contains) + 1;
        return petition.Reached is null && Reached(act.Petition, signatures, stamp, ground) is { } reached ? Decision.Of(signed, reached) : signed;
    }

    /// <param name="someoneConvenes">Whether anybody holds a live power to convene.</param>
    public static Decision Decide(IssuePetitionedNotice act, Stamp stamp, AssemblyBoard board, NoticeGround ground, bool someoneConvenes, MandateId nextMandate)
    {
        if (!board.Petitions.TryGetValue(act.Petition.Value, out var petition)) return AssembliesRefusals.UnknownPetition;
        if (stamp.Authority is Authority.Mandate) return Notice(BodyId.Assembly, petition.Kind, act.Start, act.Place, petition.Agenda, act.Petition, stamp, board, ground);
        if (!petition.Signatures.Contains(stamp.Actor)) return AssembliesRefusals.NotSigner;
        if (board.Current.Values.Any(assembly => assembly.Petition == act.Petition && assembly.NoticedBy == stamp.Actor)) return AssembliesRefusals.AlreadyCalled;
        var rule = ground.Statutes.Rule(someoneConvenes ? Rules.PetitionShare : Rules.SelfConvening);
        var needed = Needed(rule.Value.Value, ground.Roll.Length);
        var signatures = petition.Signatures.Count(ground.Roll.Contains);
        if (signatures < needed) return AssembliesRefusals.TooFewSignatures.With("needed", needed).With("signatures", signatures).Under(rule.Cited);
        if (someoneConvenes && petition.ReachedAt is { } at && stamp.Entered < ConvenersTurnEnds(petition, at, ground.Zone))
            return AssembliesRefusals.ConvenersTurn.With("until", ConvenersTurnEnds(petition, at, ground.Zone)).Under(ground.Statutes.Rule(Rules.PetitionHeldWithin).Cited);
        return Notice(BodyId.Assembly, petition.Kind, act.Start, act.Place, petition.Agenda, act.Petition, stamp, board, ground) switch
        {
            Decision.Entered entered => Decision.Of([.. entered.Entries, new SittingMandateGranted(nextMandate, board.NextAssembly, SittingRole.Chair, stamp.Actor)]),
            var refused => refused,
        };
    }

    /// <summary>Half of the time that the law gives is for those who convene; then the petitioners may.</summary>
    public static Instant ConvenersTurnEnds(Petition petition, Instant reachedAt, DateTimeZone zone)
    {
        var first = reachedAt.InZone(zone).Date;
        var days = Period.DaysBetween(first, petition.Reached!.HeldBy);
        return zone.AtStartOfDay(first.PlusDays((days + 1) / 2)).ToInstant();
    }

    // Never more than there are: a number that nobody could reach would take the last way to an assembly.
    internal static int Needed(Quorum signatures, int roll) => Math.Clamp(signatures.Needed(roll), 1, Math.Max(1, roll));

    private static PetitionReached? Reached(PetitionId id, int signatures, Stamp stamp, NoticeGround ground)
    {
        var needed = Needed(ground.Statutes.Rule(Rules.PetitionShare).Value.Value, ground.Roll.Length);
        var within = ground.Statutes.Rule(Rules.PetitionHeldWithin).Value.Value;
        return signatures >= needed ? new(id, signatures, ground.Roll.Length, within.After(stamp.Entered.InZone(ground.Zone).Date)) : null;
    }

    internal static Decision Notice(
        BodyId body, AssemblyKind kind, LocalDateTime start, Text place, ImmutableArray<AgendaDraft> drafts, PetitionId? petition, Stamp stamp, AssemblyBoard board, NoticeGround ground,
        CalledUpon? upon = null)
    {
        if (Flaw(kind, body, drafts, ground) is { } flaw) return flaw;
        var first = Moment(start, stamp.Entered, ground.Zone);
        if (TooShortOrLong(kind, first, stamp.Entered, ground) is { } untimely) return untimely;
        var calls = ground.Statutes.Rule(CallsKey(kind)).Value.Value
            .Select((call, index) => new NoticedCall(index + 1, first + Duration.FromMinutes(call.MinDelay), call.Quorum));
        return new AssemblyNoticed(
            board.NextAssembly, body, kind, place, [.. calls], Agenda(body, kind, drafts, stamp, board, ground), ground.Statutes.Version, ground.Roll.Length, petition, upon);
    }

    internal static Refusal? Flaw(AssemblyKind kind, BodyId body, ImmutableArray<AgendaDraft> drafts, NoticeGround ground)
    {
        if (ground.BodyKind is not { } bodyKind) return AssembliesRefusals.UnknownBody;
        if ((body == BodyId.Assembly) == (kind == AssemblyKind.Session)) return AssembliesRefusals.WrongKind;
        if (drafts.Length is 0 or > MostItems) return AssembliesRefusals.BadAgenda;
        if (ground.Roll.Length == 0) return AssembliesRefusals.NobodyEntitled;
        foreach (var draft in drafts)
        {
            if (!IsCompetent(draft.Matter, bodyKind, ground.CouncilExists, ground.Statutes) && !(draft.ToRatify && ground.MayPropose(draft.Matter)))
                return AssembliesRefusals.OtherBody.With("matter", draft.Matter).Under(ground.Statutes.Rule(Rules.CompetentBody(draft.Matter)).Cited);
            var reserved = ground.Statutes.Rule(Rules.Reserved(draft.Matter));
            if (reserved.Value.Value && ground.IsInternal(kind) && !draft.ToRatify)
                return AssembliesRefusals.ReservedMatter.With("matter", draft.Matter).Under(reserved.Cited);
        }
        return null;
    }

    /// <summary>Whether a body of that kind decides a matter.</summary>
    public static bool IsCompetent(Matter matter, BodyKind body, bool councilExists, StatuteBook statutes) => matter == Matter.DecideAppeal
        ? body is BodyKind.Assembly or BodyKind.AppealsCommittee
        : statutes.Rule(Rules.CompetentBody(matter)).Value.Value switch
        {
            "Assembly" => body == BodyKind.Assembly,
            "Council" => body == BodyKind.Council || (!councilExists && body == BodyKind.Assembly),
            _ => true,
        };

    /// <summary>By the norms, not by the law.</summary>
    public static bool IsInternal(AssemblyKind kind) => kind is AssemblyKind.Weekly or AssemblyKind.Shift;

    // Hours out of all reason are brought within a century, where they are refused like any other.
    private static Instant Moment(LocalDateTime start, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).LocalDateTime;
        return zone.AtLeniently(LocalDateTime.Max(today.PlusYears(-100), LocalDateTime.Min(today.PlusYears(100), start))).ToInstant();
    }

    private static RuleKey<RuleValue.Calls> CallsKey(AssemblyKind kind) => kind switch
    {
        AssemblyKind.Ordinary or AssemblyKind.Extraordinary => Rules.FormalCalls,
        AssemblyKind.Session => Rules.CouncilCalls,
        _ => Rules.InternalCalls,
    };

    private static Refusal? TooShortOrLong(AssemblyKind kind, Instant first, Instant entered, NoticeGround ground)
    {
        var least = ground.Statutes.Rule(kind switch
        {
            AssemblyKind.Ordinary => Rules.OrdinaryNotice,
            AssemblyKind.Extraordinary => Rules.ExtraordinaryNotice,
            AssemblyKind.Session => Rules.CouncilNotice,
            _ => Rules.InternalNotice,
        });
        var earliest = least.Value.Value.Earliest(entered, ground.Zone);
        if (first < earliest) return AssembliesRefusals.NoticeTooShort.With("earliest", earliest).With("amount", least.Value.Value.Amount).Under(least.Cited);
        if (kind is not (AssemblyKind.Ordinary or AssemblyKind.Extraordinary))
            return first > entered + MostAhead ? AssembliesRefusals.NoticeTooLong.With("latest", entered + MostAhead) : null;
        var most = ground.Statutes.Rule(kind == AssemblyKind.Ordinary ? Rules.OrdinaryNoticeMost : Rules.ExtraordinaryNoticeMost);
        var latest = most.Value.Value.Latest(entered, ground.Zone);
        return first > latest ? AssembliesRefusals.NoticeTooLong.With("latest", latest).Under(most.Cited) : null;
    }

    /// <summary>
    /// Before what is new comes what this body was left with: to ratify (formal assemblies only, from whatever body), blocked, overdue,
    /// what auditors observed and people appeal against, what was put off, asked for or crossed a threshold.
    /// </summary>
    internal static ImmutableArray<AgendaItem> Agenda(BodyId body, AssemblyKind kind, ImmutableArray<AgendaDraft> drafts, Stamp stamp, AssemblyBoard board, NoticeGround ground)
    {
        var today = stamp.Entered.InZone(ground.Zone).Date;
        // A sitting that was opened and never closed must not keep anything off the next agenda.
        var longest = ground.Statutes.Rule(Rules.LongestRecess).Value.Value;
        var items = board.Current.Values.Where(assembly => assembly.OpenedAt is not { } at || longest.Latest(at, ground.Zone) > stamp.Entered).SelectMany(assembly => assembly.Agenda).ToImmutableArray();
        var underWay = items.Select(item => item.About).ToImmutableHashSet();
        var came = items.Select(item => item.Came).ToImmutableHashSet();
        var back = ground.Resolutions.StillOpen
            .Where(resolution => !underWay.Contains(resolution.Id))
            .Where(resolution => resolution.State == ResolutionState.ToRatify ? body == BodyId.Assembly && !IsInternal(kind) : resolution.Body == body && resolution.ReopensAgenda(today))
            .Where(resolution => !IsInternal(kind) || !ground.Statutes.Rule(Rules.Reserved(resolution.Matter)).Value.Value)
            .Take(MostItems)
            .Select(resolution => new AgendaItem(0, null, resolution.Matter, resolution.Id));
        var arising = ground.Arising
            .Where(one => !came.Contains(one) && (one is Came.Observed || !ground.IsInternal(kind)))
            .Take(MostItems)
            .Select(one => new AgendaItem(0, null, one is Came.Appealed ? Matter.DecideAppeal : Matter.General, Came: one));
        var called = board.Current.Values.Where(assembly => assembly.Body == body && assembly.Opening is null).SelectMany(assembly => assembly.Agenda).ToImmutableArray();
        var referred = board.Referrals.Values
            .Where(referral => referral.ComesTo(body, today) && !called.Any(referral.Is))
            .Select(referral => new AgendaItem(0, referral.Words, body == referral.Body ? referral.Matter : Matter.General))
            .Where(item => !IsInternal(kind) || !ground.Statutes.Rule(Rules.Reserved(item.Matter)).Value.Value)
            .Take(MostItems);
        var waiting = board.Calling.Docket
            .Where(one => one.Body == body && !came.Contains(one.Came) && ground.BodyKind is { } of && IsCompetent(one.Matter, of, ground.CouncilExists, ground.Statutes) && (!IsInternal(kind) || !ground.Statutes.Rule(Rules.Reserved(one.Matter)).Value.Value))
            .Take(MostItems)
            .Select(one => new AgendaItem(0, one.Title, one.Matter, Came: one.Came));
        return [.. back.Concat(arising).Concat(referred).Concat(waiting)
            .Concat(drafts.Select(draft => new AgendaItem(0, draft.Title, draft.Matter, null, draft.ToRatify && ground.IsInternal(kind))))
            .Select((item, index) => item with { Number = index + 1 })];
    }
}
