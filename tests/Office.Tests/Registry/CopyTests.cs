using Autogestion.Domain.Kernel;
using Autogestion.Registry;
using NodaTime;

namespace Autogestion.Office.Tests.Registry;

/// <summary>A registry carried to another database: everything, once, with the same key.</summary>
public sealed class CopyTests
{
    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Everything_arrives_and_comes_back(Backend backend)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var world = await World.OpenAsync(backend);
        var person = new PersonId(Guid.NewGuid());
        await world.Registry.Persons.SaveAsync(World.Glassworks, person, new("Berta Luna", "27555111", "351 555 0000", "berta@example.org"));
        var commitment = await world.Registry.Persons.Identities.CommitAsync(World.Glassworks, person);
        var words = await world.Registry.Texts.WriteAsync(World.Glassworks, "es", "Turnos de invierno", Retention.Legal);
        var erased = await world.Registry.Texts.WriteAsync(World.Glassworks, "es", "lo que se borra", Retention.Erasable);
        await world.Registry.Texts.EraseAsync(World.Glassworks, erased.Id);
        var code = (await world.Registry.Invitations.IssueJoinAsync(World.Glassworks, person, Duration.FromDays(1)))!.Code;

        var folder = Directory.CreateTempSubdirectory("registry-copy-").FullName;
        try
        {
            File.Copy(world.KeyFile, Path.Combine(folder, RegistryDatabase.KeyFileName));
            await using var copy = await RegistryDatabase.OpenSqliteAsync(Path.Combine(folder, "copy.db"), time: world.Clock, cancel: cancel);
            await world.Registry.CopyToAsync(copy, cancel);
            await RequireSameAsync(copy);
            await Assert.ThrowsAsync<InvalidOperationException>(() => world.Registry.CopyToAsync(copy, cancel));

            await using var place = await World.OpenAsync(backend);
            await Assert.ThrowsAsync<InvalidOperationException>(() => copy.CopyToAsync(place.Registry, cancel));
            Assert.Null(await place.Registry.Persons.FindAsync(World.Glassworks, person));

            await using var back = await world.OpenBesideAsync();
            await copy.CopyToAsync(back, cancel);
            await RequireSameAsync(back);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        async Task RequireSameAsync(RegistryDatabase registry)
        {
            Assert.Equal("Berta Luna", (await registry.Persons.NamesAsync(World.Glassworks))[person]);
            Assert.Equal("351 555 0000", (await registry.Persons.FindAsync(World.Glassworks, person, cancel))!.Details.Phone);
            Assert.True(await registry.Persons.Identities.VerifyAsync(World.Glassworks, person, commitment!, "Berta Luna", "27555111", cancel));
            var read = await registry.Texts.ReadManyAsync(World.Glassworks, [words.Id, erased.Id], cancel);
            Assert.Equal("Turnos de invierno", Assert.IsType<TextReading.Legible>(read[words.Id]).Words);
            Assert.IsType<TextReading.Erased>(read[erased.Id]);
            Assert.Equal(person, (await registry.Invitations.CheckAsync(code, cancel)).Invitation?.Person);
        }
    }
}
