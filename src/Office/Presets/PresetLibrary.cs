using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Codec;

namespace Autogestion.Office.Presets;

/// <summary>A preset as it is adopted: complete, with the hash of its canonical form.</summary>
/// <param name="Hash">Base64url of SHA-256 over the stored JSON of the preset.</param>
public sealed record ShippedPreset(Preset Preset, string Hash);

/// <summary>
/// The legal presets that come with the program: numbers with their articles, no text of any law, and not legal advice.
/// Adopting one writes it whole into the book, so that a later program cannot change what was adopted.
/// </summary>
public sealed class PresetLibrary
{
    private const string Folder = "presets/";
    private const string House = "common";

    private PresetLibrary(ImmutableArray<ShippedPreset> all) => All = all;

    /// <summary>The presets of this edition of the program.</summary>
    public static PresetLibrary Shipped { get; } = Load(ReadResources());

    /// <summary>All presets, older editions and drafts too, by id and edition.</summary>
    public ImmutableArray<ShippedPreset> All { get; }

    /// <summary>Those that a collective can adopt today: the current edition of each.</summary>
    public IEnumerable<ShippedPreset> Offered => All.Where(shipped => shipped.Preset.Status == PresetStatus.Current);

    /// <summary>A preset by id, in the newest edition unless another is asked for; null if there is none.</summary>
    public ShippedPreset? Find(string id, int? edition = null) =>
        All.LastOrDefault(shipped => shipped.Preset.Id == id && (edition is null || shipped.Preset.Edition == edition));

    /// <summary>The hash that an adoption states.</summary>
    public static string HashOf(Preset preset) =>
        Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(preset, JsonForm.Options)));

    /// <summary>A library from files by name; the file <c>common</c> holds the defaults of the house.</summary>
    /// <exception cref="JsonException">A file is not written as it should be.</exception>
    /// <exception cref="InvalidOperationException">A file names rules, sources or files that there are not, or names a rule twice.</exception>
    internal static PresetLibrary Load(IReadOnlyDictionary<string, byte[]> files)
    {
        var house = Read<HouseFile>(files, House);
        var written = files.Keys.Where(name => name != House).ToDictionary(name => name, name => Read<PresetFile>(files, name));
        return new([.. written.Keys
            .Select(name => Complete(name, written, house))
            .OrderBy(preset => preset.Id, StringComparer.Ordinal).ThenBy(preset => preset.Edition)
            .Select(preset => new ShippedPreset(preset, HashOf(preset)))]);
    }

    private static Preset Complete(string name, Dictionary<string, PresetFile> written, HouseFile house)
    {
        var file = written[name];
        var rules = new SortedDictionary<string, PresetRule>(StringComparer.Ordinal);
        foreach (var later in Rules.All.Values.Select(key => key.OfTheHouse).OfType<PresetRule>()) rules[later.Key] = later;
        Lay(rules, House, house.Rules);
        var sources = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var layer in Chain(name, written))
        {
            Lay(rules, layer, written[layer].Rules);
            sources.AddRange(written[layer].Sources.Where(source => !sources.ContainsKey(source.Key)));
        }
        var cited = rules.Values.Select(rule => rule.Source).ToHashSet();
        return new(
            file.Id, file.Edition, file.Jurisdiction, file.Status, file.ValidFrom, file.ValidTo,
            sources.Where(source => cited.Contains(source.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal),
            [.. rules.Values]);
    }

    // From the file that the others rest on, to the one asked for.
    private static Stack<string> Chain(string name, Dictionary<string, PresetFile> written)
    {
        var chain = new Stack<string>();
        for (var next = name; next is not null; next = written[next].Extends)
        {
            if (chain.Contains(next) || !written.ContainsKey(next)) throw new InvalidOperationException($"{name}: cannot extend {next}.");
            chain.Push(next);
        }
        return chain;
    }

    private static void Lay(SortedDictionary<string, PresetRule> rules, string file, ImmutableArray<WrittenRule> lines)
    {
        foreach (var rule in lines.SelectMany(line => line.Expand(wholesale: true))) rules[rule.Key] = rule;
        var named = new HashSet<string>();
        foreach (var rule in lines.SelectMany(line => line.Expand(wholesale: false)))
            rules[rule.Key] = named.Add(rule.Key) ? rule : throw new InvalidOperationException($"{file}: {rule.Key} stands twice.");
    }

    private static T Read<T>(IReadOnlyDictionary<string, byte[]> files, string name) =>
        JsonSerializer.Deserialize<T>(files[name], JsonForm.Options) ?? throw new InvalidOperationException($"{name}: there is nothing in it.");

    private static Dictionary<string, byte[]> ReadResources()
    {
        var assembly = typeof(PresetLibrary).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(name => Path.GetFileNameWithoutExtension(name), name =>
            {
                using var resource = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[resource.Length];
                resource.ReadExactly(bytes);
                return bytes;
            });
    }
}
