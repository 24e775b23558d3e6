using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Statutes;
using Autogestion.Web;

namespace Autogestion.Pages.Sanctions;

/// <summary>The ladder, what the rules ask of each step, how many were excluded this year, and the procedures the visitor may see.</summary>
public sealed class SanctionsPage() : RoomPage(Audience.Public)
{
    private const int Most = 100;

    public ImmutableArray<Procedure> Seen =>
        [.. Visit.State.Sanctions.All.Values.Reverse().Where(one => Docket.MaySee(one, Visit.Viewer, Visit.State, Visit.Now)).Take(Most)];

    public ImposingDecider.YearOfExclusions Year => ImposingDecider.Year(Visit.Now, new(
        Visit.State.Sanctions, Visit.State.Roster, Visit.State.Bodies, Visit.State.Statutes, Visit.State.Deed.YearEnds, Visit.State.Deed.FoundedAt!.Value));

    /// <summary>The rules of sanctions, in the order of a procedure.</summary>
    public static ImmutableArray<RuleKey> RulesShown { get; } =
    [
        Rules.ProcedureFrom, Rules.DefenceWithin, Rules.MediationFirst, Rules.Ladder, Rules.LongestSuspension, Rules.ExclusionsAYear, Rules.AppealWithin, Rules.ExclusionEffect,
        Rules.AppealDecidedWithin, Rules.AppealSilence,
    ];

    public bool MayCharge => Visit.Viewer.Person is { } person && Visit.State.Roster.StandingOf(person, Visit.Now) == Standing.Member;

    protected override IEnumerable<Text?> Texts() => [];
}
