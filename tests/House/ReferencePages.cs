using System.Reflection;
using Autogestion.Cli;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Look;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Wording;

namespace Autogestion.House;

/// <summary>The pages of the reference, each made from the types that it is about.</summary>
static class ReferencePages
{
    public static readonly string[] Names = ["acts", "entries", "refusals", "powers", "matters", "rules", "presets", "shapes", "exit-codes"];

    /// <summary>A page in a language.</summary>
    public static string Make(string name, string language)
    {
        var page = new ReferenceText(name, language);
        Action<ReferenceText> write = name switch
        {
            "acts" => Acts,
            "entries" => Entries,
            "refusals" => Refusals,
            "powers" => Powers,
            "matters" => ReferenceLaw.Matters,
            "rules" => ReferenceLaw.Rules,
            "presets" => ReferenceLaw.Presets,
            "shapes" => WriteShapes,
            _ => ExitCodes,
        };
        write(page);
        return page.ToString();
    }

    static void Acts(ReferenceText page)
    {
        page.Paragraph($"{page["acts.noAuthority"]} {Codes(page, typeof(AuthorityRefusals))}.");
        page.Paragraph($"{page["acts.desk"]} {Codes(page, typeof(DeskRefusals))}.");
        foreach (var room in Catalogue.House.Acts.GroupBy(act => act.Name.Split('.')[0]))
        {
            page.Heading(2, room.Key);
            page.Paragraph($"{page["acts.entered"]}: {Codes(page, [.. ListsOf(room.Select(act => act.Type))])}.");
            foreach (var act in room) Act(page, act);
        }
    }

    static void Act(ReferenceText page, ActKind act)
    {
        var reader = page.Reader;
        page.Heading(3, $"`{act.Name}`");
        page.Paragraph($"**{reader["act." + act.Name]}.** {reader[$"act.{act.Name}.what"]}");
        var sources = act.Sources.Select(source => source.Power is { } power ? page.Link("powers", power.ToString()) + " " + reader.Name(power) : $"{reader.Name(source.Source)}");
        page.Paragraph($"{page["acts.authority"]}: {string.Join("; ", sources)}.");
        if (act.Matter is { } matter) page.Paragraph($"{page["acts.matter"]}: {page.Link("matters", matter.ToString())} {reader.Name(matter)}. {page["acts.effect"]}: «{reader[$"act.{act.Name}.effect"]}».");
        ReferenceShapes.WriteMembers(page, ReferenceShapes.Of("act", act.Name).Lines.Select(line => line.Line));
    }

    static void Entries(ReferenceText page)
    {
        foreach (var room in Catalogue.House.Entries.GroupBy(entry => entry.Name.Split('.')[0]))
        {
            page.Heading(2, room.Key);
            foreach (var entry in room)
            {
                page.Heading(3, $"`{entry.Name}`");
                page.Paragraph($"{page["entries.seenBy"]}: {page.Reader.NameWithin(entry.Audience)}. {page["entries.version"]}: {entry.Version}. {page["entries.told"]}:");
                page.Paragraph(string.Join("\n", Told(page.Reader, entry.Name).Select(words => $"- {words}")));
                ReferenceShapes.WriteMembers(page, ReferenceShapes.Of("entry", entry.Name).Lines.Select(line => line.Line));
            }
        }
    }

    static IEnumerable<string> Told(Reader reader, string kind) => reader.Texts.Keys
        .Where(key => key == "entry." + kind || key.StartsWith($"entry.{kind}.", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(key => reader[key]);

    static void Refusals(ReferenceText page)
    {
        Type[] lists = [typeof(AuthorityRefusals), typeof(DeskRefusals), .. AllLists().Where(list => list != typeof(AuthorityRefusals) && list != typeof(DeskRefusals)).OrderBy(list => list.FullName, StringComparer.Ordinal)];
        foreach (var list in lists)
        {
            page.Heading(2, list.Name);
            foreach (var code in CodesOf(list))
            {
                page.Heading(3, $"`{code}`");
                page.Paragraph($"{page.Reader[$"refusal.{code}"]}  \n→ {page.Reader[$"refusal.{code}.remedy"]}");
            }
        }
    }

    static void Powers(ReferenceText page)
    {
        foreach (var power in Enum.GetValues<Power>())
        {
            page.Heading(2, $"`{power}`");
            page.Paragraph($"**{page.Reader.Name(power)}.** {page["powers.of"]}: {From(page, power)}.");
            Lets(page, act => act.Sources.Any(source => source.Power == power));
        }
        page.Heading(2, page["powers.other"]);
        foreach (var source in Enum.GetValues<Source>().Where(source => source != Source.Mandate))
        {
            page.Heading(3, $"`{source}`");
            page.Paragraph($"**{page.Reader.Name(source)}.**");
            Lets(page, act => act.Sources.Any(accepted => accepted.Source == source));
        }
    }

    static void Lets(ReferenceText page, Func<ActKind, bool> which)
    {
        var acts = Catalogue.House.Acts.Where(which).ToList();
        if (acts.Count > 0) page.Paragraph($"{page["powers.lets"]}: {string.Join(", ", acts.Select(act => page.Link("acts", act.Name)))}.");
    }

    static string From(ReferenceText page, Power power)
    {
        var roles = Enum.GetValues<SittingRole>().Where(role => PostBoard.PowersOf(role).Contains(power)).Select(role => page.Reader.NameWithin(role)).ToList();
        string[] sources = [.. OfPosts(power) ? [page["powers.ofPost"]] : Array.Empty<string>(), .. roles.Count > 0 ? [$"{page["powers.ofSitting"]} ({string.Join(", ", roles)})"] : Array.Empty<string>()];
        return sources.Length > 0 ? string.Join("; ", sources) : page["powers.ofNothing"];
    }

    // As the rules themselves answer when such a post is to be made.
    static bool OfPosts(Power power)
    {
        var state = WordsState.Full;
        var terms = new PostTerms(new(Guid.Empty, "", Retention.Legal), BodyId.Assembly, [power], 1, 1);
        return PostsDecider.Flaw(terms, WordsState.Stamp, state.Deed.Zone, state.Bodies, state.Statutes)?.Code != PostsRefusals.PowerOfSitting;
    }

    static void WriteShapes(ReferenceText page)
    {
        foreach (var shape in ReferenceShapes.All.Where(shape => ReferenceShapes.Types.Contains(shape.Name) && shape.Word is not ("act" or "entry")))
        {
            page.Heading(2, $"`{shape.Name}`");
            switch (shape.Word)
            {
                case "enum":
                    page.Paragraph($"{page["shapes.one"]}: {string.Join(", ", shape.Lines.Select(line => $"`{line.Line}`"))}.");
                    break;
                case "family" when shape.Head.Split(" by ") is [_, var by]:
                    page.Paragraph(page["shapes.by"].Replace("{by}", by, StringComparison.Ordinal) + ":");
                    page.Paragraph(string.Join("\n", shape.Lines.Select(line => $"{new string(' ', 2 * (line.Depth - 1))}- `{line.Line}`")));
                    break;
                case "family":
                    page.Paragraph(page["shapes.one"] + ":");
                    ReferenceShapes.WriteMembers(page, shape.Lines.Select(line => line.Line));
                    break;
                default:
                    ReferenceShapes.WriteMembers(page, shape.Lines.Select(line => line.Line));
                    break;
            }
        }
        page.Heading(2, page["shapes.complete"]);
        ReferenceShapes.WriteMembers(page, ReferenceShapes.All.Single(shape => shape.Word == "complete").Lines.Select(line => line.Line));
    }

    static void ExitCodes(ReferenceText page) => page.Table(
        [page["exit-codes.code"], page["exit-codes.means"]],
        typeof(ExitCode).GetFields().Select(field => new[] { $"`{field.GetValue(null)}` {field.Name}", page[$"exit-codes.{field.Name}"] }));

    static IEnumerable<Type> AllLists() => new[] { typeof(Entry).Assembly, typeof(DeskRefusals).Assembly }
        .SelectMany(assembly => assembly.GetExportedTypes()).Where(type => CodesOf(type).Any());

    // A room refuses with the lists that lie beside its acts.
    static IEnumerable<Type> ListsOf(IEnumerable<Type> acts)
    {
        var rooms = acts.Select(act => act.Namespace).ToHashSet();
        return AllLists().Where(list => rooms.Contains(list.Namespace));
    }

    static IEnumerable<RefusalCode> CodesOf(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(RefusalCode)).OrderBy(field => field.MetadataToken).Select(field => (RefusalCode)field.GetValue(null)!);

    static string Codes(ReferenceText page, params Type[] lists) => string.Join(", ", lists.SelectMany(CodesOf).Select(code => page.Link("refusals", code.Name)));
}
