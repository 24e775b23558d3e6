namespace Autogestion.Domain.Resolutions;

/// <summary>An act about resolutions already taken.</summary>
public abstract record ResolutionAct : Act;

/// <summary>Confirm what an internal assembly decided on a reserved matter: effect of a resolution on that same matter.</summary>
[Named("resolution.ratify"), OnMatter(Matter.General), Accepts(Source.Resolution)]
public sealed record Ratify(ResolutionId Resolution) : ResolutionAct;

/// <summary>Take back an earlier resolution: effect of a later one.</summary>
[Named("resolution.set-aside"), OnMatter(Matter.SetAside), Accepts(Source.Resolution)]
public sealed record SetAside(ResolutionId Resolution, Text? Ground = null) : ResolutionAct;

/// <summary>Write down that a court or an authority annulled a resolution.</summary>
[Named("resolution.record-annulment"), Accepts(Power.Represent), Accepts(Power.Audit)]
public sealed record RecordAnnulment(ResolutionId Resolution, Text Ground) : ResolutionAct;

/// <summary>Write down that the authority registered a resolution that waits for it.</summary>
[Named("resolution.record-registration"), Accepts(Power.Represent)]
public sealed record RecordRegistration(ResolutionId Resolution, Text Reference) : ResolutionAct;

/// <summary>Say which post answers for carrying out a resolution, and by when.</summary>
[Named("resolution.assign"), Accepts(Power.Chair), Accepts(Power.Convene), Accepts(Power.KeepMinutes)]
public sealed record AssignResolution(ResolutionId Resolution, PostId Owner, LocalDate Due) : ResolutionAct;

/// <summary>Say how far it is: by whoever holds the post that answers for it.</summary>
[Named("resolution.report-progress"), Accepts(Source.Membership)]
public sealed record ReportProgress(ResolutionId Resolution, bool Done, Text? Note = null) : ResolutionAct;
