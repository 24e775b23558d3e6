using System.Diagnostics;

namespace Autogestion.Book.Conformance;

/// <summary>A folder that is gone at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("autogestion-book-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>A disk of a few megabytes, to be filled or closed to writing. Only who may mount can have one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Skips the running test where nothing can be mounted.</summary>
    public SmallDisk(string size)
    {
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder.Path)) return;
        folder.Dispose();
        Assert.Skip("a small disk cannot be mounted here (Linux and the right to mount are needed)");
    }

    public string File(string name) => folder.File(name);

    public void CloseToWriting() => Assert.True(Run("mount", "-o", "remount,ro", folder.Path), "the disk could not be closed to writing");

    public void OpenToWriting() => Assert.True(Run("mount", "-o", "remount,rw", folder.Path), "the disk could not be opened to writing");

    public void Dispose()
    {
        Run("umount", "-l", folder.Path);
        folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
            process!.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
