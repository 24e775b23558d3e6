using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Book.Conformance.Verifying;

/// <summary>The verifier alone, over entries in memory.</summary>
public sealed class BookVerifierTests
{
    private static readonly BookId A = new("vidriera");

    private static readonly Gen<IReadOnlyList<SealedEntry>> Books =
        from parts in Gen.Choose(1, 4).NonEmptyListOf()
        select Samples.Acts(A, 0, parts.Take(30));

    [Fact]
    public void A_whole_book_is_whole() =>
        Prop.ForAll(Arb.From(Books), entries => Assert.Null(Verify(entries.Select(entry => (ReadOnlyMemory<byte>?)entry.Bytes), entries))).Check(Laws.Seeded);

    [Fact]
    public void A_book_is_whole_whatever_is_withheld() =>
        Prop.ForAll(Arb.From(WithOne()), t =>
        {
            var random = new Random((int)t.Position);
            Assert.Null(Verify(t.Entries.Select(entry => random.Next(2) == 0 ? entry.Bytes : (ReadOnlyMemory<byte>?)null), t.Entries));
        }).Check(Laws.Seeded);

    [Fact]
    public void An_entry_left_out_is_missed_where_it_stood() =>
        Prop.ForAll(Arb.From(WithOne()), t =>
        {
            var left = t.Entries.Where(entry => entry.Position != t.Position).ToList();
            var fault = Verify(left.Select(entry => (ReadOnlyMemory<byte>?)entry.Bytes), left);
            if (t.Position < t.Entries.Count) Assert.Equal((FaultCode.WrongPosition, t.Position), (fault!.Code, fault.Position));
            else if (t.Entries[^1].Open().Parts > 1) Assert.Equal((FaultCode.WrongPart, t.Position), (fault!.Code, fault.Position));
            else Assert.Null(fault);
        }).Check(Laws.Seeded);

    [Fact]
    public void An_entry_given_twice_is_noticed_at_once() =>
        Prop.ForAll(Arb.From(WithOne()), t =>
        {
            var twice = t.Entries.Take((int)t.Position).Append(t.Entries[(int)t.Position - 1]).ToList();
            var fault = Verify(twice.Select(entry => (ReadOnlyMemory<byte>?)entry.Bytes), twice);
            Assert.Equal((FaultCode.WrongPosition, t.Position + 1), (fault!.Code, fault.Position));
        }).Check(Laws.Seeded);

    [Fact]
    public void Each_rule_has_its_fault()
    {
        var first = Samples.Act(A, 0, parts: 2)[0].Open();
        Check(FaultCode.Malformed, 1, "{}"u8.ToArray());
        Check(FaultCode.WrongBook, 1, Write(first with { Book = new BookId("textil") }));
        Check(FaultCode.WrongPosition, 1, Write(first with { Position = 2 }));
        Check(FaultCode.WrongPart, 1, Write(first with { Part = 2 }));
        Check(FaultCode.WrongPart, 2, Write(first), Write(first with { Position = 2 }));
        Check(FaultCode.WrongPart, 2, Write(first), Write(first with { Position = 2, Part = 2, Parts = 3 }));
        Check(FaultCode.WrongPart, 2, Write(first), Write(first with { Position = 2, Act = Guid.NewGuid() }));
        Check(FaultCode.WrongPart, 2, Write(first));
        var alone = first with { Parts = 1 };
        Check(FaultCode.TimeWentBack, 2, Write(alone), Write(alone with { Position = 2, Act = Guid.NewGuid(), Entered = alone.Entered.AddTicks(-1) }));
        var between = alone with { Position = 2, Act = Guid.NewGuid() };
        Check(FaultCode.RepeatedAct, 3, Write(alone), Write(between), Write(alone with { Position = 3 }));

        static byte[] Write(Envelope envelope) => EnvelopeCodec.Write(envelope);
        static void Check(FaultCode code, long position, params byte[][] entries)
        {
            var verifier = new BookVerifier(A);
            var fault = entries.Select(bytes => verifier.Accept(bytes, out _)).FirstOrDefault(f => f is not null) ?? verifier.Finish();
            Assert.Equal((code, position), (fault?.Code, fault?.Position ?? 0));
        }
    }

    [Fact]
    public void Withheld_entries_leave_only_as_much_room_as_there_are()
    {
        var three = Samples.Act(A, 0, parts: 3);
        var fourth = Samples.Act(A, 3, parts: 2);
        var verifier = new BookVerifier(A);
        Assert.Null(verifier.Accept(three[0].Bytes, out _));
        Assert.Null(verifier.AcceptWithheld(three[1].Hash));
        Assert.Equal(FaultCode.WrongPart, verifier.Finish()?.Code);
        Assert.Equal(FaultCode.WrongPart, verifier.Accept(Sealing.Seal(fourth[0].Open() with { Position = 3 }).Bytes, out _)?.Code);
        Assert.Null(verifier.AcceptWithheld(three[2].Hash));
        Assert.Equal(FaultCode.WrongPart, verifier.Accept(Sealing.Seal(fourth[1].Open() with { Position = 4 }).Bytes, out _)?.Code);
        Assert.Null(verifier.AcceptWithheld(fourth[0].Hash));
        Assert.Null(verifier.Accept(fourth[1].Bytes, out _));
        Assert.Null(verifier.Finish());
    }

    private static Gen<(IReadOnlyList<SealedEntry> Entries, long Position)> WithOne() =>
        from entries in Books
        from position in Gen.Choose(1, entries.Count)
        select (entries, (long)position);

    private static Fault? Verify(IEnumerable<ReadOnlyMemory<byte>?> shown, IReadOnlyList<SealedEntry> entries)
    {
        var verifier = new BookVerifier(A);
        foreach (var (bytes, entry) in shown.Zip(entries))
            if ((bytes is { } b ? verifier.Accept(b, out _) : verifier.AcceptWithheld(entry.Hash)) is { } fault) return fault;
        return verifier.Finish();
    }
}
