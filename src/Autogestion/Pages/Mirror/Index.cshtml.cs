using Autogestion.Domain.Kernel;
using Autogestion.Web;

namespace Autogestion.Pages.Mirror;

/// <summary>The mirror of the collective for its assembly: signs over time against its own norms, never a score of a person.</summary>
public sealed class MirrorPage() : RoomPage(Audience.Members)
{
    public ImmutableArray<SignView> Signs { get; private set; } = [];

    protected override Task LoadAsync()
    {
        Signs = MirrorView.Of(Visit.State, T);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Text?> Texts() => [];
}
