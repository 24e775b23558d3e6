namespace Autogestion.Domain.Resolutions;

/// <summary>An act about resolutions already taken.</summary>
public abstract record ResolutionAct : Act;

/// <summary>Confirm what an internal assembly decided on a reserved matter: effect of a resolution on that same matter.</summary>
[Named("resolution.ratify"), Undone(Reversal.ChangedBack), OnMatter(Matter.General), Accepts(Source.Resolution)]
public sealed record Ratify(ResolutionId Resolution) : ResolutionAct;

/// <summary>Take back an earlier resolution: effect of a later one.</summary>
[Named("resolution.set-aside"), Undone(Reversal.Stays), OnMatter(Matter.SetAside), Accepts(Source.Resolution)]
public sealed record SetAside(ResolutionId Resolution, Text? Ground = null) : ResolutionAct;

/// <summary>Hold an earlier resolution until something else is decided: effect of a later one.</summary>
[Named("resolution.suspend"), Undone(Reversal.ChangedBack), OnMatter(Matter.SetAside), Accepts(Source.Resolution)]
public sealed record SuspendResolution(ResolutionId Resolution, Text? Ground = null) : ResolutionAct;

/// <summary>Let a suspended resolution go on: effect of a later one.</summary>
[Named("resolution.lift-suspension"), Undone(Reversal.Stays), OnMatter(Matter.SetAside), Accepts(Source.Resolution)]
public sealed record LiftSuspension(ResolutionId Resolution, Text? Ground = null) : ResolutionAct;

/// <summary>Write down that a court, an authority or a body of appeal suspended a resolution.</summary>
[Named("resolution.record-suspension"), Accepts(Power.Represent), Accepts(Power.Audit)]
public sealed record RecordSuspension(ResolutionId Resolution, OrderedBy OrderedBy, Text Ground) : ResolutionAct, ITakesTwo;

/// <summary>Write down that whoever suspended a resolution lets it go on.</summary>
[Named("resolution.record-lifting"), Accepts(Power.Represent), Accepts(Power.Audit)]
public sealed record RecordLifting(ResolutionId Resolution, OrderedBy OrderedBy, Text Ground) : ResolutionAct, ITakesTwo;

/// <summary>Write down that a court or an authority annulled a resolution.</summary>
[Named("resolution.record-annulment"), Accepts(Power.Represent), Accepts(Power.Audit)]
public sealed record RecordAnnulment(ResolutionId Resolution, Text Ground) : ResolutionAct, ITakesTwo;

/// <summary>Write down that the authority registered a resolution that waits for it.</summary>
[Named("resolution.record-registration"), Accepts(Power.Represent)]
public sealed record RecordRegistration(ResolutionId Resolution, Text Reference) : ResolutionAct;

/// <summary>Say which post answers for carrying out a resolution, and by when.</summary>
[Named("resolution.assign"), Accepts(Power.Chair), Accepts(Power.Convene), Accepts(Power.KeepMinutes)]
public sealed record AssignResolution(ResolutionId Resolution, PostId Owner, LocalDate Due) : ResolutionAct;

/// <summary>Say how far it is: by whoever holds the post that answers for it.</summary>
[Named("resolution.report-progress"), Accepts(Source.Membership)]
public sealed record ReportProgress(ResolutionId Resolution, bool Done, Text? Note = null) : ResolutionAct;
