namespace Autogestion.Bench.Peers;

/// <summary>A row as large as an entry.</summary>
internal sealed record BareRow(string Book, long Position, Guid Act, byte[] Hash, byte[] Bytes);

/// <summary>A database used with nothing of ours around it.</summary>
internal interface IBareLog
{
    /// <summary>Durable when it returns.</summary>
    Task AppendAsync(BareRow row);
}
