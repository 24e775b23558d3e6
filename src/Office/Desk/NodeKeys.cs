using Autogestion.Book;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Desk;

/// <summary>
/// The private keys with which this node signs checkpoints, one file for each book, readable by nobody else. Whether a key
/// may sign is said by the book, never by the node.
/// </summary>
public sealed class NodeKeys(string folder)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<CollectiveId, NoteSigner> known = new();

    /// <summary>The key of a book, drawn the first time.</summary>
    public NoteSigner For(CollectiveId collective) => known.GetOrAdd(collective, Open);

    private NoteSigner Open(CollectiveId collective)
    {
        var book = new BookId(collective.Value);
        var file = Path.Combine(folder, book + ".pem");
        var name = Checkpoint.OriginOf(book);
        if (File.Exists(file)) return NoteSigner.FromPem(name, File.ReadAllText(file));
        Directory.CreateDirectory(folder);
        var signer = NoteSigner.Create(name);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(signer.ToPem());
        return signer;
    }
}
