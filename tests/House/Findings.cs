namespace Autogestion.House;

/// <summary>What a test about the code found amiss, listed in full, one a line.</summary>
static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        var found = findings.ToList();
        if (found.Count > 0)
            Assert.Fail($"{found.Count} found:\n  {string.Join("\n  ", found)}");
    }
}
