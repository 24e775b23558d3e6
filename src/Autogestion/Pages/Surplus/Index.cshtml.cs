using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using Autogestion.Pages.Assemblies;
using Autogestion.Pages.Assemblies.Effects;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Http.Extensions;

namespace Autogestion.Pages.Surplus;

/// <summary>One way to allocate a year, to be compared with others.</summary>
/// <param name="InForce">Whether its reading of losses is the rule today.</param>
/// <param name="Barred">Why it would be refused today; null where it would not.</param>
public sealed record Alternative(DistributeSurplus Act, SurplusPlan Plan, bool InForce, string? Barred);

/// <summary>Where the surplus goes: alternatives side by side for the assembly, and what became of the years before.</summary>
public sealed class SurplusPage() : RoomPage(Audience.Members)
{
    private EffectGround? ground;

    /// <summary>Every reading of past losses, the one in force first; empty before anything was asked.</summary>
    public ImmutableArray<Alternative> Alternatives { get; private set; } = [];

    public IReadOnlyList<EffectField> Fields { get; private set; } = [];

    public SurplusState State => Visit.State.Surplus;

    public EffectAnswers Answers => Ground.Answers;

    /// <summary>Sittings under way with an item that can carry it.</summary>
    public IEnumerable<(AssemblyId Assembly, AgendaItem Item)> Items =>
        Visit.State.Assemblies.Current.Values.SelectMany(assembly => assembly.Agenda.Where(item => item.Matter == Matter.DistributeSurplus).Select(item => (assembly.Id, item)));

    public MemberCredit? Mine => Visit.Viewer.Person is { } person ? State.Members.GetValueOrDefault(person) : null;

    /// <summary>What stands in a field: asked, or what it begins with.</summary>
    public string ValueOf(EffectField field) => Request.Query.ContainsKey(field.Name) ? Answers[field.Name] : field.First ?? "";

    /// <summary>The page of the motion with these figures and this alternative in its fields.</summary>
    public string MotionOf(AssemblyId assembly, AgendaItem item, Alternative alternative)
    {
        var query = new QueryBuilder { { "item", $"{item.Number}" }, { "does", SurplusEffects.Distribute.Name } };
        foreach (var (name, value) in Request.Query.Where(asked => asked.Key is not ("item" or "does" or "reading") && asked.Value.Count == 1)) query.Add(name, $"{value}");
        query.Add("reading", $"{alternative.Act.Choice.PriorLosses}");
        return $"/c/{BookId}/assemblies/{assembly}/motion{query}";
    }

    /// <summary>How well a line's article is known; null where it was read.</summary>
    public string? MarkOf(Mark mark) => mark switch
    {
        Mark.Unconfirmed => T["surplus.unconfirmed"],
        Mark.ReadInExcerpt => T["surplus.excerpt"],
        Mark.House => T["surplus.house"],
        _ => null,
    };

    public string Amount(Money amount) => T.Number(amount.Value, 2);

    protected override Task LoadAsync()
    {
        Fields = [.. SurplusEffects.Fields(Ground)];
        if (Request.Query.ContainsKey("members")) Compare();
        return Task.CompletedTask;
    }

    protected override IEnumerable<Text?> Texts() => [];

    private EffectGround Ground => ground ??= new(Visit, T, new AssemblyWords(T, Visit, Words), new(name => Request.Query[name].ToString(), words => Typed(words)));

    private void Compare()
    {
        var asked = SurplusEffects.Read(Ground);
        if (Answers.Wrong.Count > 0) return;
        var rule = Visit.State.Statutes.Rule(Rules.PriorLosses).Value.Value;
        var readings = Enum.GetValues<PriorLosses>().OrderBy(reading => $"{reading}" != rule);
        Alternatives =
        [
            .. readings.Select(reading => asked with { Choice = asked.Choice with { PriorLosses = reading } })
                .Select(act => new Alternative(act, Simulated(act), $"{act.Choice.PriorLosses}" == rule, Barred(act))),
        ];
    }

    private SurplusPlan Simulated(DistributeSurplus act) => SurplusDecider.AreSound(act) ? SurplusDecider.Simulate(act, State, Visit.State.Statutes) : SurplusPlan.Nothing;

    private string? Barred(DistributeSurplus act) =>
        SurplusDecider.Decide(act, State, new(Visit.Today, Visit.State.Deed.YearEnds, Visit.State.Statutes, person => Visit.State.Roster.Find(person) is not null, Visit.State.Accounts, year => Domain.YearFigures.Of(year, Visit.State))) is Decision.Refused { Refusal: var refusal }
            ? new RefusalWording(T).Plain(refusal.Code.Name)
            : null;
}
