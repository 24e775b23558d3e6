namespace Autogestion.Book.Conformance.Checkpoints;

/// <summary>
/// Notes signed by others with ECDSA P-256 (type 0x02): the public logs of Sigstore Rekor and of Pixel,
/// as found in transparency-dev/formats, <c>note/note_verifier_test.go</c>.
/// </summary>
public sealed class SignedNoteTests
{
    private const string RekorKey =
        "rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=";

    private const string RekorNote =
        "Rekor\n798034\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n\n— rekor.sigstore.dev wNI9ajBEAiARInWIWyCdyG27CO6LPnPekyw20qO0YJfoaPaowGp/XgIgc+qEHS3+GKVClgqq20uDLet7MCoTURUCRdxwWBHHufk=\n";

    private const string PixelKey =
        "pixel6_transparency_log+91c16e30+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABN+4x0Jk1yTwvLFI9A4NDdGZcX0aiWVdWM5XJVy0M4VWD3AvyW5Q6Hs9A0mcDkpUoYgn+KKPNzFC0H3nN3q6JQ8=";

    private const string PixelNote =
        "DEFAULT\n10\nbsWRucJU5xJPHb5eBdOm6+DM+VelCZBuvtI3sHERJ9Y=\n\n— pixel6_transparency_log kcFuMDBFAiEAhqMAP8P6qf6QxtUJhzMhbN+MbZ9dwfUHzGQJmffJHtoCIGD0cNe47dHWBoPwYdgBCepB06/+g5O1FmYjXl06owL4\n";

    [Theory]
    [InlineData(RekorKey, RekorNote, 798034)]
    [InlineData(PixelKey, PixelNote, 10)]
    public void Notes_signed_by_other_logs_verify(string key, string text, long size)
    {
        var note = SignedNote.Parse(text);
        var verifier = NoteVerifier.Parse(key);
        Assert.Equal(verifier, Assert.Single(note.VerifiedBy([verifier])));
        Assert.Equal(size, Checkpoint.Parse(note.Text).Size);
        Assert.Equal(text, note.ToString());
        Assert.Equal(key, verifier.ToString());
    }

    [Fact]
    public void A_changed_text_refuses_the_note() =>
        Assert.Empty(SignedNote.Parse(RekorNote.Replace("798034", "798035", StringComparison.Ordinal)).VerifiedBy([NoteVerifier.Parse(RekorKey)]));

    [Fact]
    public void Unknown_keys_are_passed_over_and_a_failing_known_key_refuses_all()
    {
        using var node = NoteSigner.Create("autogestion/vidriera");
        using var peer = NoteSigner.Create("autogestion/red-sur");
        using var impostor = NoteSigner.Create("autogestion/vidriera");
        var note = new Checkpoint(new BookId("vidriera"), 3, ReferenceRoot).Sign(node).Countersign(peer);
        Assert.Equal([node.Verifier], note.VerifiedBy([node.Verifier]));
        Assert.Equal([node.Verifier, peer.Verifier], note.VerifiedBy([node.Verifier, peer.Verifier]));
        Assert.Empty(note.VerifiedBy([impostor.Verifier]));

        var spoiled = note with { Signatures = [note.Signatures[0], note.Signatures[1] with { Bytes = note.Signatures[0].Bytes }] };
        Assert.Empty(spoiled.VerifiedBy([node.Verifier, peer.Verifier]));
        Assert.Equal([node.Verifier], spoiled.VerifiedBy([node.Verifier]));
    }

    [Fact]
    public void A_signer_survives_its_pem()
    {
        using var signer = NoteSigner.Create("autogestion/vidriera");
        using var again = NoteSigner.FromPem("autogestion/vidriera", signer.ToPem());
        Assert.Equal(signer.Verifier.ToString(), again.Verifier.ToString());
        Assert.Single(SignedNote.Sign("a text\n", again).VerifiedBy([NoteVerifier.Parse(signer.Verifier.ToString())]));
        Assert.Throws<FormatException>(() => NoteSigner.FromPem("x", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"));
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        Assert.Throws<FormatException>(() => NoteSigner.FromPem("x", other.ExportPkcs8PrivateKeyPem()));
    }

    [Theory]
    [InlineData("rekor.sigstore.dev+12344556")]
    [InlineData("rekor.sigstore.dev+c0d23d6a+THIS_IS_NOT_BASE64!")]
    [InlineData("rekor.sigstore.dev+c0d23d6a+AwEB")]
    [InlineData("rekor.sigstore.dev+c0d23d6a+AgEB")]
    [InlineData("rekor.sigstore.dev+c0d23d6a+")]
    [InlineData("rekor sigstore+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=")]
    [InlineData("rekor.sigstore.dev+00000000+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=")]
    public void What_is_not_a_key_is_refused(string text) => Assert.Throws<FormatException>(() => NoteVerifier.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("text without signatures\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n— na+me AAAAAAA=\n")]
    [InlineData("text\n\n- name AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAA=")]
    [InlineData("te\u0001xt\n\n— name AAAAAAA=\n")]
    [InlineData("te\r\nxt\n\n— name AAAAAAA=\n")]
    public void What_is_not_a_note_is_refused(string text) => Assert.Throws<FormatException>(() => SignedNote.Parse(text));

    [Fact]
    public void A_text_may_have_empty_lines_of_its_own()
    {
        using var signer = NoteSigner.Create("salvatore");
        var note = SignedNote.Sign("Ognuno sta solo\n\ned è subito sera.\n", signer);
        Assert.Equal(note.Text, SignedNote.Parse(note.ToString()).Text);
        Assert.Throws<FormatException>(() => SignedNote.Sign("no newline at the end", signer));
    }

    private static Hash ReferenceRoot => Trees.ReferenceTree.Roots[2];
}
