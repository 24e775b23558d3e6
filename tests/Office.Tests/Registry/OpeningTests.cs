using Autogestion.Domain.Kernel;
using Autogestion.Registry;

namespace Autogestion.Office.Tests.Registry;

public sealed class OpeningTests
{
    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_registry_opened_again_knows_what_it_knew(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var person = await world.NewPersonAsync();
        var text = await world.Registry.Texts.WriteAsync(World.Glassworks, "es", "palabras", Retention.Legal);
        await using var again = await world.OpenAgainAsync();
        Assert.Equal("Rosa Quiroga", (await again.Persons.NamesAsync(World.Glassworks))[person]);
        Assert.True(((TextReading.Legible)await again.Texts.ReadAsync(World.Glassworks, text.Id)).Matches(text));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Many_processes_that_open_a_new_registry_at_once_share_one_key(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        await world.PeekAsync<int>("DELETE FROM registry_setting");
        File.Delete(world.KeyFile);
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(world.OpenAgainAsync)));
        var person = new PersonId(Guid.NewGuid());
        await opened[0].Persons.SaveAsync(World.Glassworks, person, new PersonDetails("Rosa Quiroga"));
        foreach (var registry in opened)
        {
            Assert.Equal("Rosa Quiroga", (await registry.Persons.NamesAsync(World.Glassworks))[person]);
            await registry.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_key_file_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("File modes are of Unix.");
            return;
        }
        await using var world = await World.OpenAsync(Backend.Sqlite);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(world.KeyFile));
        File.SetUnixFileMode(world.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await Assert.ThrowsAsync<RegistryUnusableException>(world.OpenAgainAsync);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_lost_or_foreign_key_is_said_plainly_and_never_replaced(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        await using var stranger = await World.OpenAsync(Backend.Sqlite);
        File.Delete(world.KeyFile);
        await Assert.ThrowsAsync<RegistryUnusableException>(world.OpenAgainAsync);
        Assert.False(File.Exists(world.KeyFile));
        File.Copy(stranger.KeyFile, world.KeyFile);
        await Assert.ThrowsAsync<RegistryUnusableException>(world.OpenAgainAsync);
        await File.WriteAllTextAsync(world.KeyFile, "autogestion-registry-key-1\nAAAA\n");
        await Assert.ThrowsAsync<RegistryUnusableException>(world.OpenAgainAsync);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Tables_of_a_newer_program_are_left_alone(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        await world.PeekAsync<int>("INSERT INTO registry_migration (number, applied_at) VALUES (999, 0)");
        await Assert.ThrowsAsync<RegistryUnusableException>(world.OpenAgainAsync);
    }
}
