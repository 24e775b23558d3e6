using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Sanctions;

namespace Autogestion.Pages.Today;

/// <summary>Something that waits for one person. The order of the types is the order of urgency.</summary>
public abstract record Ask
{
    private Ask()
    {
    }

    /// <summary>A vote is open in the room and the person has not voted.</summary>
    /// <param name="Voted">How many have, of those who may; null where hands or papers are counted.</param>
    public sealed record Vote(AssemblyId Assembly, Motion Motion, int? Voted, int May) : Ask
    {
        /// <summary>Whether she votes on her own phone; else it is done in the room.</summary>
        public bool ByPhone => Voted is not null && Motion.Vote!.Method == VoteMethod.OwnPhone;
    }

    /// <summary>The hour of a call has come and the chair has not made it.</summary>
    public sealed record MakeCall(AssemblyId Assembly, AssemblyKind Kind, BodyId Body, int Call, Instant At) : Ask;

    /// <summary>The list of an assembly is open and the person is not on it.</summary>
    public sealed record ComeIn(AssemblyId Assembly, AssemblyKind Kind, BodyId Body, Instant At, bool HasOpened) : Ask;

    /// <summary>There is an assembly later today.</summary>
    public sealed record Attend(AssemblyId Assembly, AssemblyKind Kind, BodyId Body, Instant At) : Ask;

    /// <summary>The person was charged and can give a defence.</summary>
    /// <param name="Hearing">When he or she is heard, once that is set.</param>
    public sealed record Defend(Procedure Procedure, Instant? Hearing) : Ask;

    /// <summary>The person was sanctioned and can appeal.</summary>
    public sealed record Appeal(Procedure Procedure, Instant Until) : Ask;

    /// <summary>A charge that the person was named to look into.</summary>
    public sealed record Investigate(Procedure Procedure) : Ask;

    /// <summary>A charge that nobody looks into yet.</summary>
    public sealed record NameInvestigator(Procedure Procedure) : Ask;

    /// <summary>A motion waits for a second person to back it.</summary>
    public sealed record Second(AssemblyId Assembly, Motion Motion) : Ask;

    /// <summary>Somebody needs a new way in, and the second signature is missing.</summary>
    public sealed record ConfirmRecovery(PersonId Person) : Ask;

    /// <summary>Somebody signed first, and this person can give the second signature.</summary>
    public sealed record SecondSignature(Domain.Signatures.Pending Pending) : Ask;

    /// <summary>Minutes wait for the person's signature.</summary>
    public sealed record SignMinutes(PastAssembly Assembly) : Ask;

    /// <summary>Minutes wait to be drawn up.</summary>
    public sealed record DrawUpMinutes(PastAssembly Assembly, Instant By, bool Late) : Ask;

    /// <summary>An assembly was called and nobody was named to serve in it.</summary>
    public sealed record NameOfficers(AssemblyId Assembly, AssemblyKind Kind, BodyId Body, Instant At) : Ask;

    /// <summary>A resolution that a post of the person answers for.</summary>
    public sealed record CarryOut(Resolution Resolution, bool Late) : Ask;

    /// <summary>A petition reached its signatures: somebody must call the assembly.</summary>
    public sealed record CallPetitioned(Petition Petition, LocalDate HeldBy) : Ask;

    /// <summary>The ordinary assembly of the year must be held.</summary>
    public sealed record CallOrdinary(LocalDate By, Cited Rule, bool Late) : Ask;

    /// <summary>A resolution waits until its registration is written down.</summary>
    public sealed record RecordRegistration(Resolution Resolution) : Ask;

    /// <summary>A petition that the person has not signed.</summary>
    public sealed record SignPetition(Petition Petition, int Signatures, int Needed) : Ask;

    /// <summary>People asked to come in and wait for whoever keeps the roster.</summary>
    public sealed record Candidates(int Count) : Ask;

    /// <summary>Trials are over and nothing was decided.</summary>
    public sealed record TrialsOver(int Count) : Ask;

    /// <summary>The person did not tap out, and has to say how long it was.</summary>
    public sealed record SayHours(Domain.Work.WorkEntry Entry, Instant Until) : Ask;

    /// <summary>Hours are contested and wait for an answer of whoever keeps them.</summary>
    public sealed record AnswerContests(int Count) : Ask;

    /// <summary>The person's slip of a month was drawn up, and can be contested.</summary>
    public sealed record SeeSlip(Domain.Pay.PayRun Run, Money Net) : Ask;

    /// <summary>Slips are contested and wait for an answer of whoever keeps the accounts.</summary>
    public sealed record AnswerSlips(int Count) : Ask;

    /// <summary>Collectives asked this network to take them in.</summary>
    public sealed record AnswerRequests(int Count) : Ask;
}
