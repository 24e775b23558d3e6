using Autogestion.Book;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Desk;

/// <summary>
/// The private keys with which this node signs checkpoints, one file for each book, readable by nobody else. Whether a key
/// may sign is said by the book, never by the node.
/// </summary>
public sealed class NodeKeys(string folder)
{
    private readonly Lock drawing = new();
    private readonly Dictionary<CollectiveId, NoteSigner> known = [];

    /// <summary>The key of a book, drawn the first time; it is on the disk before anybody can name it.</summary>
    public NoteSigner For(CollectiveId collective)
    {
        lock (drawing)
            return known.TryGetValue(collective, out var signer) ? signer : known[collective] = Open(collective);
    }

    private NoteSigner Open(CollectiveId collective)
    {
        var book = new BookId(collective.Value);
        var file = Path.Combine(folder, book + ".pem");
        var name = Checkpoint.OriginOf(book);
        if (!File.Exists(file)) Draw(file, name);
        return NoteSigner.FromPem(name, File.ReadAllText(file));
    }

    // Under another name first: half a key would be worse than none, and of two processes the first one's stays.
    private void Draw(string file, string name)
    {
        Directory.CreateDirectory(folder);
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var stream = new FileStream(draft, options))
            {
                stream.Write(System.Text.Encoding.ASCII.GetBytes(NoteSigner.Create(name).ToPem()));
                stream.Flush(flushToDisk: true);
            }
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
