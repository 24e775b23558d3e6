namespace Autogestion.Book;

/// <summary>Reads lines as bytes. The memory of a line is its own.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>Longer lines are not read: nothing that may stand in a file is longer.</summary>
    public const int MaxBytes = EnvelopeCodec.MaxBytes * 2;

    private byte[] buffer = new byte[1 << 16];
    private int start, end;
    private bool atEnd;

    /// <summary>How many lines were read.</summary>
    public long Number { get; private set; }

    /// <summary>The last line had no newline, or was too long: the file does not end as it should.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The next line without its newline; nothing at the end, or where the line is broken.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        for (var searched = 0; ;)
        {
            var length = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (length >= 0) return Take(searched + length);
            searched = end - start;
            if (atEnd || searched > MaxBytes)
            {
                IsBroken = searched > 0;
                return null;
            }
            await FillAsync(cancellation);
        }
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var line = buffer.AsSpan(start, length).ToArray();
        start += length + 1;
        Number++;
        return line;
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
        atEnd = read == 0;
        end += read;
    }
}
