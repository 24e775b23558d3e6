using System.Diagnostics;
using System.Text;

namespace Autogestion.Office.Tests.Crash;

/// <summary>
/// Takes away from database files what a power cut would: all that was written since their last sync, or all but some of it,
/// in any order, as a disk does. Works from the journal that <c>unsynced.c</c> kept inside the killed process.
/// </summary>
internal sealed class PowerCut : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("autogestion-power-").FullName;

    private PowerCut()
    {
    }

    private string Library => Path.Combine(folder, "unsynced.so");

    private string Journal => Path.Combine(folder, "journal");

    /// <summary>What the process needs in its environment.</summary>
    public (string Name, string Value)[] Environment => [("LD_PRELOAD", Library), ("UNSYNCED_JOURNAL", Journal)];

    /// <summary>Compiles the library; skips the running test where there is no compiler, but never where everything must be tested.</summary>
    public static PowerCut Prepare()
    {
        var cut = new PowerCut();
        if (cut.Compiles() is not { } why) return cut;
        cut.Dispose();
        Assert.SkipUnless(System.Environment.GetEnvironmentVariable("CI") == "true", why);
        throw new InvalidOperationException(why);
    }

    /// <summary>Power is lost. Gives how many writes to the log were synced before and how many were taken away.</summary>
    /// <param name="keep">Chooses writes that reached the disk although nobody waited for them; null for none.</param>
    public (int Synced, int Lost) Happen(Random? keep)
    {
        var pending = new Dictionary<string, List<Write>>();
        var (synced, lost) = (0, 0);
        foreach (var write in Read())
        {
            if (!pending.TryGetValue(write.File, out var writes)) pending[write.File] = writes = [];
            if (write.Kind != 'S') writes.Add(write);
            else
            {
                if (write.File.EndsWith("-wal", StringComparison.Ordinal)) synced += writes.Count;
                writes.Clear();
            }
        }
        foreach (var (name, writes) in pending)
        {
            lost += writes.Count;
            using var file = File.OpenHandle(name, FileMode.Open, FileAccess.ReadWrite);
            foreach (var write in Enumerable.Reverse(writes)) write.Undo(file);
            foreach (var write in writes.Where(_ => keep?.Next(2) == 0)) write.Redo(file);
            File.Delete(name[..name.LastIndexOf(".db", StringComparison.Ordinal)] + ".db-shm");
        }
        File.Delete(Journal);
        return (synced, lost);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string? Compiles()
    {
        if (!OperatingSystem.IsLinux()) return "writes are watched on Linux only";
        try
        {
            using var gcc = Process.Start(new ProcessStartInfo("gcc", ["-shared", "-fPIC", "-O2", "-o", Library, Path.Combine(AppContext.BaseDirectory, "Crash", "unsynced.c")]) { RedirectStandardError = true })!;
            var errors = gcc.StandardError.ReadToEnd();
            gcc.WaitForExit();
            return gcc.ExitCode == 0 ? null : "unsynced.c does not compile: " + errors;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no gcc to compile unsynced.c";
        }
    }

    // The process may have been killed in the middle of a note: then what it announces was not yet written.
    private IEnumerable<Write> Read()
    {
        using var reader = new BinaryReader(File.OpenRead(Journal));
        while (Next(reader) is { } write) yield return write;
    }

    private static Write? Next(BinaryReader reader)
    {
        var head = reader.ReadBytes(6 * sizeof(long));
        if (head.Length < 6 * sizeof(long)) return null;
        long At(int index) => BitConverter.ToInt64(head, index * sizeof(long));
        var (name, old, written) = (reader.ReadBytes((int)At(1)), reader.ReadBytes((int)At(3)), reader.ReadBytes((int)At(4)));
        return written.Length < At(4) ? null : new((char)At(0), Encoding.UTF8.GetString(name), At(2), old, written, At(5));
    }

    private sealed record Write(char Kind, string File, long Offset, byte[] Old, byte[] New, long SizeBefore)
    {
        public void Undo(Microsoft.Win32.SafeHandles.SafeFileHandle file)
        {
            RandomAccess.SetLength(file, SizeBefore);
            RandomAccess.Write(file, Old, Offset);
        }

        public void Redo(Microsoft.Win32.SafeHandles.SafeFileHandle file)
        {
            if (Kind == 'T') RandomAccess.SetLength(file, Offset);
            else RandomAccess.Write(file, New, Offset);
        }
    }
}
