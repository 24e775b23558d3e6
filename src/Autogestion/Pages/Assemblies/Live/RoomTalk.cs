using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Live;

/// <summary>What is asked in the room about speaking, keeping order, proxies and changed motions.</summary>
public sealed partial class LiveRoomPage
{
    public Task<IActionResult> OnPostAskFloorAsync(Guid person, FloorList list) =>
        DoAsync(new AskFloor(Id, new(person), list), "askFloor", "#talk", ("name", Visit.NameOf(new(person))));

    public Task<IActionResult> OnPostLeaveListAsync(Guid person) =>
        DoAsync(new LeaveSpeakersList(Id, new(person)), "leaveList", "#talk", ("name", Visit.NameOf(new(person))));

    public Task<IActionResult> OnPostGiveFloorAsync(Guid? person) =>
        DoAsync(new GiveFloor(Id, person is { } id ? new PersonId(id) : null), "giveFloor", "#talk");

    public Task<IActionResult> OnPostEndTurnAsync(Guid person) => DoAsync(new EndTurn(Id, new(person)), "endTurn", "#talk");

    public Task<IActionResult> OnPostCloseListAsync() => DoAsync(new CloseSpeakersList(Id), "closeList", "#talk");

    public Task<IActionResult> OnPostOpenListAsync() => DoAsync(new OpenSpeakersList(Id), "openList", "#talk");

    public Task<IActionResult> OnPostSpeakingTimeAsync(int minutes) => DoAsync(new SetSpeakingTime(Id, minutes), "speakingTime", "#talk");

    public Task<IActionResult> OnPostRaiseOrderAsync(string? words)
    {
        var typed = Typed(words);
        return DoAsync(new RaisePointOfOrder(Id, typed), "raiseOrder", "#talk", [], typed);
    }

    public Task<IActionResult> OnPostRuleOrderAsync(int point, bool upheld, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return DoAsync(new RulePointOfOrder(Id, point, upheld), "ruleOrder", "#talk");
        var typed = Typed(reason);
        return DoAsync(new RulePointOfOrder(Id, point, upheld, typed), "ruleOrder", "#talk", [], typed);
    }

    public Task<IActionResult> OnPostAppealAsync(int point) => DoAsync(new AppealRuling(Id, point), "appeal", "#talk");

    public Task<IActionResult> OnPostDecideAppealAsync(int point, int withChair, int againstChair, Guid[] tellers) =>
        DoAsync(new DecideAppeal(Id, point, withChair, againstChair, [.. tellers.Select(teller => new PersonId(teller))]), "decideAppeal", "#talk");

    public Task<IActionResult> OnPostGuestsAsync(int guests) => DoAsync(new NoteGuests(Id, guests), "guests", "#list");

    /// <param name="motion">The motion in vote.</param>
    /// <param name="said">Person and choice, as <c>{id}:For</c>.</param>
    public Task<IActionResult> OnPostProxyBallotAsync(int motion, string? said)
    {
        if (said?.Split(':') is not [var id, var word] || !Guid.TryParse(id, out var person) || !Enum.TryParse<Choice>(word, out var choice))
            return Task.FromResult<IActionResult>(BadRequest());
        return DoAsync(new CastProxyBallot(Id, new(motion), new(person), choice), "proxyBallot", "#proxies", ("name", Visit.NameOf(new(person))));
    }

    public Task<IActionResult> OnPostAcceptAmendmentAsync(int motion) => DoAsync(new AcceptAmendment(Id, new(motion)), "acceptAmendment", "#floor");

    public Task<IActionResult> OnPostAcceptMergeAsync(int merge) => DoAsync(new AcceptMerge(Id, merge), "acceptMerge", "#floor");
}
