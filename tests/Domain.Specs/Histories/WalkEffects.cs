using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Network;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Signatures;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>What the people of a walk move.</summary>
internal sealed partial class Walk
{
    private static readonly ImmutableArray<Power> PostPowers = [Power.Convene, Power.KeepRoster, Power.KeepMinutes, Power.Represent, Power.Audit, Power.Coordinate, Power.Mediate];

    private Act Returning(ResolutionId about) => State.Resolutions.Find(about)!.State == ResolutionState.ToRatify && chance.Percent(80) ? new Ratify(about) : new SetAside(about);

    private Act? EffectOn(Matter matter, Assembly assembly)
    {
        if (chance.OneIn(10) && State.Resolutions.All.Values.Where(resolution => resolution.Matter == matter).ToArray() is [.., var last]) return new SetAside(last.Id);
        if (chance.OneIn(20) && State.Resolutions.All.Values.Where(resolution => resolution.Matter == matter).ToArray() is [.., var held])
            return held.State == ResolutionState.Suspended ? new LiftSuspension(held.Id) : new SuspendResolution(held.Id);
        return matter switch
        {
            Matter.General when chance.OneIn(3) && chance.Any(State.Pending.Open.Values) is { } pending => new GiveSecondSignature(pending.Id),
            Matter.General => chance.OneIn(2) ? null : new NameSittingOfficer(assembly.Id, chance.Of(Enum.GetValues<SittingRole>()), Somebody()),
            Matter.ApproveMinutes when chance.Any(State.Assemblies.Past.Values.Where(past => past.Held || chance.OneIn(5))) is { } past => new ApproveMinutes(past.Id),
            Matter.AdmitMember => new Admit(chance.AnyOf(State.Roster.People.Values.Where(person => person.Standing is Standing.Candidate or Standing.OnTrial).Select(person => person.Id).OrderBy(Number)) ?? Anybody()),
            Matter.ExcludeMember or Matter.WarnMember or Matter.DecideAppeal => SanctionOn(matter),
            Matter.SuspendMember when chance.OneIn(2) => SanctionOn(matter),
            Matter.SuspendMember => new Suspend(Somebody(), Local.Date.PlusDays(chance.Between(0, 20))),
            Matter.CreatePost when chance.OneIn(5) => Electing(chance.Any(State.Posts.Posts.Values)!.Id),
            Matter.CreatePost => chance.OneIn(5) && chance.Any(State.Posts.Posts.Values) is { } post ? new ClosePost(post.Id) : new CreatePost(Terms()),
            Matter.ElectCouncil or Matter.ElectAuditor or Matter.ElectPost => chance.OneIn(2) ? Filling(matter) : Election(matter),
            Matter.RecallMandate or Matter.RecallCouncil or Matter.RecallAuditor when chance.Any(State.Posts.NotOver(Now)) is { } mandate => new RecallMandate(mandate.Id),
            Matter.CreateBody => new CreateBody(chance.Of(Enum.GetValues<BodyKind>()), chance.OneIn(4) ? null : Words("Hornos")),
            Matter.ChangeNorm => WalkRules.Change(chance) is var (key, value) ? new ChangeNorm(key, value) : null,
            Matter.ReformStatutes => WalkRules.Change(chance) is var (key, value) ? new ReformStatutes(key, value) : null,
            Matter.AdoptLegalForm => new AdoptPreset(WalkRules.Draw(chance, chance.Between(1, 4)), "hash"),
            Matter.DistributeSurplus => Distribution(),
            Matter.JoinNetwork => new RequestMembership(new(chance.Of("ring", "other"))),
            Matter.AdmitCollective => new AdmitCollective(State.Network.Requests.Keys.OrderBy(letter => letter.ToString(), StringComparer.Ordinal).FirstOrDefault()),
            Matter.Keys => new AuthoriseKey($"plant+{chance.Below(9)}0112233+AQIDBAUGBwg=", chance.OneIn(3) ? State.Deed.Keys.FirstOrDefault() : null),
            Matter.PayRule or Matter.ApproveAccounts => MoneyEffect(matter),
            _ => null,
        };
    }

    // Mostly of the year that is next, mostly with something to allocate.
    private DistributeSurplus Distribution()
    {
        Money Up(int most) => Money.OfCents(chance.Between(0, most));
        var year = State.Surplus.Years.IsEmpty || chance.OneIn(6) ? Local.Year - 1 : State.Surplus.Years.Keys.Last().Year + 1;
        var figures = new SurplusFigures(Up(90_000_000), chance.OneIn(4) ? -Up(9_000_000) : Up(9_000_000), Up(99), chance.OneIn(2) ? Up(20_000_000) : Money.Zero, Money.Zero, Up(5_000_000), Up(5_000_000));
        return new(State.Deed.YearEnds.InYear(year), figures, new(chance.Of(Enum.GetValues<PriorLosses>()), new(0, 1), chance.OneIn(4) ? Fraction.Half : null, new(1, chance.Between(1, 4))),
            [.. State.Roster.People.Keys.OrderBy(Number).Where(_ => chance.Percent(80)).Select(person => new MemberWork(person, chance.Between(0, 2_000), Money.Zero))]);
    }

    private PostTerms Terms() => new(
        Words("cargo"), chance.Any(State.Bodies.All.Values)!.Id, [.. PostPowers.Where(_ => chance.OneIn(4))], chance.Between(1, 4), chance.Between(1, 12),
        chance.OneIn(2) ? chance.Between(1, 2) : null, chance.Below(4), chance.OneIn(4) ? [new(chance.Between(1, 4))] : null);

    // Mostly what nobody holds.
    private IEnumerable<Post> Electable(Matter matter)
    {
        var posts = State.Posts.Posts.Values.Where(post => !post.Closed && Effects.MatterOf(new GrantMandate(post.Id, default), State) == matter).ToArray();
        var vacant = posts.Where(post => State.Posts.Live(Now).All(mandate => mandate.Post != post.Id)).ToArray();
        return vacant.Length > 0 && chance.Percent(80) ? vacant : posts;
    }

    private GrantMandate Election(Matter matter)
    {
        var post = chance.Any(Electable(matter)) ?? State.Posts.Posts.Values.First();
        LocalDate? from = chance.OneIn(3) ? Local.Date.PlusDays(chance.Between(0, 200)) : null;
        return new(post.Id, Somebody(), from);
    }
}
