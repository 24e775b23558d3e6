using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Elections;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Voting;
using Autogestion.Pages.Assemblies.Voting;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Live;

/// <summary>What is asked of the room about candidacies, ballots with options, counts at the table, objections and lots.</summary>
public sealed partial class LiveRoomPage
{
    public Task<IActionResult> OnPostProposeAsync(int motion, Guid person) =>
        DoAsync(new ProposeCandidate(Id, new(motion), new(person)), "propose", "#floor", ("name", Visit.NameOf(new(person))));

    public Task<IActionResult> OnPostStandAsync(int motion, bool reserved) => DoAsync(new StandForPost(Id, new(motion), Myself, reserved), "stand", "#floor");

    public Task<IActionResult> OnPostWithdrawCandidacyAsync(int motion) => DoAsync(new WithdrawCandidacy(Id, new(motion), Myself), "withdrawCandidacy", "#floor");

    /// <param name="motion">The motion in vote.</param>
    /// <param name="person">Whose ballot the table enters; nobody for one's own.</param>
    public Task<IActionResult> OnPostChooseAsync(int motion, Guid? person)
    {
        var ballot = BallotReading.Of(Asked(motion), Request.Form);
        return person is { } other
            ? DoAsync(new EnterBallot(Id, new(motion), new(other), ballot), "choose", "#floor")
            : DoAsync(new CastBallot(Id, new(motion), ballot), "choose", "#me");
    }

    public Task<IActionResult> OnPostConsentAsync(int motion, string? say, string? reason)
    {
        var typed = Typed(reason);
        return say == "objection"
            ? DoAsync(new CastBallot(Id, new(motion), new Ballot.Objection(typed)), "choose", "#me", [], typed)
            : DoAsync(new CastBallot(Id, new(motion), say == "abstain" ? new Ballot.Abstain() : new Ballot.Consent()), "choose", "#me");
    }

    public Task<IActionResult> OnPostWithdrawObjectionAsync(int motion) => DoAsync(new WithdrawObjection(Id, new(motion)), "withdrawObjection", "#me");

    public Task<IActionResult> OnPostResolveObjectionAsync(int motion, Guid person, string? words)
    {
        var typed = Typed(words);
        return DoAsync(new ResolveObjection(Id, new(motion), new(person), typed), "resolveObjection", "#floor", [], typed);
    }

    public Task<IActionResult> OnPostEnterTableAsync(int motion, VoteMethod way, int? inFavour, int? against, int? abstain, int? blank, string? piles, Guid[] tellers)
    {
        var counted = Asked(motion).Form == QuestionForm.YesNo
            ? [new(new Ballot.For(), inFavour ?? 0), new(new Ballot.Against(), against ?? 0), new(new Ballot.Abstain(), abstain ?? 0), new(new Ballot.Blank(), blank ?? 0)]
            : BallotReading.Piles(Asked(motion), piles) ?? [new(new Ballot.Rank([]), 1)];
        return DoAsync(new EnterTableCount(Id, new(motion), way, counted, [.. tellers.Select(teller => new PersonId(teller))]), "enterTable", "#floor");
    }

    public Task<IActionResult> OnPostConfirmTableAsync(int motion, VoteMethod way) => DoAsync(new ConfirmTableCount(Id, new(motion), way), "confirmTable", "#floor");

    public Task<IActionResult> OnPostCallLotAsync(int motion) => DoAsync(new CallLot(Id, new(motion)), "callLot", "#floor");

    public Task<IActionResult> OnPostCommitAsync(int motion, string? number) => DoAsync(new CommitToLot(Id, new(motion), Lots.Commitment(Myself, number?.Trim() ?? "")), "commit", "#me");

    public Task<IActionResult> OnPostRevealAsync(int motion, string? number) => DoAsync(new RevealForLot(Id, new(motion), number?.Trim() ?? ""), "reveal", "#me");

    private PersonId Myself => Visit.Viewer.Person ?? PersonId.Nobody;

    private Question Asked(int motion) => Current?.Find(new(motion))?.Vote?.Question ?? Question.YesNo;
}
