using Autogestion.Domain.Statutes;

namespace Autogestion.Office.Presets;

/// <summary>A preset as it is written by hand: only what the law says. The rest comes from the file it extends and from the house.</summary>
/// <param name="Extends">Name of another file whose rules and sources stand where this one is silent.</param>
internal sealed record PresetFile(
    string Id,
    int Edition,
    string Jurisdiction,
    PresetStatus Status,
    ImmutableSortedDictionary<string, string> Sources,
    ImmutableArray<WrittenRule> Rules,
    string? Extends = null,
    LocalDate? ValidFrom = null,
    LocalDate? ValidTo = null);

/// <summary>The defaults of the house: a value for every rule there is.</summary>
internal sealed record HouseFile(ImmutableArray<WrittenRule> Rules);

/// <summary>One value for one or more rules.</summary>
/// <param name="Keys">Names of rules; <c>matter.*.majority</c> is that rule of every matter, where no other line names it.</param>
/// <param name="Bound">What is left to the layer below; an <c>AtLeast</c> or <c>AtMost</c> without limit is bounded by the value itself.</param>
internal sealed record WrittenRule(
    ImmutableArray<string> Keys,
    RuleValue Value,
    Bound? Bound = null,
    string Article = "",
    string Source = "",
    Mark Mark = Mark.House)
{
    /// <summary>The rules this line sets, those that name a rule after those that name all matters at once.</summary>
    public IEnumerable<PresetRule> Expand(bool wholesale) =>
        from key in Keys
        where key.Contains('*', StringComparison.Ordinal) == wholesale
        from name in wholesale ? Enum.GetNames<Domain.Kernel.Matter>().Select(matter => key.Replace("*", matter, StringComparison.Ordinal)) : [key]
        select new PresetRule(name, Value, Limits(), Article, Source, Mark);

    private Bound Limits() => Bound switch
    {
        null => new(BoundKind.Default),
        { Kind: BoundKind.AtLeast, Least: null } => Bound with { Least = Value },
        { Kind: BoundKind.AtMost, Most: null } => Bound with { Most = Value },
        _ => Bound,
    };
}
