using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>Everything on paper: with this an assembly is held without any machine, and entered afterwards.</summary>
public sealed class KitPage() : AssemblyPage(Audience.Members)
{
    /// <summary>Ballots on one sheet: copied as often as there are people.</summary>
    public const int BallotsOnAPage = 8;

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

    protected override IEnumerable<Text?> Texts() => Current is not { } assembly ? [] :
        [assembly.Place, AssemblyWords.NameOf(assembly.Body, Visit), .. assembly.Agenda.Select(item => AssemblyWords.TextOf(item, Visit))];

    public IActionResult OnGet() => Current is null ? Redirect($"{Here}/minutes") : Page();
}
