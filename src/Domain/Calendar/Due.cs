using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Duties;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Calendar;

/// <summary>What falls due.</summary>
public enum DueKind
{
    /// <summary>A sitting that was called.</summary>
    Sitting,

    /// <summary>The last day on which the ordinary assembly of the year can be called in time.</summary>
    OrdinaryNotice,

    /// <summary>The ordinary assembly of the year.</summary>
    Ordinary,

    /// <summary>An assembly that a petition demanded.</summary>
    Petition,

    /// <summary>An assembly that an auditor demanded.</summary>
    Demand,

    /// <summary>The last day to ask for an item on an agenda that is out.</summary>
    ItemsUntil,

    /// <summary>Something that the law wants done with the authority or in a book.</summary>
    Legal,

    /// <summary>A meeting of the council.</summary>
    CouncilMeeting,

    /// <summary>Minutes to be drawn up.</summary>
    Minutes,

    /// <summary>A resolution to be carried out.</summary>
    Resolution,

    /// <summary>The effect of a resolution begins.</summary>
    Effect,

    /// <summary>Mandates end.</summary>
    Mandate,

    /// <summary>Trials end.</summary>
    Trial,

    /// <summary>A turn of a duty roster.</summary>
    Turn,

    /// <summary>There are fewer members than the law wants.</summary>
    RollBelowLeast,
}

/// <summary>The ordinary assembly that the law asks for each year.</summary>
/// <param name="YearEnd">The last day of the year it is about.</param>
/// <param name="By">The last day on which it may be held.</param>
/// <param name="Called">Its notice is out.</param>
public sealed record OrdinaryDue(LocalDate YearEnd, LocalDate By, Cited Rule, bool Called);

/// <summary>Something with a date that all should know of.</summary>
public sealed record Due(DueKind Kind, LocalDate On, bool Late)
{
    /// <summary>The rule that sets the date, where one does.</summary>
    public Cited? Rule { get; init; }

    /// <summary>How well that rule is known.</summary>
    public Mark? Mark { get; init; }

    /// <summary>When on that day, where an hour was fixed.</summary>
    public Instant? At { get; init; }

    public Resolution? Resolution { get; init; }

    public PastAssembly? Sitting { get; init; }

    public Assembly? Coming { get; init; }

    /// <summary>Mandates that end together.</summary>
    public ImmutableArray<Mandate> Mandates { get; init; } = [];

    public Petition? Petition { get; init; }

    public Demand? Demand { get; init; }

    /// <summary>What the law wants done.</summary>
    public LegalDuty? Legal { get; init; }

    /// <summary>One person's turn of a common duty.</summary>
    public Turn? Turn { get; init; }

    /// <summary>People whose trials end together.</summary>
    public ImmutableArray<PersonId> People { get; init; } = [];

    /// <summary>The same with the rule that sets its date.</summary>
    public Due Under<T>(RuleInForce<T> rule)
        where T : RuleValue => this with { Rule = rule.Cited, Mark = rule.Layer == Layer.Law ? rule.Law.Mark : null };
}
