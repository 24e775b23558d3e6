namespace Autogestion.Domain.Kernel;

/// <summary>A fixed code for one way to say no. Texts (what, which rule, what can be done instead) live in resources under this name.</summary>
/// <param name="Name">Room and words in lower case, as <c>assembly.notice-too-short</c>; a public contract.</param>
public sealed record RefusalCode(string Name)
{
    /// <summary>The refusal with one fact that its text names.</summary>
    public Refusal With(string fact, object value) => new Refusal(this).With(fact, value);

    /// <summary>The refusal with the rule that stands in the way.</summary>
    public Refusal Under(Cited rule) => new Refusal(this).Under(rule);

    public override string ToString() => Name;
}

/// <summary>A rule as cited: its key and, when the law or the statutes set it, where they say so.</summary>
/// <param name="Rule">The stored name of the rule.</param>
/// <param name="Article">As the source numbers it, for example <c>art. 48</c>; empty for a norm of our own.</param>
/// <param name="Source">The key of the source in the preset, for example <c>L20337</c>.</param>
public sealed record Cited(string Rule, string Article, string Source);

/// <summary>A "no": a value with a fixed code, the facts that its text names, and the rule it rests on.</summary>
public sealed record Refusal(RefusalCode Code)
{
    /// <summary>Names and values for the text, in the order given. Numbers, dates and ids only; never words typed by people.</summary>
    public ImmutableArray<(string Name, object Value)> Facts { get; init; } = [];

    /// <summary>The rule that stands in the way, if one does.</summary>
    public Cited? Rule { get; init; }

    public Refusal With(string fact, object value) => this with { Facts = Facts.Add((fact, value)) };

    public Refusal Under(Cited rule) => this with { Rule = rule };

    public static implicit operator Refusal(RefusalCode code) => new(code);
}
