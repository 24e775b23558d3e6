using Autogestion.Domain.Kernel;
using Autogestion.Domain.Network;
using Autogestion.Web;

namespace Autogestion.Pages.Network;

/// <summary>Networks it belongs to or asked; of a network, its collectives, who asks to come in, and the letters.</summary>
public sealed class NetworkPage() : RoomPage(Audience.Public)
{
    public NetworkView View { get; private set; } = null!;

    /// <summary>Whether there is a page here for another collective.</summary>
    public bool IsHere(CollectiveId id) => Node.Find(id) is not null;

    /// <summary>A letter in words.</summary>
    public string Say(LetterLine letter) => letter.Content switch
    {
        LetterContent.MembershipRequest when letter.Sent => T["network.weAsked"],
        LetterContent.MembershipRequest => T["network.theyAsked"],
        LetterContent.MembershipAnswer { Accepted: true } => T[letter.Sent ? "network.weAccepted" : "network.theyAccepted"],
        LetterContent.MembershipAnswer => T[letter.Sent ? "network.weDeclined" : "network.theyDeclined"],
        _ => T["network.letterFrom", ("number", letter.Id.Number)],
    };

    protected override Task LoadAsync()
    {
        View = NetworkView.Of(Visit.State, id => Node.Find(id)?.Current.State);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Text?> Texts() => [];
}
