using Autogestion.Domain.Calendar;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Look;
using Autogestion.Web;
using Autogestion.Wording;
using Due = Autogestion.Domain.Calendar.Due;

namespace Autogestion.Pages.Today;

/// <summary>Something due as it is shown: what, more of it, and where it is dealt with.</summary>
public sealed record DueView(string Title, string Detail, string Href);

/// <summary>How what is due is said to a member.</summary>
public sealed class DueWords(Reader reader, Visit visit, Words words)
{
    private readonly AskWords say = new(reader, visit, words);

    private string Here => $"/c/{visit.State.Deed.Id}";

    /// <summary>The texts that saying it takes.</summary>
    public static IEnumerable<Text?> Texts(Due due, Visit visit) =>
    [
        due.Resolution?.Words, due.Turn is { } turn ? visit.State.Duties.Duties.GetValueOrDefault(turn.Duty.Value)?.Terms.Name : null, .. due.Mandates.Select(mandate => visit.State.Posts.Posts[mandate.Post!.Value.Value].Terms.Name),
        due.Sitting is { } past ? AskWords.NameOf(past.Body, visit) : null, due.Coming is { } coming ? AskWords.NameOf(coming.Body, visit) : null,
    ];

    /// <summary>What is due in words.</summary>
    public DueView Say(Due due) => due.Kind switch
    {
        DueKind.Sitting => new(say.Kind(due.Coming!.Kind, due.Coming.Body), reader.Hour(due.At ?? due.Coming.Calls[0].At), $"{Here}/assemblies/{due.Coming.Id}"),
        DueKind.Minutes => new(reader["today.dueMinutes", ("kind", say.Kind(due.Sitting!.Kind, due.Sitting.Body)), ("date", reader.ShortDate(due.Sitting.Start))], Cited(due), $"{Here}/assemblies/{due.Sitting.Id}/minutes"),
        DueKind.Resolution => new(words[due.Resolution!.Words], reader["today.dueResolution", ("number", due.Resolution.Id.Value)], $"{Here}/resolutions/{due.Resolution.Id.Value}"),
        DueKind.Effect => new(words[due.Resolution!.Words], reader["today.dueEffect", ("number", due.Resolution.Id.Value)], $"{Here}/resolutions/{due.Resolution.Id.Value}"),
        DueKind.Mandate => new(reader.Count("today.dueMandates", due.Mandates.Length), reader.List(due.Mandates.Select(mandate => $"{Post(mandate)} ({visit.NameOf(mandate.Person)})"), 4), $"{Here}/posts"),
        DueKind.Trial => new(reader.Count("today.dueTrials", due.People.Length), reader.List(due.People.Select(visit.NameOf), 6), $"{Here}/members?standing=OnTrial"),
        DueKind.Legal => new(reader.Name(due.Legal!.Value), Cited(due), $"{Here}/calendar"),
        DueKind.Turn => new(words[visit.State.Duties.Duties[due.Turn!.Duty.Value].Terms.Name], reader["duties.when", ("day", reader.ShortDate(due.On)), ("from", Reader.Hour(due.Turn.Start)), ("to", Reader.Hour(due.Turn.To.TimeOfDay))], $"{Here}/duties?week={NodaTime.Text.LocalDatePattern.Iso.Format(due.On)}"),
        DueKind.RollBelowLeast => new(reader.Name(due.Kind), Cited(due), $"{Here}/members"),
        _ => new(reader.Name(due.Kind), Cited(due), $"{Here}/calendar"),
    };

    private string Cited(Due due) => say.Cite("", due.Rule);

    private string Post(Mandate mandate) => words[visit.State.Posts.Posts[mandate.Post!.Value.Value].Terms.Name];
}
