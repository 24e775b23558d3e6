using System.Collections;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;
using Autogestion.Look;
using Autogestion.Web;

namespace Autogestion.Wording;

/// <summary>
/// How what an entry or an act points to is called: people by name, posts and bodies by the words people gave them, everything
/// else by its number.
/// </summary>
/// <param name="PersonName">The name of a person, from the registry.</param>
/// <param name="WordsOf">The words behind a reference.</param>
public sealed record Naming(Reader Reader, Collective State, Func<PersonId, string> PersonName, Func<Text?, string> WordsOf)
{
    private const int LongestQuote = 240;

    /// <summary>As a page knows it.</summary>
    public static Naming Of(Reader reader, Visit visit, Words words) => new(reader, visit.State, visit.NameOf, text => words[text]);

    /// <summary>A person; the program where nobody acted.</summary>
    public string Person(PersonId person) => person == PersonId.Nobody ? Reader["entry.program"] : PersonName(person);

    /// <summary>A post by its name.</summary>
    public string Post(PostId id) => State.Posts.Posts.GetValueOrDefault(id.Value) is { } post ? Quote(post.Terms.Name) : Reader["entry.post", ("number", id.Value)];

    /// <summary>A body by its name: the assembly and the council have their own words.</summary>
    public string Body(BodyId id) => State.Bodies.Find(id) switch
    {
        null => Reader["entry.body", ("number", id.Value)],
        { Name: { } name } => Quote(name),
        var body => Reader.NameWithin(body.Kind),
    };

    /// <summary>Another collective by its name where this one knows it.</summary>
    public string Collective(CollectiveId id) =>
        State.Network.Collectives.GetValueOrDefault(id) ?? State.Network.Requests.Values.FirstOrDefault(request => request.From == id)?.Name ?? id.Value;

    /// <summary>Any part of an entry or an act in words.</summary>
    public string Say(object? value) => value switch
    {
        PersonId person => Person(person),
        PostId post => Post(post),
        BodyId body => Body(body),
        WorkshopId workshop => Name(State.Work.Workshops.GetValueOrDefault(workshop.Value)?.Name, workshop.Value),
        WorkTaskId task => Name(State.Work.Tasks.GetValueOrDefault(task.Value)?.Name, task.Value),
        ShiftId shift => Name(State.Work.Shifts.GetValueOrDefault(shift.Value)?.Terms.Name, shift.Value),
        CollectiveId collective => Collective(collective),
        LetterId letter => Reader.Number(letter.Number),
        Text text => Quote(text),
        Act act => new EffectWording(this).Sentence(act),
        Authority authority => Basis(authority),
        EffectFrom.Date date => Reader.Date(date.Day),
        EffectFrom from => Reader["effectFrom." + from.GetType().Name],
        Threshold majority => new RuleWording(Reader).Majority(majority),
        Sum sum => SumWording.Account(Reader, sum),
        Cited cited => new RuleWording(Reader).Cite(cited, State.Statutes.Preset),
        Preset preset => preset.Id,
        ImmutableArray<PersonId> people => Reader.List(people.Select(Person)),
        ImmutableArray<Power> powers => Reader.List(powers.Select(power => Reader.NameWithin(power))),
        string words => words,
        Ballot ballot => BallotWording.Say(Reader, ballot),
        Enum choice => Reader.NameWithin(choice),
        IEnumerable several => Reader.Number(several.Cast<object?>().LongCount()),
        _ => Reader.Fact(Number(value) ?? value),
    };

    /// <summary>What an act rests on: the mandate with the resolution that gave it, or what the person is.</summary>
    public string Basis(Authority authority) => authority switch
    {
        Authority.OwnAffair => Reader["authority.ownAffair"],
        Authority.Membership => Reader["authority.membership"],
        Authority.Mandate cited => Mandate(cited.Id, State.Posts.Find(cited.Id)),
        Authority.Resolution cited => Reader["authority.resolution", ("resolution", cited.Id.Value)],
        Authority.Letter cited => Reader["authority.letter", ("sender", Collective(cited.Id.Sender))],
        _ => Reader["authority.ruleDue"],
    };

    private string Mandate(MandateId id, Mandate? mandate) => mandate switch
    {
        { Sitting: { } sitting, Role: { } role } => Reader["authority.mandate.sitting", ("assembly", sitting.Value), ("role", Reader.NameWithin(role))],
        { Post: { } post, Resolution: { } resolution } => Reader["authority.mandate", ("post", Post(post)), ("mandate", id.Value), ("resolution", resolution.Value)],
        { Post: { } post } => Reader["authority.mandate.founding", ("post", Post(post)), ("mandate", id.Value)],
        _ => Reader["authority.mandate.over", ("mandate", id.Value)],
    };

    // By the words people gave it; by its number where nothing has that number.
    private string Name(Text? name, int number) => name is null ? Reader.Number(number) : Quote(name);

    private string Quote(Text text)
    {
        var words = WordsOf(text);
        return words.Length <= LongestQuote ? words : words[..LongestQuote].TrimEnd() + "…";
    }

    // The ids that are numbers: assemblies, motions, resolutions, mandates, petitions and what else is asked for.
    private static object? Number(object? value) => value switch
    {
        AssemblyId id => id.Value,
        MotionId id => id.Value,
        ResolutionId id => id.Value,
        MandateId id => id.Value,
        PetitionId id => id.Value,
        PendingId id => id.Value,
        ItemRequestId id => id.Value,
        UniversalId id => id.Value,
        DemandId id => id.Value,
        DutyId id => id.Value,
        TransactionId id => id.Value,
        SectionId id => id.Value,
        TurnId id => id.Value,
        ProcedureId id => id.Value,
        ObservationId id => id.Value,
        WorkId id => id.Value,
        AbsenceId id => id.Value,
        _ => null,
    };
}
