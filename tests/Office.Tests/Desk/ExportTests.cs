using System.Text;
using Autogestion.Book;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Support;
using Autogestion.Registry;

namespace Autogestion.Office.Tests.Desk;

/// <summary>A book leaves in one file and comes back as the same book, words included; and after a loss it does not pretend to be the same.</summary>
public sealed class ExportTests
{
    private const string Words = "Quiero trabajar con ustedes.";

    [Fact]
    public async Task A_full_file_verifies_and_becomes_the_same_book_elsewhere()
    {
        await using var test = await TestNode.OpenAsync();
        var (plant, letter) = await WithWordsAsync(test);
        using var file = await ExportAsync(test, plant, Audience.Members);

        var verified = await LibroVerifier.VerifyAsync(file);
        Assert.Equal((null, 0L, false, 1L), (verified.Result.Fault, verified.Result.Withheld, verified.IsPublic, verified.Texts));

        await using var elsewhere = await TestNode.OpenAsync();
        await elsewhere.CloseAsync();
        await using (var store = await elsewhere.OpenStoreAsync()) Assert.IsType<ImportResult.Imported>(await LibroImport.ImportAsync(file, store));
        await using (var registry = await elsewhere.OpenRegistryAsync()) await registry.Texts.ReadTextsAsync(plant.Id, file);
        var node = await elsewhere.ReopenAsync();
        Assert.Equal(test.Node.Find(plant.Id)!.Current.Root, node.Find(plant.Id)!.Current.Root);
        Assert.Null(node.Find(plant.Id)!.Current.Broken);
        Assert.Equal(Words, Assert.IsType<TextReading.Legible>(await node.Registry.Texts.ReadAsync(plant.Id, letter.Id)).Words);
        // It goes on there; only signing waits until the book authorises that node's key.
        await plant.EnterAsync(node, plant.Secretary, new ProposeRecovery(plant.Members[4]));
        await Assert.ThrowsAsync<UnauthorisedKeyException>(() => node.CheckpointAsync(plant.Id));
    }

    [Fact]
    public async Task A_public_file_verifies_without_what_is_not_public()
    {
        await using var test = await TestNode.OpenAsync();
        var (plant, _) = await WithWordsAsync(test);
        using var file = await ExportAsync(test, plant, Audience.Public);
        var verified = await LibroVerifier.VerifyAsync(file);
        Assert.Null(verified.Result.Fault);
        Assert.Equal(test.Node.Find(plant.Id)!.Current.Root, verified.Result.Root);
        Assert.Equal((true, 0L), (verified.IsPublic, verified.Texts));

        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.Contains("deed.key-authorised", text, StringComparison.Ordinal);
        Assert.DoesNotContain("member.applied", text, StringComparison.Ordinal);
        // The public learns name, seat and legal form; what was asked names the founders, and stands with the entry that admits the first.
        Assert.Contains("deed.founded", text, StringComparison.Ordinal);
        Assert.Contains("statutes.preset-adopted", text, StringComparison.Ordinal);
        Assert.DoesNotContain("member.admitted", text, StringComparison.Ordinal);
        Assert.DoesNotContain("founders", text, StringComparison.Ordinal);
        Assert.DoesNotContain(plant.Members[6].ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, text, StringComparison.Ordinal);
        await using var store = await test.OpenStoreAsync();
        Assert.IsType<ImportResult.NotFull>(await LibroImport.ImportAsync(file, store));
    }

    [Fact]
    public async Task One_changed_byte_is_found_wherever_it_is()
    {
        await using var test = await TestNode.OpenAsync();
        var (plant, _) = await WithWordsAsync(test);
        using var file = await ExportAsync(test, plant, Audience.Members);
        var whole = file.ToArray();
        for (var at = 5; at < whole.Length - 1; at += whole.Length / 200)
        {
            var changed = whole.ToArray();
            changed[at] ^= 1;
            using var copy = new MemoryStream(changed);
            Assert.False((await LibroVerifier.VerifyAsync(copy)).Result.IsWhole, $"byte {at} of {whole.Length}");
        }
    }

    [Fact]
    public async Task After_a_loss_a_new_epoch_names_what_was_lost_and_signs_under_another_origin()
    {
        await using var test = await TestNode.OpenAsync();
        var (plant, _) = await WithWordsAsync(test);
        var held = Checkpoint.Parse((await test.Node.CheckpointAsync(plant.Id)).Text);
        var begin = new BeginEpoch(held.Size + 20, held.Root.ToString(), held.Size + 1);
        Assert.Equal("authority.only-the-desk", Assert.IsType<ActAnswer.Refused>(
            await test.Node.AskAsync(plant.Request(plant.Convener, begin) with { Authority = new Authority.RuleDue() })).Refusal.Code.Name);
        Assert.IsType<ActAnswer.Entered>(await test.Node.AskAsync(plant.Request(PersonId.Nobody, begin) with { Authority = new Authority.RuleDue() }));

        Assert.Equal(2, plant.State(test.Node).Deed.Epoch);
        var after = await test.Node.CheckpointAsync(plant.Id);
        Assert.Equal($"autogestion/{plant.Id}/2", Checkpoint.Parse(after.Text).Origin);
        Assert.Single(after.VerifiedBy([NoteVerifier.Parse(plant.State(test.Node).Deed.Keys[0])]));
        var reopened = await test.ReopenAsync();
        Assert.Null(reopened.Find(plant.Id)!.Current.Broken);
        using var file = await ExportAsync(test, plant, Audience.Members);
        Assert.Null((await LibroVerifier.VerifyAsync(file)).Result.Fault);
    }

    private static async Task<(TestCollective Plant, Text Letter)> WithWordsAsync(TestNode test)
    {
        var plant = await TestCollective.FoundAsync(test.Node);
        var person = new PersonId(Guid.NewGuid());
        var (letter, prepared) = test.Node.Registry.Texts.Prepare(plant.Id, "es", Words, Retention.Erasable);
        await test.Node.AskAsync(plant.Request(person, new ApplyForAdmission(person, TestCollective.Commitment(person), letter)) with { Texts = [prepared] });
        return (plant, letter);
    }

    private static async Task<MemoryStream> ExportAsync(TestNode test, TestCollective plant, Audience audience)
    {
        // The writer closes what it wrote to.
        using var written = new MemoryStream();
        await test.Node.WriteAsync(plant.Id, audience, written);
        return new MemoryStream(written.ToArray());
    }
}
