namespace Autogestion.Book.Conformance.Checkpoints;

public sealed class CheckpointTests
{
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    [Fact]
    public void The_example_of_the_specification_reads_and_writes()
    {
        const string text = $"example.com/behind-the-sofa\n20852163\n{Root}\n";
        var checkpoint = Checkpoint.Parse(text);
        Assert.Equal(("example.com/behind-the-sofa", 20852163L, Root), (checkpoint.Origin, checkpoint.Size, checkpoint.Root.ToString()));
        Assert.Null(checkpoint.Book);
        Assert.Equal(text, checkpoint.ToString());
    }

    [Fact]
    public void Origin_names_the_book()
    {
        var checkpoint = new Checkpoint(new BookId("vidriera-7k3q"), 0, Merkle.EmptyRoot);
        Assert.StartsWith("autogestion/vidriera-7k3q\n0\n", checkpoint.ToString(), StringComparison.Ordinal);
        Assert.Equal(new BookId("vidriera-7k3q"), Checkpoint.Parse(checkpoint.ToString()).Book);
        Assert.Equal(checkpoint, Checkpoint.Parse(checkpoint.ToString()));
    }

    [Fact]
    public void Extension_lines_are_kept()
    {
        var checkpoint = Checkpoint.Parse($"autogestion/a\n7\n{Root}\none\ntwo\n");
        Assert.Equal(["one", "two"], checkpoint.Extensions);
        Assert.Equal($"autogestion/a\n7\n{Root}\none\ntwo\n", checkpoint.ToString());
    }

    [Theory]
    [InlineData("autogestion/a\n7\n")]
    [InlineData("\n7\n" + Root + "\n")]
    [InlineData("autogestion/a\n07\n" + Root + "\n")]
    [InlineData("autogestion/a\n-7\n" + Root + "\n")]
    [InlineData("autogestion/a\n+7\n" + Root + "\n")]
    [InlineData("autogestion/a\n7.0\n" + Root + "\n")]
    [InlineData("autogestion/a\n99999999999999999999\n" + Root + "\n")]
    [InlineData("autogestion/a\n7\nAAAA\n")]
    [InlineData("autogestion/a\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n")]
    [InlineData("autogestion/a\n7\n" + Root)]
    [InlineData("autogestion/a\n7\n" + Root + "\n\nafter\n")]
    public void What_is_not_a_checkpoint_is_refused(string text) => Assert.Throws<FormatException>(() => Checkpoint.Parse(text));
}
