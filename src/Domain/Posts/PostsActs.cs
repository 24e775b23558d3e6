namespace Autogestion.Domain.Posts;

/// <summary>An act about posts and mandates.</summary>
public abstract record PostAct : Act;

/// <summary>Make a post: effect of a resolution.</summary>
/// <param name="Id">Reserved when the motion is tabled, so that a later item can elect to it.</param>
[Named("post.create"), Undone(Reversal.Ends), OnMatter(Matter.CreatePost), Accepts(Source.Resolution)]
public sealed record CreatePost(PostTerms Terms, PostId? Id = null) : PostAct;

/// <summary>Close a post: effect of a resolution.</summary>
[Named("post.close"), Undone(Reversal.ChangedBack), OnMatter(Matter.CreatePost), Accepts(Source.Resolution)]
public sealed record ClosePost(PostId Post) : PostAct;

/// <summary>Give a seat to a person: effect of a resolution. The matter is the election that the post belongs to.</summary>
/// <param name="From">First day; null for at once.</param>
[Named("post.grant"), Undone(Reversal.Ends), OnMatter(Matter.ElectPost), Accepts(Source.Resolution)]
public sealed record GrantMandate(PostId Post, PersonId Person, LocalDate? From = null) : PostAct;

/// <summary>Take a mandate back: effect of a resolution.</summary>
[Named("post.recall"), Undone(Reversal.ChangedBack), OnMatter(Matter.RecallMandate), Accepts(Source.Resolution)]
public sealed record RecallMandate(MandateId Mandate) : PostAct;

/// <summary>Give up one's own mandate.</summary>
[Named("post.resign"), Accepts(Source.OwnAffair)]
public sealed record ResignMandate(MandateId Mandate, PersonId Person) : PostAct, IConcernsPerson;

/// <summary>Name the chair, secretary, tellers and signers of a sitting: by whoever convenes, by its chair, or by the sitting itself.</summary>
[Named("post.name-sitting-officer"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Power.Convene), Accepts(Power.Chair), Accepts(Source.Resolution)]
public sealed record NameSittingOfficer(AssemblyId Assembly, SittingRole Role, PersonId Person) : PostAct, IInAssembly;
