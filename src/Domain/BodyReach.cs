using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Audit;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Signatures;

namespace Autogestion.Domain;

/// <summary>
/// How far the resolutions of a body reach, whatever the rules say about competence. The assembly makes the other bodies and
/// reaches everything; what it resolved only it takes back; nobody but it names, recalls or makes posts that audit, so that
/// nobody chooses those who watch him or her; a sector or a commission decides about itself.
/// </summary>
internal static class BodyReach
{
    public static bool Reaches(BodyId body, Act effect, Collective collective) => collective.Bodies.Find(body)?.Kind switch
    {
        BodyKind.Assembly => true,
        BodyKind.Council => Touched(effect, collective) is not { } touched || (!touched.Audits && (!touched.OnlyOwn || touched.Body == body)),
        _ => Touched(effect, collective) is { Audits: false } touched && touched.Body == body,
    };

    // What an effect touches: whose it is, whether it audits, whether only the body whose it is may change it.
    private sealed record Target(BodyId? Body, bool Audits, bool OnlyOwn);

    private static Target? Touched(Act effect, Collective collective) => effect switch
    {
        CreatePost create => OfPost(create.Terms),
        ClosePost close => OfPost(collective.Posts.Find(close.Post)?.Terms),
        FillPost fill => OfPost(collective.Posts.Find(fill.Post)?.Terms),
        SetElectionTerms set => OfPost(collective.Posts.Find(set.Post)?.Terms),
        GrantMandate grant => OfPost(collective.Posts.Find(grant.Post)?.Terms),
        RecallMandate recall when collective.Posts.Find(recall.Mandate)?.Post is { } post => OfPost(collective.Posts.Posts[post.Value].Terms),
        RecallMandate => new(null, false, true),
        Ratify ratify => new(collective.Resolutions.Find(ratify.Resolution)?.Body, false, true),
        SetAside aside => new(collective.Resolutions.Find(aside.Resolution)?.Body, false, true),
        SuspendResolution suspend => new(collective.Resolutions.Find(suspend.Resolution)?.Body, false, true),
        LiftSuspension lift => new(collective.Resolutions.Find(lift.Resolution)?.Body, false, true),
        GiveSecondSignature => new(BodyId.Assembly, false, true),
        NameSittingOfficer name => new(collective.Assemblies.Find(name.Assembly)?.Body, false, true),
        Suspend suspend => OfPerson(suspend.Person, collective),
        UpholdAppeal or RejectAppeal => new(collective.Sanctions.Find(((ISanctionEffect)effect).Procedure)?.Appeal?.Body, false, true),
        ISanctionEffect sanction => OfPerson(sanction.Person, collective),
        AnswerObservation answer => new(collective.Observations.Find(answer.Observation)?.Body, false, true),
        AssignToBody assign => new(assign.Body, false, false),
        ReleaseFromBody release => new(release.Body, false, false),
        ApproveMinutes approve => new(collective.Assemblies.Past.GetValueOrDefault(approve.Assembly.Value)?.Body, false, true),
        _ => null,
    };

    // The council does not silence those who audit it: first the assembly recalls them.
    private static Target OfPerson(PersonId person, Collective collective) =>
        new(null, collective.Posts.NotOver(collective.LastEntered).Any(mandate => mandate.Person == person && mandate.Powers.Contains(Power.Audit)), false);

    private static Target OfPost(PostTerms? terms) => new(terms?.Body, terms?.Powers.Contains(Power.Audit) == true, terms is null);
}
