using Autogestion.Domain.Kernel;
using Autogestion.Web;

namespace Autogestion.Pages.Today;

/// <summary>The first page of a collective: what is asked of me, what was decided, what is due.</summary>
public sealed class TodayPage() : RoomPage(Audience.Public)
{
    protected override IEnumerable<Text?> Texts() => [];
}
