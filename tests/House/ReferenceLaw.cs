using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Look;
using Autogestion.Office.Codec;
using Autogestion.Office.Presets;
using Autogestion.Wording;
using NodaTime;
using NodaTime.Text;

namespace Autogestion.House;

/// <summary>The pages of the reference about law: matters, rules and presets, with article and mark beside each value.</summary>
static class ReferenceLaw
{
    static readonly ShippedPreset[] Offered = [.. PresetLibrary.Shipped.Offered.OrderBy(shipped => shipped.Preset.Id != Preset.NoLegalForm).ThenBy(shipped => shipped.Preset.Id, StringComparer.Ordinal)];

    static readonly (string Name, Func<Matter, RuleKey> Key)[] OfMatter =
    [
        ("body", Domain.Statutes.Rules.CompetentBody), ("majority", Domain.Statutes.Rules.MajorityFor), ("quorum", Domain.Statutes.Rules.QuorumFor), ("secret", Domain.Statutes.Rules.Secret),
        ("reserved", Domain.Statutes.Rules.Reserved), ("off-agenda", Domain.Statutes.Rules.OffAgenda), ("appeal", Domain.Statutes.Rules.AppealBody),
    ];

    public static void Matters(ReferenceText page)
    {
        var wording = new RuleWording(page.Reader);
        foreach (var matter in Enum.GetValues<Matter>())
        {
            page.Heading(2, $"`{matter}`");
            var effects = Catalogue.House.Acts.Where(act => act.Matter == matter).Select(act => page.Link("acts", act.Name)).ToList();
            page.Paragraph($"**{page.Reader.Name(matter)}.**{(effects.Count > 0 ? $" {page["matters.effects"]}: {string.Join(", ", effects)}." : "")}");
            page.Table([page["rules.rule"], page["matters.value"]], OfMatter.Select(rule =>
                new[] { Aspect(page.Reader, rule.Name), wording.Value(Rule(Offered[0].Preset, rule.Key(matter).Name).Value, rule.Key(matter).Name) }));
        }
    }

    public static void Rules(ReferenceText page)
    {
        var wording = new RuleWording(page.Reader);
        page.Heading(2, page["rules.legend"]);
        page.Paragraph(string.Join(" · ", Enum.GetValues<Mark>().Select(mark => $"{(mark == Mark.House ? "—" : Sign(mark))} {page.Reader.NameWithin(mark)}")) + ".");
        page.Heading(2, page["rules.general"]);
        var ofMatters = OfMatter.SelectMany(rule => Enum.GetValues<Matter>().Select(matter => rule.Key(matter).Name)).ToHashSet();
        page.Table(
            [page["rules.rule"], .. Offered.Select(shipped => shipped.Preset.Id)],
            Domain.Statutes.Rules.All.Keys.Where(key => !ofMatters.Contains(key)).Select(key => new[] { $"{wording.Label(key)} `{key}`" }.Concat(Offered.Select(shipped => Cell(wording, shipped.Preset, key)))));
        page.Heading(2, page["rules.ofMatters"]);
        foreach (var (name, key) in OfMatter)
        {
            page.Heading(3, Aspect(page.Reader, name));
            page.Table(
                [page["matters.matter"], .. Offered.Select(shipped => shipped.Preset.Id)],
                Enum.GetValues<Matter>().Select(matter => new[] { $"{page.Reader.Name(matter)} {page.Link("matters", matter.ToString())}" }.Concat(Offered.Select(shipped => Cell(wording, shipped.Preset, key(matter).Name)))));
        }
    }

    public static void Presets(ReferenceText page)
    {
        var wording = new RuleWording(page.Reader);
        foreach (var (preset, hash) in PresetLibrary.Shipped.All)
        {
            page.Heading(2, $"{preset.Id}, {page["presets.edition"].ToLowerInvariant()} {preset.Edition}");
            page.Table(["", ""],
            [
                [page["presets.status"], page.Reader.Name(preset.Status)],
                [page["presets.valid"], Validity(page, preset)],
                [page["presets.hash"], $"`{hash}`"],
            ]);
            if (!preset.Sources.IsEmpty) page.Paragraph($"{page["presets.sources"]}:\n\n{string.Join("\n", preset.Sources.Select(source => $"- `{source.Key}`: {source.Value}"))}");
            var law = preset.Rules.Where(rule => rule.Mark != Mark.House).ToList();
            if (law.Count == 0) page.Paragraph(page["presets.nothing"]);
            else page.Table(
                [page["rules.rule"], page["presets.says"], page["presets.leaves"], page["presets.article"], page["presets.mark"]],
                law.Select(rule => new[]
                {
                    $"{wording.Label(rule.Key)} `{rule.Key}`", wording.Value(rule.Value, rule.Key), wording.Bound(rule.Bound, rule.Key), $"{rule.Article} (`{rule.Source}`)", page.Reader.Name(rule.Mark),
                }));
        }
    }

    static string Validity(ReferenceText page, Preset preset)
    {
        string Side(string key, LocalDate? day) => day is { } date ? $"{page[key]} {LocalDatePattern.Iso.Format(date)}" : "";
        var both = $"{Side("presets.from", preset.ValidFrom)} {Side("presets.to", preset.ValidTo)}".Trim();
        return both.Length == 0 ? "—" : both;
    }

    static string Cell(RuleWording wording, Preset preset, string key)
    {
        var rule = Rule(preset, key);
        // The first column says what the program proposes; where a law says nothing of its own, that stands.
        if (rule.Mark == Mark.House && preset.Id != Preset.NoLegalForm) return "—";
        var says = wording.Value(rule.Value, key);
        return rule.Mark == Mark.House ? says : $"{says} ({rule.Article}) {Sign(rule.Mark)}";
    }

    static string Sign(Mark mark) => mark switch
    {
        Mark.Read => "●",
        Mark.ReadInExcerpt => "◐",
        _ => "○",
    };

    // "Mayoría: {matter}" without the matter is the name of the column.
    static string Aspect(Reader reader, string name) => reader[$"rule.matter.{name}"].Split(':')[0];

    static PresetRule Rule(Preset preset, string key) => preset.Rules.Single(rule => rule.Key == key);
}
