using Autogestion.Domain.Kernel;
using Autogestion.Registry;

namespace Autogestion.Office.Tests.Registry;

public sealed class PersonTests
{
    static readonly PersonDetails Rosa = new("Rosa Quiroga", "27.123.456", "+54 11 5555-0101", "rosa@taller.example", "en");

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_person_comes_back_as_written_and_as_last_changed(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var id = new PersonId(Guid.NewGuid());
        Assert.True(await world.Registry.Persons.SaveAsync(World.Glassworks, id, Rosa));
        Assert.Equal(new Person(World.Glassworks, id, null, Rosa), await world.Registry.Persons.FindAsync(World.Glassworks, id));
        Assert.Null(await world.Registry.Persons.FindAsync(World.Tiles, id));
        var changed = Rosa with { Phone = null, Document = "27.123.457" };
        Assert.True(await world.Registry.Persons.SaveAsync(World.Glassworks, id, changed));
        Assert.Equal(changed, (await world.Registry.Persons.FindAsync(World.Glassworks, id))!.Details);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Nothing_in_the_tables_can_be_read_as_a_name_a_document_or_a_contact(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var id = new PersonId(Guid.NewGuid());
        await world.Registry.Persons.SaveAsync(World.Glassworks, id, Rosa);
        await world.Registry.Persons.Identities.CommitAsync(World.Glassworks, id);
        var dump = await world.DumpAsync();
        Assert.Contains(id.ToString(), dump, StringComparison.Ordinal);
        foreach (var word in new[] { "Rosa", "Quiroga", "27.123", "5555-0101", "taller.example" })
            Assert.DoesNotContain(word, dump, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task All_names_of_a_book_come_at_once_and_follow_every_change(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var ids = Enumerable.Range(0, 500).Select(_ => new PersonId(Guid.NewGuid())).ToList();
        Assert.Equal(500, await world.Registry.Persons.SaveManyAsync(World.Glassworks, ids.Select((id, i) => (id, new PersonDetails($"Persona {i}")))));
        await world.NewPersonAsync("De otro libro", World.Tiles);
        var names = await world.Registry.Persons.NamesAsync(World.Glassworks);
        Assert.Equal(500, names.Count);
        Assert.Equal("Persona 499", names[ids[499]]);
        Assert.Same(names, await world.Registry.Persons.NamesAsync(World.Glassworks));

        await world.Registry.Persons.SaveAsync(World.Glassworks, ids[0], new PersonDetails("Otra"));
        await world.Registry.Persons.EraseAsync(World.Glassworks, ids[1]);
        var account = await world.NewAccountAsync();
        await world.Registry.Persons.LinkAsync(World.Glassworks, ids[2], account.Id);
        var after = await world.Registry.Persons.NamesAsync(World.Glassworks);
        Assert.Equal((499, "Otra", null), (after.Count, after[ids[0]], after[ids[1]]));
        Assert.Equal(account.Id, after.All.Single(person => person.Id == ids[2]).Account);
        Assert.Equal("Persona 0", names[ids[0]]);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_change_made_by_another_process_shows_at_once(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        await using var other = await world.OpenAgainAsync();
        var id = await world.NewPersonAsync();
        Assert.Equal("Rosa Quiroga", (await world.Registry.Persons.NamesAsync(World.Glassworks))[id]);
        await other.Persons.SaveAsync(World.Glassworks, id, new PersonDetails("Rosa Quiroga de Paz"));
        Assert.Equal("Rosa Quiroga de Paz", (await world.Registry.Persons.NamesAsync(World.Glassworks))[id]);
        await other.Persons.EraseAsync(World.Glassworks, id);
        Assert.Null((await world.Registry.Persons.NamesAsync(World.Glassworks))[id]);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Readers_miss_no_change_while_many_write(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        await using var reader = await world.OpenAgainAsync();
        var ids = Enumerable.Range(0, 40).Select(_ => new PersonId(Guid.NewGuid())).ToList();
        var writing = Task.WhenAll(ids.Select((id, i) => Task.Run(() => world.Registry.Persons.SaveAsync(World.Glassworks, id, new PersonDetails($"Persona {i}")))));
        while (!writing.IsCompleted)
            await reader.Persons.NamesAsync(World.Glassworks);
        await writing;
        Assert.Equal(40, (await reader.Persons.NamesAsync(World.Glassworks)).Count);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task An_account_is_one_person_in_each_book_and_a_person_has_one_account(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var persons = world.Registry.Persons;
        var rosa = await world.NewAccountAsync("rosa.q");
        var ana = await world.NewAccountAsync("ana.m");
        var here = await world.NewPersonAsync();
        var alsoHere = await world.NewPersonAsync("Ana Maidana");
        var there = await world.NewPersonAsync(collective: World.Tiles);
        Assert.Equal(LinkOutcome.Linked, await persons.LinkAsync(World.Glassworks, here, rosa.Id));
        Assert.Equal(LinkOutcome.Linked, await persons.LinkAsync(World.Glassworks, here, rosa.Id));
        Assert.Equal(LinkOutcome.Linked, await persons.LinkAsync(World.Tiles, there, rosa.Id));
        Assert.Equal(LinkOutcome.PersonHasAccount, await persons.LinkAsync(World.Glassworks, here, ana.Id));
        Assert.Equal(LinkOutcome.AccountIsSomebodyElse, await persons.LinkAsync(World.Glassworks, alsoHere, rosa.Id));
        Assert.Equal(LinkOutcome.NoSuchPerson, await persons.LinkAsync(World.Glassworks, new PersonId(Guid.NewGuid()), ana.Id));
        Assert.Equal([new Membership(World.Tiles, there), new Membership(World.Glassworks, here)], await persons.OfAccountAsync(rosa.Id));
        Assert.Equal(here, await persons.OfAccountAsync(rosa.Id, World.Glassworks));
        Assert.Null(await persons.OfAccountAsync(ana.Id, World.Glassworks));
        await persons.UnlinkAsync(World.Glassworks, here);
        Assert.Equal([new Membership(World.Tiles, there)], await persons.OfAccountAsync(rosa.Id));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task An_erased_person_stays_erased_and_is_never_named_again(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var persons = world.Registry.Persons;
        var account = await world.NewAccountAsync();
        var id = await world.NewPersonAsync();
        await persons.LinkAsync(World.Glassworks, id, account.Id);
        var commitment = (await persons.Identities.CommitAsync(World.Glassworks, id))!;
        await persons.EraseAsync(World.Glassworks, id);
        await persons.EraseAsync(World.Glassworks, id);
        Assert.Null(await persons.FindAsync(World.Glassworks, id));
        Assert.Empty(await persons.OfAccountAsync(account.Id));
        Assert.Null(await persons.Identities.OpenAsync(World.Glassworks, id, commitment));
        Assert.False(await persons.SaveAsync(World.Glassworks, id, Rosa));
        Assert.Equal(LinkOutcome.NoSuchPerson, await persons.LinkAsync(World.Glassworks, id, account.Id));
        Assert.Null(await persons.Identities.CommitAsync(World.Glassworks, id));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_commitment_shows_who_was_admitted_even_after_the_name_changes(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var persons = world.Registry.Persons;
        var id = new PersonId(Guid.NewGuid());
        await persons.SaveAsync(World.Glassworks, id, Rosa);
        var commitment = (await persons.Identities.CommitAsync(World.Glassworks, id))!;
        await persons.SaveAsync(World.Glassworks, id, Rosa with { Name = "Rosa de Paz" });
        Assert.True(await persons.Identities.VerifyAsync(World.Glassworks, id, commitment, "Rosa Quiroga", "27.123.456"));
        Assert.False(await persons.Identities.VerifyAsync(World.Glassworks, id, commitment, "Rosa de Paz", "27.123.456"));
        Assert.False(await persons.Identities.VerifyAsync(World.Glassworks, id, commitment, "Rosa Quiroga", null));
        var opened = (await persons.Identities.OpenAsync(World.Glassworks, id, commitment))!;
        Assert.Equal(("Rosa Quiroga", "27.123.456"), (opened.Name, opened.Document));
        Assert.True(AdmissionCommitment.Verify(commitment, opened.Salt, opened.Name, opened.Document));
        Assert.NotEqual(commitment, await persons.Identities.CommitAsync(World.Glassworks, id));
        Assert.Null(await persons.Identities.CommitAsync(World.Glassworks, new PersonId(Guid.NewGuid())));
    }

    [Fact]
    public void A_commitment_is_what_the_manual_says_it_is()
    {
        var commitment = AdmissionCommitment.Commit("Jose\u0301 Núñez", "27");
        byte[] bytes = [.. commitment.Salt, .. "José Núñez\0"u8, .. "27"u8];
        Assert.Equal(16, commitment.Salt.Length);
        Assert.Equal(System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(bytes)), commitment.Commitment);
        Assert.True(AdmissionCommitment.Verify(commitment.Commitment, commitment.Salt, "José Núñez", "27"));
        Assert.False(AdmissionCommitment.Verify(commitment.Commitment, commitment.Salt, "José Núñez2", "7"));
        Assert.NotEqual(commitment.Commitment, AdmissionCommitment.Commit("José Núñez", "27").Commitment);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_name_moved_to_another_person_in_the_tables_is_not_believed(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var rosa = await world.NewPersonAsync();
        var ana = await world.NewPersonAsync("Ana Maidana");
        await world.PeekAsync<int>("UPDATE registry_person SET name = (SELECT name FROM registry_person WHERE person_id = @rosa) WHERE person_id = @ana",
            new { rosa = rosa.ToString(), ana = ana.ToString() });
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => world.Registry.Persons.FindAsync(World.Glassworks, ana));
    }
}
