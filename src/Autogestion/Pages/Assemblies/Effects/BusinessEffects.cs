using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Network;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Signatures;
using Autogestion.Wording;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>Effects on what was decided before, on minutes, and between collectives.</summary>
internal static class BusinessEffects
{
    public static IReadOnlyList<EffectForm> All { get; } =
    [
        new("approveMinutes", [Matter.ApproveMinutes], Minutes, ground => new ApproveMinutes(new(ground.Answers.Whole("assembly")))),
        new("ratify", Enum.GetValues<Matter>().ToImmutableArray(), ToRatify, ground => new Ratify(new(ground.Answers.Whole("resolution")))),
        new("setAside", Enum.GetValues<Matter>().ToImmutableArray(), Standing, ground => new SetAside(new(ground.Answers.Whole("resolution")), ground.Answers.OptionalWords("ground"))),
        new("suspendResolution", Enum.GetValues<Matter>().ToImmutableArray(), Standing, ground => new SuspendResolution(new(ground.Answers.Whole("resolution")), ground.Answers.OptionalWords("ground"))),
        new("liftSuspension", Enum.GetValues<Matter>().ToImmutableArray(), Suspended, ground => new LiftSuspension(new(ground.Answers.Whole("resolution")), ground.Answers.OptionalWords("ground"))),
        new("secondSignature", [Matter.General], Signatures, ground => new GiveSecondSignature(new(ground.Answers.Whole("pending")))),
        new("joinNetwork", [Matter.JoinNetwork], ground => [new("network", ground.Reader["assemblies.fields.network"]) { Hint = ground.Reader["assemblies.fields.networkHint"] }], Join),
        new("admitCollective", [Matter.AdmitCollective], Requests, AdmitRequest),
    ];

    private static IEnumerable<EffectField> Minutes(EffectGround ground) =>
    [
        new("assembly", ground.Reader["assemblies.fields.minutesOf"], "select")
        {
            Options = Choose(ground, ground.Visit.State.Assemblies.Past.Values.Where(past => past.Minutes is { Number: not null, ApprovedBy: null }).Reverse()
                .Select(past => ($"{past.Id}", $"{ground.Say.Kind(past.Kind, past.Body)}, {ground.Reader.ShortDate(past.Start)}"))),
        },
    ];

    private static IEnumerable<EffectField> ToRatify(EffectGround ground) =>
        [Resolutions(ground, ground.Visit.State.Resolutions.StillOpen.Where(resolution => resolution.State == ResolutionState.ToRatify))];

    private static IEnumerable<EffectField> Standing(EffectGround ground) =>
    [
        Resolutions(ground, ground.Visit.State.Resolutions.All.Values.Reverse().Where(resolution => resolution.State != ResolutionState.SetAside).Take(200)),
        new("ground", ground.Reader["assemblies.fields.ground"], "textarea", false),
    ];

    private static IEnumerable<EffectField> Signatures(EffectGround ground) =>
    [
        new("pending", ground.Reader["assemblies.fields.pending"], "select")
        {
            Options = Choose(ground, ground.Visit.State.Pending.Open.Values.Select(pending => ($"{pending.Id.Value}", $"{pending.Id.Value} · {EffectWording.Label(ground.Reader, pending.Act.GetType())}"))),
        },
    ];

    private static IEnumerable<EffectField> Suspended(EffectGround ground) =>
    [
        Resolutions(ground, ground.Visit.State.Resolutions.All.Values.Reverse().Where(resolution => resolution.State == ResolutionState.Suspended).Take(200)),
        new("ground", ground.Reader["assemblies.fields.ground"], "textarea", false),
    ];

    private static EffectField Resolutions(EffectGround ground, IEnumerable<Resolution> resolutions) => new("resolution", ground.Reader["assemblies.fields.resolution"], "select")
    {
        Options = Choose(ground, resolutions.Select(resolution => ($"{resolution.Id.Value}", ground.Reader["assemblies.fields.resolutionNumber", ("number", resolution.Id.Value), ("words", ground.Say[resolution.Words])]))),
    };

    private static RequestMembership? Join(EffectGround ground)
    {
        var network = ground.Answers["network"].ToLowerInvariant();
        if (Autogestion.Book.BookId.IsValid(network)) return new(new(network));
        ground.Answers.Reject("network");
        return null;
    }

    private static IEnumerable<EffectField> Requests(EffectGround ground) =>
    [
        new("request", ground.Reader["assemblies.fields.request"], "select")
        {
            Options = Choose(ground, ground.Visit.State.Network.Requests.Select(request => ($"{request.Key}", request.Value.Name))),
        },
    ];

    private static AdmitCollective? AdmitRequest(EffectGround ground)
    {
        if (ground.Visit.State.Network.Requests.Keys.Where(letter => $"{letter}" == ground.Answers["request"]).ToArray() is [var letter]) return new(letter);
        ground.Answers.Reject("request");
        return null;
    }

    private static IReadOnlyList<(string, string)> Choose(EffectGround ground, IEnumerable<(string, string)> options) => [("", ground.Reader["forms.choose"]), .. options];
}
