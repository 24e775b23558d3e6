using System.Text.RegularExpressions;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Network;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Statutes;
using Autogestion.Look;
using Autogestion.Web;
using Autogestion.Wording;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>What a motion does if it carries, in one sentence, and what would stand in its way today.</summary>
public static partial class EffectWords
{
    /// <summary>The texts that saying an effect needs.</summary>
    public static IEnumerable<Text?> Texts(Act? effect, Visit visit) => effect switch
    {
        CreatePost create => [create.Terms.Name, AssemblyWords.NameOf(create.Terms.Body, visit)],
        GrantMandate grant => [PostName(grant.Post, visit)],
        ClosePost close => [PostName(close.Post, visit)],
        RecallMandate recall when visit.State.Posts.Find(recall.Mandate) is { Post: { } post } => [PostName(post, visit)],
        CreateBody body => [body.Name],
        SetAside aside => [aside.Ground, visit.State.Resolutions.Find(aside.Resolution)?.Words],
        Ratify ratify => [visit.State.Resolutions.Find(ratify.Resolution)?.Words],
        _ => [],
    };

    /// <summary>The effect in one sentence; null for a motion that is only words.</summary>
    public static string? Say(Reader reader, Visit visit, AssemblyWords say, Act? effect) => effect switch
    {
        null => null,
        Admit admit => reader["assemblies.does.admit", ("person", visit.NameOf(admit.Person))],
        GrantMandate grant => reader[grant.From is null ? "assemblies.does.elect" : "assemblies.does.electFrom", ("person", visit.NameOf(grant.Person)), ("post", say[PostName(grant.Post, visit)]), ("from", grant.From is { } from ? reader.Date(from) : "")],
        RecallMandate recall when visit.State.Posts.Find(recall.Mandate) is { Post: { } post } mandate => reader["assemblies.does.recall", ("person", visit.NameOf(mandate.Person)), ("post", say[PostName(post, visit)])],
        CreatePost create => reader[
            "assemblies.does.createPost", ("post", say[create.Terms.Name]), ("seats", create.Terms.Seats), ("months", create.Terms.TermMonths),
            ("powers", create.Terms.Powers.IsEmpty ? "—" : string.Join(", ", create.Terms.Powers.Select(power => reader.Name(power))))],
        ClosePost close => reader["assemblies.does.closePost", ("post", say[PostName(close.Post, visit)])],
        CreateBody body => reader["assemblies.does.createBody", ("kind", reader.Name(body.Kind)), ("name", say[body.Name])],
        Suspend suspend => reader["assemblies.does.suspend", ("person", visit.NameOf(suspend.Person)), ("until", reader.Date(suspend.Until))],
        ChangeNorm change => reader["assemblies.does.changeNorm", ("rule", Rule(reader, change.Key)), ("value", RuleWords.Value(reader, change.Value))],
        ReformStatutes reform => reader["assemblies.does.reform", ("rule", Rule(reader, reform.Key)), ("value", RuleWords.Value(reader, reform.Value))],
        AdoptPreset adopt => reader["assemblies.does.adoptForm", ("preset", RuleWords.Preset(reader, adopt.Preset))],
        ApproveMinutes approve => reader["assemblies.does.approveMinutes", ("assembly", approve.Assembly.Value)],
        Ratify ratify => reader["assemblies.does.ratify", ("number", ratify.Resolution.Value), ("words", say[visit.State.Resolutions.Find(ratify.Resolution)?.Words])],
        SetAside aside => reader["assemblies.does.setAside", ("number", aside.Resolution.Value), ("words", say[visit.State.Resolutions.Find(aside.Resolution)?.Words])],
        RequestMembership request => reader["assemblies.does.joinNetwork", ("network", request.Network)],
        AdmitCollective admit => reader["assemblies.does.admitCollective", ("collective", visit.State.Network.Requests.GetValueOrDefault(admit.Request)?.Name ?? admit.Request.Sender.Value)],
        NameSittingOfficer name => reader["assemblies.does.nameOfficer", ("person", visit.NameOf(name.Person)), ("role", reader.Name(name.Role))],
        _ => reader["assemblies.does.other", ("kind", Office.Codec.Catalogue.House.Of(effect).Name)],
    };

    /// <summary>From when it has its effect, where that is not at once.</summary>
    public static string? From(Reader reader, EffectFrom from) => from switch
    {
        EffectFrom.Date date => reader["assemblies.from.date", ("day", reader.Date(date.Day))],
        EffectFrom.Registration => reader["assemblies.from.registration"],
        EffectFrom.AppealLapsed => reader["assemblies.from.appeal"],
        _ => null,
    };

    /// <summary>What a refusal code says. The figures of the moment are not kept with a warning, so they are left out.</summary>
    public static string Warning(Reader reader, string code) => Placeholder().Replace(reader[$"refusal.{code}"], "…");

    private static string Rule(Reader reader, string key) => Rules.All.TryGetValue(key, out var rule) ? RuleWords.Name(reader, rule) : key;

    private static Text? PostName(PostId post, Visit visit) =>
        visit.State.Posts.Posts.GetValueOrDefault(post.Value)?.Terms.Name
        ?? visit.State.Assemblies.Current.Values.SelectMany(assembly => assembly.Motions.Values).Select(motion => motion.Effect).OfType<CreatePost>()
            .FirstOrDefault(create => create.Id == post)?.Terms.Name;

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
