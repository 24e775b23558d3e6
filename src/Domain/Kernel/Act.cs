namespace Autogestion.Domain.Kernel;

/// <summary>
/// What a person asks the collective to record. An act is refused (a value, no trace in the book) or entered
/// (one or more entries, in one stroke). Acts that only a resolution may do are the effects that motions carry.
/// </summary>
public abstract record Act;

/// <summary>An act that one person does for himself or herself: the citation of <see cref="Source.OwnAffair"/> is checked against this.</summary>
public interface IConcernsPerson
{
    /// <summary>The person whose affair it is.</summary>
    PersonId Person { get; }
}

/// <summary>An act done within one sitting: sitting mandates (chair, secretary, tellers) reach only their own.</summary>
public interface IInAssembly
{
    /// <summary>The sitting.</summary>
    AssemblyId Assembly { get; }
}

/// <summary>An act that concerns one body: powers of a post reach only the body the post belongs to, unless the post belongs to the assembly.</summary>
public interface IOfBody
{
    /// <summary>The body.</summary>
    BodyId Body { get; }
}

/// <summary>
/// An act that a mandate allows and that one person alone could harm others with: where the rules ask for two signatures, the
/// first only proposes it, and a second person gives it effect.
/// </summary>
public interface ITakesTwo
{
    /// <summary>Whether this one takes two signatures.</summary>
    bool TakesTwo => true;

    /// <summary>The person it is about, who signs neither for nor in place of anybody.</summary>
    PersonId? About => null;
}

/// <summary>The stored name of an act or an entry: a public contract, never changed, only superseded.</summary>
/// <param name="name">Room and words in lower case, as <c>assembly.noticed</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NamedAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>The version of the stored shape, from 1.</summary>
    public int Version { get; init; } = 1;
}

/// <summary>A source of authority that an act accepts. An act type carries one for each.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AcceptsAttribute(Source source) : Attribute
{
    public AcceptsAttribute(Power power) : this(Source.Mandate) => Power = power;

    public Source Source { get; } = source;

    /// <summary>For <see cref="Source.Mandate"/>: the power that the mandate must give.</summary>
    public Power Power { get; }
}

/// <summary>The matter of an act that is decided by resolution: it must be the matter of the agenda item that carries it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OnMatterAttribute(Matter matter) : Attribute
{
    public Matter Matter { get; } = matter;
}

/// <summary>What becomes of what an effect did, when its resolution no longer stands.</summary>
public enum Reversal
{
    /// <summary>Things are again as they were, as far as nobody has built on the change since.</summary>
    ChangedBack,

    /// <summary>It ends now; what it carried until then holds.</summary>
    Ends,

    /// <summary>It stays: only a new resolution changes it.</summary>
    Stays,
}

/// <summary>How an effect is undone when its resolution is set aside; what third parties keep has a text under the act's name.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class UndoneAttribute(Reversal reversal) : Attribute
{
    public Reversal Reversal { get; } = reversal;
}

/// <summary>Who sees an entry of this kind.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SeenByAttribute(Audience audience) : Attribute
{
    public Audience Audience { get; } = audience;
}
