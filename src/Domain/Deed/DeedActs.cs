using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Deed;

/// <summary>An act about the collective as such.</summary>
public abstract record DeedAct : Act;

/// <summary>A founder.</summary>
/// <param name="Commitment">Salted hash of name and document.</param>
public sealed record Founder(PersonId Person, string Commitment);

/// <summary>A first post with those who hold it from the founding on.</summary>
public sealed record FirstPost(PostTerms Terms, ImmutableArray<PersonId> Holders);

/// <summary>Found a collective: founders, name, seat, first rules, first mandates. Under a legal preset, or with no legal form yet.</summary>
/// <param name="WithCouncil">Whether there is a council from the start (body 2).</param>
/// <param name="Key">The key that may sign checkpoints.</param>
[Named("deed.found"), Accepts(Source.OwnAffair)]
public sealed record Found(
    PersonId Person,
    CollectiveId Collective,
    CollectiveKind Kind,
    string Name,
    string Place,
    string Zone,
    AnnualDate YearEnds,
    Preset Preset,
    string PresetHash,
    ImmutableArray<Founder> Founders,
    bool WithCouncil,
    ImmutableArray<FirstPost> Posts,
    string Key) : DeedAct, IConcernsPerson;

/// <summary>Let another key sign: effect of a resolution.</summary>
/// <param name="Revokes">The key it replaces, if it does.</param>
[Named("deed.authorise-key"), Undone(Reversal.Stays), OnMatter(Matter.Keys), Accepts(Source.Resolution)]
public sealed record AuthoriseKey(string Key, string? Revokes = null) : DeedAct;

/// <summary>Write down that the book goes on after a loss. Only the desk does this, when a restore could not be made whole.</summary>
[Named("deed.begin-epoch"), Accepts(Source.RuleDue)]
public sealed record BeginEpoch(long OldSize, string OldRoot, long LostFrom) : DeedAct;

/// <summary>Have words destroyed that need not be kept.</summary>
[Named("deed.erase-text"), Accepts(Power.KeepRoster)]
public sealed record EraseText(Guid Text, ErasureGround Ground) : DeedAct;

/// <summary>Enter what has fallen due: terms that ended, effects whose day came, assemblies that lapsed. Done by the desk; anybody can see why.</summary>
[Named("deed.enter-due"), Accepts(Source.RuleDue)]
public sealed record EnterDue : DeedAct;
