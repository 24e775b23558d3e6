using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>Everything on paper: with this an assembly is held without any machine, and entered afterwards.</summary>
public sealed class KitPage() : AssemblyPage(Audience.Members)
{
    /// <summary>Ballots on one sheet: copied as often as there are people.</summary>
    public const int BallotsOnAPage = 8;

    /// <summary>Lines on the sheet of speakers.</summary>
    public const int SpeakersOnAPage = 14;

    /// <summary>Whether members may represent one another here, so that the form for it is printed.</summary>
    public bool ProxiesAllowed => Current!.Body == BodyId.Assembly && Visit.State.StatuteVersions[Current.StatutesVersion].Rule(Rules.MostProxies).Value.Value > 0;

    /// <summary>Who signs the roll, by number.</summary>
    public IReadOnlyList<(int? Number, string Name)> Roll =>
    [
        .. Live.Attendance.RollOf(Visit, Current!).Select(person => (Visit.State.Roster.Find(person)?.Number, Visit.NameOf(person)))
            .OrderBy(person => person.Number ?? int.MaxValue).ThenBy(person => person.Item2, StringComparer.Ordinal),
    ];

    /// <summary>The agenda with the majority that each item takes, and whether its ballot must be secret.</summary>
    public IReadOnlyList<(AgendaItem Item, string Majority, bool Secret)> Items
    {
        get
        {
            var rules = Visit.State.StatuteVersions[Current!.StatutesVersion];
            return [.. Current.Agenda.Select(item => (item, Say.Majority(rules.Rule(Rules.MajorityFor(item.Matter)).Value.Value), rules.Rule(Rules.Secret(item.Matter)).Value.Value))];
        }
    }

    /// <summary>The forms of ballot that an election may take.</summary>
    public IEnumerable<QuestionForm> FormsOf(Motion motion) => motion.Effect is FillPost fill && Visit.State.Posts.ElectionOf(fill.Post).Form is { } only
        ? new[] { only }.Where(form => form != QuestionForm.Lot)
        : [QuestionForm.Ranked, QuestionForm.Approval];

    protected override IEnumerable<Text?> Texts() => Current is not { } assembly ? [] :
        [assembly.Place, AssemblyWords.NameOf(assembly.Body, Visit), .. assembly.Agenda.Select(item => AssemblyWords.TextOf(item, Visit)), .. assembly.Motions.Values.Select(motion => motion.Words)];

    public IActionResult OnGet() => Current is null ? Redirect($"{Here}/minutes") : Page();
}
