using System.Diagnostics;

namespace Autogestion.House;

/// <summary>What a phone computes by itself, run as the phone runs it: the check of each book, and the envelope of a secret vote.</summary>
public sealed class SealSpecs
{
    [Fact]
    public Task The_phone_recognises_a_book_that_only_grew_and_no_other() => Holds("seal.test.mjs", @"^\d{4,} checks held");

    [Fact]
    public Task The_phone_makes_its_envelope_as_the_standard_says() => Holds("blind.test.mjs", @"^\d{3,} checks held");

    static async Task Holds(string test, string expected)
    {
        Assert.SkipUnless(Has("node"), "node is not installed, so scripts cannot be run outside a browser");
        var scripts = Directory.CreateTempSubdirectory("autogestion-scripts");
        try
        {
            foreach (var path in Repository.Files("src/Autogestion/wwwroot", ".js"))
                File.Copy(Repository.Full(path), Path.Combine(scripts.FullName, Path.GetFileName(path)));
            await File.WriteAllTextAsync(Path.Combine(scripts.FullName, "package.json"), """{"type":"module"}""", TestContext.Current.CancellationToken);
            var (code, said) = await Run("node", Repository.Full($"tests/House/{test}"), scripts.FullName, Repository.Full("tests/Shared"));
            Assert.True(code == 0, said);
            Assert.Matches(expected, said);
        }
        finally
        {
            scripts.Delete(recursive: true);
        }
    }

    static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    static async Task<(int Code, string Said)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said + await complained);
    }
}
