using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Assemblies;

/// <summary>Decides how items reach an agenda and how an assembly is called when whoever convenes does not, or need not.</summary>
public static class CallingDecider
{
    private static readonly ImmutableArray<AssemblyKind> WithoutNotice = [AssemblyKind.Extraordinary, AssemblyKind.Ordinary, AssemblyKind.Weekly];

    /// <param name="ground">That of the body whose agenda it is.</param>
    public static Decision Decide(RequestItem act, Stamp stamp, AssemblyBoard board, NoticeGround ground)
    {
        if (ground.BodyKind is not { } kind) return AssembliesRefusals.UnknownBody;
        if (!ground.Roll.Contains(stamp.Actor)) return CallingRefusals.NotOfBody;
        if (!NoticeDecider.IsCompetent(act.Item.Matter, kind, ground.CouncilExists, ground.Statutes))
            return AssembliesRefusals.OtherBody.With("matter", act.Item.Matter).Under(ground.Statutes.Rule(Rules.CompetentBody(act.Item.Matter)).Cited);
        var id = board.Calling.NextRequest;
        var asked = new ItemRequested(id, act.Body, act.Item);
        var request = new ItemRequest(id, act.Body, act.Item, stamp.Entered, stamp.Actor, [stamp.Actor]);
        return new Decision.Entered([asked, .. Reached(request, stamp, board, ground)]);
    }

    /// <param name="ground">That of the body whose agenda it is.</param>
    public static Decision Decide(SignItemRequest act, Stamp stamp, AssemblyBoard board, NoticeGround ground)
    {
        if (board.Calling.Requests.GetValueOrDefault(act.Request.Value) is not { } request) return CallingRefusals.UnknownRequest;
        if (!ground.Roll.Contains(stamp.Actor)) return CallingRefusals.NotOfBody;
        if (request.Signatures.Contains(stamp.Actor)) return CallingRefusals.RequestSigned;
        var signed = request with { Signatures = request.Signatures.Add(stamp.Actor) };
        return new Decision.Entered([new ItemRequestSigned(act.Request), .. Reached(signed, stamp, board, ground)]);
    }

    public static Decision Decide(ProposeUniversal act, Stamp stamp, AssemblyBoard board, NoticeGround ground)
    {
        var rule = ground.Statutes.Rule(Rules.Universal);
        if (!rule.Value.Value) return CallingRefusals.UniversalNotAllowed.Under(rule.Cited);
        if (!WithoutNotice.Contains(act.Kind)) return AssembliesRefusals.WrongKind;
        if (NoticeDecider.Flaw(act.Kind, BodyId.Assembly, act.Agenda, ground) is { } flaw) return flaw;
        return new UniversalProposed(board.Calling.NextUniversal, act.Kind, act.Place, act.Agenda);
    }

    public static Decision Decide(AcceptUniversal act, Stamp stamp, AssemblyBoard board, NoticeGround ground, MandateId nextMandate)
    {
        if (board.Calling.Universals.GetValueOrDefault(act.Universal.Value) is not { } universal) return CallingRefusals.UnknownUniversal;
        if (universal.At + Universal.Lasts <= stamp.Entered) return CallingRefusals.UniversalOver.With("until", universal.At + Universal.Lasts);
        if (universal.Accepted.Contains(stamp.Actor)) return CallingRefusals.UniversalAlreadyAccepted;
        var accepted = new UniversalAccepted(act.Universal);
        var all = universal.Accepted.Add(stamp.Actor);
        if (!ground.Roll.All(all.Contains)) return accepted;
        var call = new NoticedCall(1, stamp.Entered, new Quorum(new Fraction(1, 1)));
        var agenda = NoticeDecider.Agenda(BodyId.Assembly, universal.Kind, universal.Agenda, stamp, board, ground);
        return Decision.Of(
            accepted,
            new AssemblyNoticed(
                board.NextAssembly, BodyId.Assembly, universal.Kind, universal.Place, [call], agenda, ground.Statutes.Version, ground.Roll.Length, null, new CalledUpon.Everybody(act.Universal)),
            new SittingMandateGranted(nextMandate, board.NextAssembly, SittingRole.Chair, universal.First));
    }

    public static Decision Decide(DemandAssembly act, Stamp stamp, AssemblyBoard board, NoticeGround ground)
    {
        if (AuditorCannotCall(ground) is { } never) return never;
        if (NoticeDecider.Flaw(AssemblyKind.Extraordinary, BodyId.Assembly, act.Agenda, ground) is { } flaw) return flaw;
        return new AssemblyDemanded(board.Calling.NextDemand, act.Ground, act.Agenda, ground.Statutes.Rule(Rules.AuditorCallsAfter).Value.Value.Latest(stamp.Entered, ground.Zone));
    }

    /// <param name="byAuditor">The mandate cited gives no power to convene: it is an auditor who calls.</param>
    /// <param name="someoneConvenes">Whether anybody holds a live power to convene.</param>
    public static Decision Decide(IssueDemandedNotice act, Stamp stamp, AssemblyBoard board, NoticeGround ground, bool byAuditor, bool someoneConvenes, MandateId nextMandate)
    {
        if (byAuditor && AuditorCannotCall(ground) is { } never) return never;
        if (board.Calling.Demands.GetValueOrDefault(act.Demand.Value) is not { } demand) return CallingRefusals.UnknownDemand;
        if (board.Current.Values.Any(assembly => assembly.Upon is CalledUpon.Demand upon && upon.Id == act.Demand)) return CallingRefusals.DemandCalled;
        if (byAuditor && someoneConvenes && stamp.Entered <= demand.Until) return CallingRefusals.DemandOpen.With("until", demand.Until).Under(ground.Statutes.Rule(Rules.AuditorCallsAfter).Cited);
        var notice = NoticeDecider.Notice(
            BodyId.Assembly, AssemblyKind.Extraordinary, act.Start, act.Place, demand.Agenda, null, stamp, board, ground, new CalledUpon.Demand(act.Demand, byAuditor));
        return byAuditor ? WithChair(notice, stamp, board, nextMandate) : notice;
    }

    /// <param name="overdue">The ordinary assembly whose time is over and that nobody called; null when there is none.</param>
    public static Decision Decide(IssueOverdueOrdinary act, Stamp stamp, AssemblyBoard board, NoticeGround ground, LocalDate? overdue, MandateId nextMandate)
    {
        if (AuditorCannotCall(ground) is { } never) return never;
        if (overdue is not { } yearEnd) return CallingRefusals.OrdinaryNotOverdue.Under(ground.Statutes.Rule(Rules.OrdinaryWithin).Cited);
        var notice = NoticeDecider.Notice(
            BodyId.Assembly, AssemblyKind.Ordinary, act.Start, act.Place, act.Agenda, null, stamp, board, ground, new CalledUpon.OverdueOrdinary(yearEnd));
        return WithChair(notice, stamp, board, nextMandate);
    }

    /// <summary>How many must sign a request for an item.</summary>
    public static int Needed(NoticeGround ground) => NoticeDecider.Needed(ground.Statutes.Rule(Rules.ItemShare).Value.Value, ground.Roll.Length);

    private static Refusal? AuditorCannotCall(NoticeGround ground) =>
        ground.Statutes.Rule(Rules.AuditorCalls) is { Value.Value: false } rule ? CallingRefusals.AuditorCannotCall.Under(rule.Cited) : null;

    private static Decision WithChair(Decision notice, Stamp stamp, AssemblyBoard board, MandateId nextMandate) => notice is Decision.Entered entered
        ? Decision.Of([.. entered.Entries, new SittingMandateGranted(nextMandate, board.NextAssembly, SittingRole.Chair, stamp.Actor)])
        : notice;

    // Reached: it waits for the next agenda, or joins one that is out, where there is still time to publish it.
    private static IEnumerable<Entry> Reached(ItemRequest request, Stamp stamp, AssemblyBoard board, NoticeGround ground)
    {
        var signatures = request.Signatures.Count(ground.Roll.Contains);
        if (request.ReachedAt is not null || signatures < Needed(ground)) yield break;
        yield return new ItemRequestReached(request.Id, signatures, ground.Roll.Length);
        var reserved = ground.Statutes.Rule(Rules.Reserved(request.Item.Matter)).Value.Value;
        if (board.Current.Values.FirstOrDefault(assembly => assembly.Body == request.Body && !(reserved && NoticeDecider.IsInternal(assembly.Kind)) && StillOpen(assembly, stamp, ground)) is not { } noticed) yield break;
        yield return new AgendaItemAdded(noticed.Id, new(noticed.Agenda.Length + 1, request.Item.Title, request.Item.Matter, Came: new Came.Asked(request.Id)));
    }

    /// <summary>Whether an agenda that is out can still take an item in: soon enough after the notice, and long enough before the sitting.</summary>
    public static bool StillOpen(Assembly assembly, Stamp stamp, NoticeGround ground)
    {
        if (assembly.Phase != AssemblyPhase.Noticed) return false;
        var until = ground.Statutes.Rule(Rules.ItemUntil).Value.Value;
        var before = ground.Statutes.Rule(Rules.AddendumBefore).Value.Value;
        return until.Amount > 0 && stamp.Entered <= until.Latest(assembly.NoticedAt, ground.Zone) && before.Earliest(stamp.Entered, ground.Zone) <= assembly.Calls[0].At;
    }
}
