using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Voting;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Pages.Assemblies.Effects;
using Autogestion.Pages.Assemblies.Voting;
using Autogestion.Web;
using Autogestion.Wording;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>Minutes in words: each thing that happened in a sentence, votes with their sum spelled out.</summary>
public sealed class MinutesWords(Reader reader, Visit visit, AssemblyWords say, Assembly assembly)
{
    /// <summary>The texts that minutes show.</summary>
    public static IEnumerable<Text?> Texts(AssemblyRecord record, Visit visit)
    {
        var assembly = record.Assembly;
        return
        [
            assembly.Place,
            AssemblyWords.NameOf(assembly.Body, visit),
            .. assembly.PostedAt,
            .. assembly.Agenda.Select(item => AssemblyWords.TextOf(item, visit)),
            .. assembly.Motions.Values.SelectMany(motion => EffectWords.Texts(motion.Effect, visit).Prepend(motion.Words)),
            .. assembly.Recesses.Select(recess => recess.Place),
            .. assembly.Notes.Select(note => note.Words),
            .. assembly.Dissents.Select(dissent => dissent.Reasons),
            .. MinutesLine.Of(record).OfType<MinutesLine.Told>().SelectMany(told => Parts.Texts(told.Entry.Entry, visit.State)),
            .. record.Entries.Select(entry => entry.Entry).OfType<MotionTabled>().Select(tabled => tabled.Words),
        ];
    }

    /// <summary>One line as a sentence; notes and items are set by the page itself.</summary>
    public string Say(MinutesLine line) => line switch
    {
        MinutesLine.Posted posted => reader["assemblies.said.posted", ("where", say[posted.Where]), ("when", say.When(posted.At))],
        MinutesLine.Named named => reader["assemblies.said.named", ("name", Name(named.Person)), ("role", reader.Name(named.Role))],
        MinutesLine.Failed { Call: var call } failed => reader["assemblies.said.failed", Hour(failed), ("call", reader.Ordinal(call.Call, true)), ("present", call.Present), ("needed", call.Needed), ("roll", call.Roll)],
        MinutesLine.Opened { Opening: var opening } opened => reader["assemblies.said.opened", Hour(opened), ("call", reader.Ordinal(opening.Call, true)), ("present", opening.Present), ("needed", opening.Needed), ("roll", opening.Roll.Length)],
        MinutesLine.Item item => reader[item.Again ? "assemblies.said.itemAgain" : "assemblies.said.item", Hour(item), ("item", item.About.Number), ("title", say.ItemName(item.About))],
        MinutesLine.Tabled tabled => Tabled(tabled),
        MinutesLine.Seconded seconded => reader["assemblies.said.seconded", ("name", Name(seconded.By))],
        MinutesLine.Withdrawn withdrawn => reader["assemblies.said.withdrawn", Hour(withdrawn), ("name", Name(withdrawn.Motion.Mover)), ("words", say[withdrawn.Motion.Words])],
        MinutesLine.QuorumLacking { Lost: var lost } lacking => reader["assemblies.said.quorumLost", Hour(lacking), ("present", lost.Present), ("needed", lost.Needed), ("words", say[lacking.Motion.Words])],
        MinutesLine.Voted voted => Voted(voted),
        MinutesLine.Chosen chosen => Chosen(chosen),
        MinutesLine.Adopted { Resolution: var adopted } => reader[adopted.ToRatify ? "assemblies.said.adoptedToRatify" : "assemblies.said.adopted", ("number", adopted.Resolution.Value)],
        MinutesLine.Effect effect => Effect(effect),
        MinutesLine.Paused { Recess: var recess } paused => reader["assemblies.said.recessed", Hour(paused), ("until", say.When(recess.Until)), ("place", say[recess.Place])],
        MinutesLine.WentOn on => reader["assemblies.said.resumed", Hour(on)],
        MinutesLine.Dissent dissent => reader[dissent.Later ? "assemblies.said.dissentLater" : "assemblies.said.dissent", Hour(dissent), ("when", say.When(dissent.At)), ("name", Name(dissent.Recorded.Person)), ("words", say[dissent.Motion.Words]), ("reasons", say[dissent.Recorded.Reasons])],
        MinutesLine.Told told => new EntryWording(say.Naming).Sentence(told.Entry),
        MinutesLine.Note note => say[note.Written.Words],
        MinutesLine.Closed closed => reader["assemblies.said.closed", Hour(closed)],
        MinutesLine.LeftOpen left => reader[left.Undecided ? "assemblies.said.leftOpenUndecided" : "assemblies.said.leftOpen", Hour(left)],
        MinutesLine.Lapsed lapsed => reader["assemblies.said.lapsed", Hour(lapsed)],
        _ => "",
    };

    /// <summary>In a council or commission each one's vote is told; in the assembly the count is.</summary>
    public IEnumerable<(string Choice, string Names)> VotesByName(Motion motion) => assembly.Body == BodyId.Assembly || motion.Vote is not { Ballots.Count: > 0 } vote
        ? []
        : vote.Ballots.GroupBy(ballot => ballot.Value).OrderByDescending(choice => choice.Key is Ballot.For).ThenByDescending(choice => choice.Key is Ballot.Against).ThenBy(choice => choice.Key.Line, StringComparer.Ordinal)
            .Select(choice => (BallotWording.Say(reader, choice.Key), string.Join(", ", choice.Select(ballot => Name(ballot.Key)).Order(StringComparer.Create(reader.Culture, true)))));

    private string Tabled(MinutesLine.Tabled tabled)
    {
        var motion = tabled.Motion;
        var words = reader["assemblies.said.tabled", Hour(tabled), ("name", Name(motion.Mover)), ("words", say[motion.Words])];
        if (EffectWords.Say(say, motion.Effect) is { } effect) words += $" {reader["assemblies.motion.does"]} {effect}.";
        if (EffectWords.From(reader, motion.From) is { } from) words += $" {from}";
        return motion.AsConsequence ? $"{words} {reader["assemblies.motion.consequence"]}" : words;
    }

    private string Voted(MinutesLine.Voted voted)
    {
        var vote = voted.Motion.Vote!;
        List<string> parts = [reader[
            "assemblies.said.vote", Hour(voted), ("method", reader.NameWithin(vote.Method)), ("sum", SumWording.Sentence(reader, voted.Result.Sum)), ("rule", say.Article(vote.Rule))]];
        if (vote.Tellers.Length > 0) parts.Add(reader["assemblies.said.tellers", ("names", string.Join(", ", vote.Tellers.Select(Name)))]);
        if (vote.ByHand.Count > 0) parts.Add(reader.Count("assemblies.said.byHand", vote.ByHand.Count));
        if (vote.Recused.Length > 0) parts.Add(reader["assemblies.said.recused", ("names", string.Join(", ", vote.Recused.Select(Name)))]);
        if (voted.Result.CastingVote is { } casting)
            parts.Add(reader["assemblies.said.casting", ("name", Name(voted.Chair)), ("choice", reader[$"votes.{casting.ToString().ToLowerInvariant()}"])]);
        parts.Add(reader[voted.Result.Carried ? "assemblies.said.carried" : "assemblies.said.lost", ("words", say[voted.Motion.Words])]);
        return string.Join(' ', parts);
    }

    /// <summary>The count behind an election or a choice among proposals.</summary>
    public CountView Count(MinutesLine.Chosen chosen)
    {
        var vote = chosen.Motion.Contest ?? chosen.Motion.Vote!;
        return new(vote.Outcome(), new(reader, say, visit, assembly, vote.Question), vote.Lot);
    }

    private string Chosen(MinutesLine.Chosen chosen)
    {
        var vote = chosen.Motion.Contest ?? chosen.Motion.Vote!;
        var how = reader["assemblies.said.question", Hour(chosen), ("method", string.Join(" + ", vote.Ways.Select(way => reader.NameWithin(way)))), ("form", reader.NameWithin(vote.Question.Form))];
        return chosen.Result switch
        {
            ElectionProclaimed { Elected.IsEmpty: true } => $"{how} {reader["assemblies.result.nobody"]}",
            ElectionProclaimed election => $"{how} {reader["assemblies.result.elected", ("names", string.Join(", ", election.Elected.Select(Name)))]}"
                + (election.Substitutes.Length > 0 ? " " + reader["assemblies.result.substitutes", ("names", string.Join(", ", election.Substitutes.Select(Name)))] : ""),
            ChoiceProclaimed { Chosen: { } winner, Sum: { } sum } => $"{how} {reader[sum.Carried ? "assemblies.said.chosen" : "assemblies.said.leads", ("words", say[assembly.Find(winner)?.Words])]}",
            _ => $"{how} {reader["assemblies.said.noneChosen"]}",
        };
    }

    private string Effect(MinutesLine.Effect effect) => effect.Outcome switch
    {
        EffectBlocked blocked => reader["assemblies.said.blocked", ("number", effect.Resolution.Value), ("why", EffectWords.Warning(reader, blocked.Reason))],
        EffectDeferred { Due: { } due } => reader["assemblies.said.deferred", ("number", effect.Resolution.Value), ("when", say.When(due))],
        EffectDeferred => reader["assemblies.said.awaits", ("number", effect.Resolution.Value)],
        _ => reader["assemblies.said.tookEffect", ("number", effect.Resolution.Value)],
    };

    /// <summary>How people are named instead of by their names; null for the names.</summary>
    public Func<PersonId, string>? NameWith { get; init; }

    private string Name(PersonId person) => NameWith is null ? visit.NameOf(person) : NameWith(person);

    private (string, object?) Hour(MinutesLine line) => ("hour", reader.Hour(line.At));
}
