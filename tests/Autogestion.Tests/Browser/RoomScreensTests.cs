using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Browser;

/// <summary>The room with everything in it, on a small phone and on the wall: fits, and has nothing that axe objects to.</summary>
public sealed class RoomScreensTests(Screens screens)
{
    [Theory]
    [InlineData("es-AR", 360, false)]
    [InlineData("en", 1100, true)]
    public async Task The_room_fits_and_is_accessible(string language, int width, bool dark)
    {
        await using var server = await TestServer.StartAsync();
        var plant = await TestPlant.FoundAsync(server, preset: "ES");
        var id = await plant.OpenAssemblyAsync();
        await plant.EnterAsync(plant.Auditor, new CheckOut(id, plant.Auditor.Person));
        await plant.EnterAsync(plant.Auditor, new GiveProxy(id, plant.Auditor.Person, plant.Convener.Person));
        await plant.EnterAsync(plant.Convener, new TableMotion(id, 1, await plant.WordsAsync("El comedor abre a las doce")));
        await plant.EnterAsync(plant.Somebody, new ProposeAmendment(id, new(1), await plant.WordsAsync("El comedor abre a las trece")));
        foreach (var worker in plant.People.Where(worker => worker != plant.Auditor)) await plant.EnterAsync(worker, new AskFloor(id, worker.Person));
        await plant.EnterAsync(plant.Convener, new GiveFloor(id));
        await plant.EnterAsync(plant.Somebody, new RaisePointOfOrder(id, await plant.WordsAsync("Falta leer la carta")));
        var screen = await screens.OpenAsync(server, $"room-{language}-{width}", width, 900, language: language, dark: dark);
        await screen.SignInAsync(plant.Convener);
        foreach (var path in new[] { "", "/board", "/proxies", "/change?motion=1" }) await screen.SeeAsync($"/c/{plant.Id}/assemblies/{id}{path}");
    }
}
