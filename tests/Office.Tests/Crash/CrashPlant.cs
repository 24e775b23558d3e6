using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Crash;

/// <summary>A collective in the middle of its assembly: fifty members in the room, a vote open, and guests who come and go.</summary>
internal static class CrashPlant
{
    public const int Voters = 50;
    public const int Guests = 10;

    /// <summary>The same people in every process.</summary>
    public static TestCollective Collective { get; } = new(new("vidriera-del-sur-5t2x"), Voters);

    public static PersonId Guest(int number) => TestCollective.PersonOf(Collective.Id, 1000 + number);

    public static async Task BeginAsync(TestNode test)
    {
        var plant = await TestCollective.FoundAsync(test.Node, Collective.Id.Value, Voters);
        for (var guest = 0; guest < Guests; guest++)
            await plant.EnterAsync(test.Node, Guest(guest), new ApplyForAdmission(Guest(guest), TestCollective.Commitment(Guest(guest))));
        await plant.OpenVoteAsync(test.Node, await plant.OpenAssemblyAsync(test.Node, test.Clock));
    }
}
