using Autogestion.Office.Codec;

namespace Autogestion.House;

/// <summary>
/// Stored names and shapes are a promise to every book ever written: a change needs a new version and a step up from the old one.
/// The file beside this holds what was last looked over; AUTOGESTION_ACCEPT_STORED_NAMES=1 writes it anew, to be read as a difference.
/// </summary>
public sealed class StoredNamesSpecs
{
    const string Reviewed = "tests/House/stored-names.txt";
    const string Accept = "AUTOGESTION_ACCEPT_STORED_NAMES";

    [Fact]
    public void Stored_names_and_shapes_are_those_last_looked_over()
    {
        var now = Shapes.Describe(Catalogue.House, JsonForm.Options);
        if (Environment.GetEnvironmentVariable(Accept) == "1") File.WriteAllText(Repository.Full(Reviewed), now);
        Findings.None(Difference(Repository.Has(Reviewed) ? Repository.Read(Reviewed) : "", now));
    }

    [Fact]
    public void A_difference_names_the_kind_and_the_member()
    {
        var before = "entry bread.baked version 1 seen by Public\n  loaves: number\n\nenum Grain\n  Rye\n";
        var after = "entry bread.baked version 1 seen by Members\n  loaves: string decimal\n\nenum Grain\n  Rye\n  Wheat\n";
        Assert.Equal(
            [
                "- entry bread.baked version 1 seen by Public",
                "+ entry bread.baked version 1 seen by Members",
                "- entry bread.baked: loaves: number",
                "+ entry bread.baked: loaves: string decimal",
                "+ enum Grain: Wheat",
            ],
            Difference(before, after));
        Assert.Empty(Difference(after, after));
    }

    // Each line together with the kind or type it belongs to, so that a moved block is no difference and a changed member names its owner.
    static List<string> Difference(string before, string after)
    {
        var (old, now) = (Facts(before), Facts(after));
        return [.. old.Except(now).Select(fact => (fact, mark: "- ")).Concat(now.Except(old).Select(fact => (fact, mark: "+ ")))
            .OrderBy(pair => Owner(pair.fact), StringComparer.Ordinal)
            .ThenBy(pair => pair.fact.Contains(": ", StringComparison.Ordinal))
            .ThenByDescending(pair => pair.mark, StringComparer.Ordinal)
            .Select(pair => pair.mark + pair.fact)];
    }

    static List<string> Facts(string text)
    {
        var facts = new List<string>();
        var owner = "";
        foreach (var line in text.Split('\n').Where(line => line.Length > 0))
        {
            var head = line[0] != ' ';
            if (head) owner = Owner(line);
            facts.Add(head ? line : $"{owner}: {line.Trim()}");
        }
        return facts;
    }

    static string Owner(string line) => string.Join(' ', line.Split(' ', 3)[..2]).TrimEnd(':');
}
