using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Signatures;
using Autogestion.Pages.Posts;
using Autogestion.Web;

namespace Autogestion.Pages.Signatures;

/// <summary>What waits for a second signature, and what the visitor may do about it.</summary>
public sealed record PendingView(Pending Pending, bool MaySign, bool MayWithdraw, bool MayContest)
{
    /// <summary>All of it, the oldest first.</summary>
    public static ImmutableArray<PendingView> All(Visit visit) => [.. visit.State.Pending.Open.Values.Select(pending => Of(pending, visit))];

    /// <summary>What is about a person, a resolution or the law.</summary>
    public static ImmutableArray<PendingView> About(Visit visit, Func<Pending, bool> which) => [.. All(visit).Where(view => which(view.Pending))];

    /// <summary>The resolution it is about, where it is about one.</summary>
    public ResolutionId? Resolution => Pending.Act switch
    {
        RecordAnnulment annulment => annulment.Resolution,
        RecordSuspension suspension => suspension.Resolution,
        RecordLifting lifting => lifting.Resolution,
        _ => null,
    };

    private static PendingView Of(Pending pending, Visit visit)
    {
        var person = visit.Viewer.Person;
        return new(
            pending,
            pending.Contest is null && person is { } signer && signer != pending.First && signer != pending.About && visit.May(new GiveSecondSignature(pending.Id)),
            pending.First == person,
            pending.Contest is null && person is { } other && (other == pending.About || visit.Holding(Power.Audit) is not null));
    }
}
