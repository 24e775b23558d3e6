using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Look;

namespace Autogestion.Wording;

/// <summary>Rules in words: what a rule is called, what it says, how far it may be changed, and where it is written.</summary>
public sealed class RuleWording(Reader reader)
{
    /// <summary>What a rule is called. The rules of a matter are called alike: "Mayoría: reforma del estatuto".</summary>
    public string Label(string key) => MatterIn(key) is { } matter
        ? reader["rule." + Stem(key), ("matter", reader.NameWithin(matter))]
        : reader["rule." + key];

    /// <summary>What a rule says.</summary>
    /// <param name="key">The rule the value belongs to: it says of what a number or a share is counted.</param>
    public string Value(RuleValue value, string key) => value switch
    {
        RuleValue.Whole whole => reader.Count($"rule.{Stem(key)}.whole", whole.Value),
        RuleValue.Share share => reader[$"rule.{Stem(key)}.share", ("share", reader.Fact(share.Value))],
        RuleValue.Heads { Value: { Share: null, Absolute: null, Floor: <= 1 } } when MatterIn(key) is not null => reader[$"rule.{Stem(key)}.none"],
        RuleValue.Heads heads => Quorum(heads.Value),
        RuleValue.Switch yes => reader[$"rule.{Stem(key)}.{(yes.Value ? "yes" : "no")}"],
        RuleValue.Choice choice => reader[$"rule.{Stem(key)}.{choice.Value}"],
        RuleValue.Limit limit => Limit(limit.Value, key.EndsWith(".notice", StringComparison.Ordinal)),
        RuleValue.Majority majority => Majority(majority.Value),
        RuleValue.Allocation allocation => string.Join("; ", allocation.Value.Select(Step)),
        RuleValue.Calls calls => string.Join("; ", calls.Value.Select(Call)),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>"más de la mitad de las personas presentes; las abstenciones cuentan como ausencias".</summary>
    public string Majority(Threshold threshold)
    {
        var whole = threshold is { Strict: false, Share: { Numerator: 1, Denominator: 1 } } ? "all" : threshold.Strict ? "more" : "least";
        List<string> parts = [reader["rule.majority." + whole, ("share", reader.Fact(threshold.Share)), ("base", reader["rule.base." + threshold.Base])]];
        if (threshold.Abstentions == threshold.Blanks) parts.Add(reader["rule.both." + threshold.Abstentions]);
        else parts.AddRange([reader["rule.abstentions." + threshold.Abstentions], reader["rule.blanks." + threshold.Blanks]]);
        if (threshold.RecusedInBase) parts.Add(reader["rule.recusedInBase"]);
        if (threshold.Floor is { } floor) parts.Add(reader["rule.floor", ("count", floor)]);
        if (threshold.Ceiling is { } ceiling) parts.Add(reader["rule.ceiling", ("count", ceiling)]);
        return string.Join("; ", parts);
    }

    /// <summary>One step of the allocation: "reserva legal: 1/20 del resultado de asociadas y asociados".</summary>
    public string Step(AllocationStep step)
    {
        if (step.Restores) return reader["rule.surplus.allocation.restore", ("use", reader.Name(step.To))];
        var share = string.Join(", ", [.. (step.Tiers ?? []).Select(tier => reader["rule.surplus.allocation.tier", ("share", $"{tier.Share}"), ("below", $"{tier.Below}")]), $"{step.Share}"]);
        return step.Least is { } least
            ? reader["rule.surplus.allocation.least", ("use", reader.Name(step.To)), ("share", share), ("base", reader.Name(step.Of)), ("least", $"{least}")]
            : reader["rule.surplus.allocation.step", ("use", reader.Name(step.To)), ("share", share), ("base", reader.Name(step.Of))];
    }

    /// <summary>A length of time, with its way of counting days where that is not the common one.</summary>
    /// <param name="ofNotice">Counted from a notice to an assembly.</param>
    public string Limit(TimeLimit limit, bool ofNotice = false)
    {
        var length = reader.Count("rule.time." + limit.Unit, limit.Amount);
        if (limit.Unit is not (TimeUnit.Days or TimeUnit.WorkingDays)) return length;
        return ofNotice ? reader["rule.ends.notice." + limit.Excluded, ("limit", length)]
            : limit.Excluded == ExcludedEnds.First ? length
            : reader["rule.ends." + limit.Excluded, ("limit", length)];
    }

    /// <summary>People needed in the room: "más de la mitad del padrón".</summary>
    public string Quorum(Quorum quorum)
    {
        var share = quorum.Share is { } part ? reader["rule.quorum." + (quorum.Strict ? "more" : "least"), ("share", reader.Fact(part))] : null;
        var people = quorum.Absolute is { } number ? reader.Count("rule.quorum.people", number) : null;
        var needed = (share, people) switch
        {
            ({ }, { }) => reader["rule.quorum." + quorum.Pick, ("share", share), ("people", people)],
            (null, null) => reader["rule.quorum.any"],
            _ => share ?? people!,
        };
        return quorum.Floor > 1 ? reader["rule.quorum.floor", ("quorum", needed), ("people", reader.Count("rule.quorum.people", quorum.Floor))] : needed;
    }

    /// <summary>What the layer below may do with a rule.</summary>
    public string Bound(Bound bound, string key) => reader.Tell("rule.bound." + bound.Kind, side => Value((side == "least" ? bound.Least : bound.Most)!, key));

    /// <summary>Where a rule is written: "Ley 20.337 de cooperativas, art. 48", or that the collective made it.</summary>
    public string Cite(Cited rule, Preset? preset) => rule.Article.Length == 0
        ? reader["rule.cite.own", ("rule", Label(rule.Rule))]
        : reader["rule.cite", ("source", Source(rule.Source, preset)), ("article", rule.Article)];

    /// <summary>The plain name of a source: what stands before the remarks of the preset.</summary>
    public static string Source(string key, Preset? preset)
    {
        var name = preset?.Sources.GetValueOrDefault(key) ?? key;
        var end = name.AsSpan().IndexOfAny(",(");
        return end > 0 ? name[..end].TrimEnd() : name;
    }

    private string Call(Call call, int index)
    {
        (string, object?) ordinal = ("ordinal", reader.Ordinal(index + 1, feminine: true));
        (string, object?) quorum = ("quorum", Quorum(call.Quorum));
        if (call.MinDelay == 0 && call.MaxDelay is null) return reader["rule.call", ordinal, quorum];
        return call.MaxDelay is { } most
            ? reader["rule.call.between", ordinal, quorum, ("delay", Delay(call.MinDelay)), ("most", Delay(most))]
            : reader["rule.call.after", ordinal, quorum, ("delay", Delay(call.MinDelay))];
    }

    private string Delay(int minutes) => minutes switch
    {
        _ when minutes > 0 && minutes % 1440 == 0 => reader.Count("rule.time.Days", minutes / 1440),
        _ when minutes > 0 && minutes % 60 == 0 => reader.Count("rule.time.Hours", minutes / 60),
        _ => reader.Count("rule.time.Minutes", minutes),
    };

    private static Matter? MatterIn(string key) => key.Split('.') is ["matter", var name, _] && Enum.TryParse<Matter>(name, out var matter) ? matter : null;

    // The rules of all matters share their texts.
    private static string Stem(string key) => key.Split('.') is ["matter", _, var what] ? "matter." + what : key;
}
