using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using Autogestion.Look;
using Autogestion.Web;
using Autogestion.Wording;

namespace Autogestion.Pages.Assemblies;

/// <summary>How bodies, items, quorums, rules and grounds of power are said to a reader.</summary>
public sealed class AssemblyWords(Reader reader, Visit visit, Words words)
{
    private readonly RuleWording rules = new(reader);

    /// <summary>How everything that entries and acts point to is called, as if the posts and bodies that motions under way propose were there.</summary>
    public Naming Naming { get; } = Naming.Of(reader, visit, words) with { State = Effects.Proposals.AsIfCarried(visit.State) };

    /// <summary>The sum as a staircase, with the place where its majority is written.</summary>
    public SumView Sum(Sum sum, Cited rule)
    {
        var view = SumWording.View(reader, sum);
        return view with { Lines = [.. view.Lines.Select(line => line.Step == SumStep.Need ? line with { Note = string.Join(" · ", new[] { line.Note, Article(rule) }.OfType<string>()) } : line)] };
    }

    /// <summary>A majority before anything is counted.</summary>
    public string Majority(Threshold majority) => rules.Majority(majority);

    /// <summary>The words behind a reference.</summary>
    public string this[Text? text] => words[text];

    /// <summary>The name of a body.</summary>
    public string Body(BodyId id) => visit.State.Bodies.Find(id) switch
    {
        { Name: { } name } => words[name],
        { } body => reader.Name(body.Kind),
        null => "—",
    };

    /// <summary>The texts that naming a body needs.</summary>
    public static Text? NameOf(BodyId id, Visit visit) => visit.State.Bodies.Find(id)?.Name;

    /// <summary>What kind of sitting of which body: "Asamblea ordinaria", "Sesión · Consejo".</summary>
    public string Kind(AssemblyKind kind, BodyId body) =>
        body == BodyId.Assembly ? reader.Name(kind) : $"{reader.Name(kind)} · {Body(body)}";

    /// <summary>Weekday, day and hour.</summary>
    public string When(Instant instant) => reader["assemblies.when", ("date", reader.Date(instant)), ("hour", reader.Hour(instant))];

    /// <summary>What an item is called: its title, or what brought it back.</summary>
    public string ItemName(AgendaItem item)
    {
        if (item.Came is Came.Observed observation && visit.State.Observations.Find(observation.Observation) is { } observed)
            return reader["assemblies.back.observation", ("number", observed.Id.Value), ("words", words[observed.Words])];
        if (item.Came is Came.Appealed appeal) return reader["assemblies.back.appeal", ("number", appeal.Procedure.Value)];
        if (item.Came is Came.Crossed crossed) return reader["assemblies.back.crossed", ("sign", reader.NameWithin(crossed.Sign)), ("month", reader.MonthAndYear(crossed.Month))];
        if (item.Came is Came.Asked asked && item.Title is not null) return reader["assemblies.back.asked", ("words", words[item.Title]), ("number", asked.Request.Value)];
        if (item.About is not { } about || visit.State.Resolutions.Find(about) is not { } resolution) return words[item.Title];
        var why = resolution.State switch
        {
            Domain.Resolutions.ResolutionState.ToRatify => "assemblies.back.toRatify",
            Domain.Resolutions.ResolutionState.Blocked => "assemblies.back.blocked",
            _ => "assemblies.back.overdue",
        };
        return reader[why, ("number", about.Value), ("words", words[resolution.Words])];
    }

    /// <summary>The text that saying an item needs.</summary>
    public static Text? TextOf(AgendaItem item, Visit visit) =>
        item.Came is Came.Observed { Observation: var id } ? visit.State.Observations.Find(id)?.Words
        : item.About is { } about ? visit.State.Resolutions.Find(about)?.Words : item.Title;

    /// <summary>A quorum with its figure for a roll: "más de la mitad del padrón: 121 de 240".</summary>
    public string Quorum(Quorum quorum, int roll) =>
        reader["assemblies.quorum.figures", ("quorum", rules.Quorum(quorum)), ("needed", Math.Min(quorum.Needed(roll), roll)), ("roll", roll)];

    /// <summary>A length of time that a notice must leave.</summary>
    public string Notice(TimeLimit limit) => rules.Limit(limit, ofNotice: true);

    /// <summary>Where a rule is written.</summary>
    public string? Article(Cited? rule) => rule is null ? null : rules.Cite(rule, visit.State.Statutes.Preset);

    /// <summary>A name with the member's number.</summary>
    public string Person(PersonId person) => visit.State.Roster.Find(person)?.Number is { } number
        ? reader["assemblies.person", ("name", visit.NameOf(person)), ("number", number)]
        : visit.NameOf(person);

    /// <summary>What gives a power, and until when.</summary>
    public string Ground(Authority authority)
    {
        if (authority is not Authority.Mandate(var id) || visit.State.Posts.Find(id) is not { } mandate) return reader["assemblies.ground.member"];
        if (mandate.Role is { } role) return reader["assemblies.ground.sitting", ("role", reader.Name(role))];
        var post = mandate.Post is { } number ? words[visit.State.Posts.Posts[number.Value].Terms.Name] : "—";
        var until = mandate.Until is { } end ? reader.ShortDate(end) : "—";
        return mandate.Resolution is { } resolution
            ? reader["assemblies.ground.resolution", ("post", post), ("resolution", resolution.Value), ("until", until)]
            : reader["assemblies.ground.deed", ("post", post), ("until", until)];
    }

    /// <summary>The names of the posts that give the visitor powers, for <see cref="Ground"/>.</summary>
    public static IEnumerable<Text?> GroundTexts(Visit visit) => visit.Viewer.Person is not { } person
        ? []
        : visit.State.Posts.Live(visit.Now).Where(mandate => mandate.Person == person && mandate.Post is not null).Select(mandate => visit.State.Posts.Posts[mandate.Post!.Value.Value].Terms.Name);

    /// <summary>Roles in the order in which they are shown.</summary>
    public static IReadOnlyList<SittingRole> Roles { get; } = [SittingRole.Chair, SittingRole.Secretary, SittingRole.Teller, SittingRole.Signer];
}
