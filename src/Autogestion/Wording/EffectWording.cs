using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Network;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using Autogestion.Look;
using Autogestion.Office.Codec;

namespace Autogestion.Wording;

/// <summary>Acts in words: what they are called, and what a motion would do with one, as "dar el cargo Tesorería a Elba".</summary>
public sealed class EffectWording(Naming naming)
{
    private readonly Reader reader = naming.Reader;
    private readonly RuleWording rules = new(naming.Reader);

    /// <summary>What the effect does, as the end of a sentence that says who resolved it. Acts that no resolution carries give their label.</summary>
    public string Sentence(Act effect) =>
        TextOf(effect) is { } key ? reader.Tell(key, part => Part(effect, part)) : reader["act." + Catalogue.House.Of(effect).Name];

    /// <summary>The key of the text that tells what the effect does; null for an act that no resolution carries.</summary>
    public string? TextOf(Act effect)
    {
        var key = $"act.{Catalogue.House.Of(effect).Name}.effect";
        if (!reader.Texts.Has(key)) return null;
        return Variant(effect) is { } variant && reader.Texts.Has($"{key}.{variant}") ? $"{key}.{variant}" : key;
    }

    /// <summary>The label of an act, for a button or a list: "Convocar".</summary>
    public static string Label(Reader reader, Type act) => reader["act." + Catalogue.House.Acts.Single(kind => kind.Type == act).Name];

    private string? Variant(Act effect) => effect switch
    {
        CreateBody { Name: null } body => body.Kind.ToString(),
        AuthoriseKey { Revokes: not null } => "replace",
        GrantMandate { From: not null } => "from",
        FillPost { Elected: not null } => "elected",
        RecallMandate recall when naming.State.Posts.Find(recall.Mandate)?.Post is not null => "known",
        _ => null,
    };

    private string Part(Act effect, string part) => (effect, part) switch
    {
        (RecallMandate recall, "person" or "post") => naming.State.Posts.Find(recall.Mandate) is { } mandate
            ? part == "person" ? naming.Person(mandate.Person) : naming.Say(mandate.Post)
            : "",
        (ChangeNorm norm, _) => part == "key" ? rules.Label(norm.Key) : rules.Value(norm.Value, norm.Key),
        (ReformStatutes reform, _) => part == "key" ? rules.Label(reform.Key) : rules.Value(reform.Value, reform.Key),
        (DistributeSurplus year, "yearEnd") => reader.ShortDate(year.YearEnd),
        (_, "year") => Reader.Year((int)Parts.Find(effect, part)!),
        (AdmitCollective admit, "sender") => naming.Collective(admit.Request.Sender),
        _ => naming.Say(Parts.Find(effect, part)),
    };
}
