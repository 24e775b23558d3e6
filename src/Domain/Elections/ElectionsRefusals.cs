namespace Autogestion.Domain.Elections;

/// <summary>Why an act about a candidacy is refused, in order of precedence. What hinders a person from the post is said by the refusals of the posts.</summary>
public static class ElectionsRefusals
{
    /// <summary>That motion fills no post.</summary>
    public static readonly RefusalCode NoElection = new("election.none");

    /// <summary>The vote has been opened: the candidates are those on the ballot.</summary>
    public static readonly RefusalCode Closed = new("election.closed");

    /// <summary>That person stands, or has been proposed.</summary>
    public static readonly RefusalCode AlreadyCandidate = new("election.already-candidate");

    /// <summary>That person is no candidate.</summary>
    public static readonly RefusalCode NotCandidate = new("election.not-candidate");

    /// <summary>The post reserves no seats.</summary>
    public static readonly RefusalCode NothingReserved = new("election.nothing-reserved");

    /// <summary>Nobody stands who may hold the post.</summary>
    public static readonly RefusalCode NoCandidates = new("election.no-candidates");
}
