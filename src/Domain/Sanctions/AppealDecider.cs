using Autogestion.Domain.Bodies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Sanctions;

/// <summary>Decides appeals, and what falls due in a procedure by itself.</summary>
public static class AppealDecider
{
    /// <summary>The body that hears appeals on a matter, or null: the appeals committee where there is one, else the assembly.</summary>
    public static BodyId? BodyOfAppeal(Matter matter, BodyList bodies, StatuteBook statutes) => statutes.Rule(Rules.AppealBody(matter)).Value.Value switch
    {
        "None" => null,
        "AppealsCommittee" => bodies.All.Values.FirstOrDefault(body => body.Kind == BodyKind.AppealsCommittee)?.Id ?? BodyId.Assembly,
        _ => BodyId.Assembly,
    };

    internal static Decision File(AppealSanction act, Stamp stamp, SanctionGround ground)
    {
        if (ground.Procedures.Find(act.Procedure) is not { } procedure || procedure.Person != act.Person) return SanctionsRefusals.Unknown;
        if (procedure is not { Stands: true, Imposed: { } imposed }) return SanctionsRefusals.NothingToAppeal;
        var matter = Procedure.MatterOf(imposed.Step);
        if (imposed.AppealUntil is not { } until || BodyOfAppeal(matter, ground.Bodies, ground.Statutes) is not { } body)
            return SanctionsRefusals.NoAppeal.Under(ground.Statutes.Rule(Rules.AppealBody(matter)).Cited);
        if (procedure.Appeal is not null) return SanctionsRefusals.AlreadyAppealed;
        if (stamp.Entered > until) return SanctionsRefusals.AppealTooLate.With("until", until).Under(ground.Statutes.Rule(Rules.AppealWithin).Cited);
        var decideBy = ground.Statutes.Rule(Rules.AppealDecidedWithin).Value.Value.Latest(stamp.Entered, ground.Zone);
        return new AppealFiled(procedure.Id, procedure.Person, body, act.Words, decideBy, ground.Statutes.Rule(Rules.AppealSilence).Value.Value == "Upheld");
    }

    internal static Decision Decide(ISanctionEffect act, bool upheld, Stamp stamp, SanctionGround ground)
    {
        if (ground.Procedures.Find(act.Procedure) is not { } procedure || procedure.Person != act.Person) return SanctionsRefusals.Unknown;
        if (!procedure.AwaitsAppeal) return SanctionsRefusals.NotAppealed;
        return Decision.Of([.. Decided(procedure, upheld, (stamp.Authority as Authority.Resolution)?.Id, stamp.Entered, ground.Roster)]);
    }

    /// <summary>When the next thing falls due in a procedure by itself; null when nothing does.</summary>
    public static Instant? NextDue(Procedure procedure) => procedure switch
    {
        { IsOpen: true } => procedure.Lapses,
        { AwaitsAppeal: true, Appeal.UpheldBySilence: true } => procedure.Appeal!.DecideBy,
        { AwaitsAppeal: false, Stands: true, Imposed: { InEffect: false, AppealUntil: { } until } } => until,
        _ => null,
    };

    /// <summary>What has fallen due in a procedure: a charge that nobody decided, an appeal that nobody decided, an exclusion that nobody appealed.</summary>
    public static ImmutableArray<Entry> FallenDue(Procedure procedure, Instant now, Roster roster)
    {
        // A last moment is still within the time: what ends with it falls due right after.
        if (NextDue(procedure) is not { } due || due >= now) return [];
        if (procedure.IsOpen) return [new ProcedureClosed(procedure.Id, procedure.Person, procedure.Accuser, ProcedureEnd.Lapsed)];
        return procedure.AwaitsAppeal ? [.. Decided(procedure, true, null, now, roster)] : [.. TakesEffect(procedure, now, roster)];
    }

    private static IEnumerable<Entry> Decided(Procedure procedure, bool upheld, ResolutionId? by, Instant now, Roster roster)
    {
        yield return new SanctionAppealDecided(procedure.Id, procedure.Person, upheld, by);
        foreach (var entry in upheld ? ImposingDecider.GivenBack(procedure, now, roster) : TakesEffect(procedure, now, roster)) yield return entry;
    }

    private static IEnumerable<Entry> TakesEffect(Procedure procedure, Instant now, Roster roster)
    {
        if (procedure.Imposed is not { InEffect: false }) yield break;
        yield return new SanctionTookEffect(procedure.Id, procedure.Person);
        if (roster.Belongs(procedure.Person, now)) yield return new Departed(procedure.Person, DepartureReason.Exclusion);
    }
}
