namespace Autogestion.Domain.Kernel;

/// <summary>A collective and its book: one to four words of [a-z0-9-], at most 63 characters, unique on earth by its random tail.</summary>
public readonly record struct CollectiveId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A person within one book: random, so that the same person in two books cannot be linked. Names live in the registry.</summary>
public readonly record struct PersonId(Guid Value)
{
    /// <summary>Nobody: the desk itself, when a rule fell due or a letter came.</summary>
    public static readonly PersonId Nobody;

    public override string ToString() => Value.ToString();
}

/// <summary>A body of the collective: 1 is always the assembly of all members.</summary>
public readonly record struct BodyId(int Value)
{
    /// <summary>The assembly: the root of every power.</summary>
    public static readonly BodyId Assembly = new(1);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A post, numbered in the order of creation.</summary>
public readonly record struct PostId(int Value);

/// <summary>A mandate, numbered in the order of granting; sitting mandates (chair, tellers) included.</summary>
public readonly record struct MandateId(int Value);

/// <summary>A sitting of a body, from its notice on; numbered in the order of notice, across all bodies.</summary>
public readonly record struct AssemblyId(int Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A motion, numbered in the order of tabling.</summary>
public readonly record struct MotionId(int Value);

/// <summary>A resolution, numbered in the order of proclamation.</summary>
public readonly record struct ResolutionId(int Value);

/// <summary>A petition for an assembly, numbered in the order of tabling.</summary>
public readonly record struct PetitionId(int Value);

/// <summary>An act that waits for its second signature, numbered in the order of the first.</summary>
public readonly record struct PendingId(int Value);

/// <summary>A request of members that an item be put on an agenda, numbered in the order of asking.</summary>
public readonly record struct ItemRequestId(int Value);

/// <summary>A proposal that all members together constitute themselves without notice, numbered in the order of proposing.</summary>
public readonly record struct UniversalId(int Value);

/// <summary>An auditor's demand that an assembly be called, numbered in the order of demanding.</summary>
public readonly record struct DemandId(int Value);

/// <summary>A transaction in the journal, numbered in the order of writing.</summary>
public readonly record struct TransactionId(int Value);

/// <summary>A section whose results are told apart, numbered in the order of opening.</summary>
public readonly record struct SectionId(int Value);

/// <summary>A common duty, numbered in the order of making.</summary>
public readonly record struct DutyId(int Value);

/// <summary>One person's turn of a duty, numbered in the order of planning across all duties.</summary>
public readonly record struct TurnId(int Value);

/// <summary>A workshop, numbered in the order of making.</summary>
public readonly record struct WorkshopId(int Value);

/// <summary>A task of a workshop, numbered in the order of making across all workshops.</summary>
public readonly record struct WorkTaskId(int Value);

/// <summary>A shift of a workshop, numbered in the order of making.</summary>
public readonly record struct ShiftId(int Value);

/// <summary>A stretch of work of one person, numbered in the order of writing.</summary>
public readonly record struct WorkId(int Value);

/// <summary>An absence, numbered in the order of writing.</summary>
public readonly record struct AbsenceId(int Value);

/// <summary>A procedure for a sanction, numbered in the order of the charges.</summary>
public readonly record struct ProcedureId(int Value);

/// <summary>An observation of an auditor, numbered in the order of writing.</summary>
public readonly record struct ObservationId(int Value);

/// <summary>A letter between two books: the sender's book and the number of the letter there.</summary>
public readonly record struct LetterId(CollectiveId Sender, int Number)
{
    public override string ToString() => $"{Sender}:{Number}";
}
