using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Specs.Statutes;
using Autogestion.Domain.Statutes;
using FsCheck.Fluent;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Sanctions;

/// <summary>The yearly cap of exclusions against a model that counts on its fingers.</summary>
public sealed class CapLaws
{
    private static readonly Instant Founding = Instant.FromUtc(2023, 6, 1, 12, 0);
    private static readonly Stamp Stamp = new(default, Person(1), new Authority.RuleDue(), Founding);

    [Fact]
    public void The_cap_is_a_part_of_the_roll_at_the_end_of_the_year_before() => Laws.Hold(
        from roll in Gen.Choose(1, 200)
        from newcomers in Gen.Choose(0, 60)
        from excluded in Gen.Choose(0, 30)
        from undone in Gen.Choose(0, 30)
        from denominator in Gen.Choose(2, 12)
        select (roll, newcomers, excluded: Math.Min(excluded, roll), undone, denominator),
        life =>
        {
            var now = Instant.FromUtc(2024, 5, 1, 12, 0);
            var roster = Enumerable.Range(1, life.roll).Aggregate(Roster.Empty, (one, number) => Roster.Evolve(one, new Admitted(Person(number), number, ""), Stamp));
            roster = Enumerable.Range(1000, life.newcomers).Aggregate(roster, (one, number) => Roster.Evolve(one, new Admitted(Person(number), number, ""), Stamp with { Entered = Instant.FromUtc(2024, 2, 1, 12, 0) }));
            var procedures = ProcedureList.Empty;
            for (var number = 1; number <= life.excluded; number++)
            {
                // Every third exclusion fell into the year before.
                var at = Stamp with { Entered = number % 3 == 0 ? Instant.FromUtc(2023, 12, 20, 12, 0) : Instant.FromUtc(2024, 3, 1, 12, 0) };
                procedures = ProcedureList.Evolve(procedures, new ChargeLaid(new(number), Person(number), Person(0), SanctionStep.Exclusion, Words("a"), Words("b"), now), at);
                procedures = ProcedureList.Evolve(procedures, new SanctionImposed(new(number), Person(number), Person(0), SanctionStep.Exclusion, null, null, null, true), at);
                if (number <= life.undone) procedures = ProcedureList.Evolve(procedures, new ProcedureClosed(new(number), Person(number), Person(0), ProcedureEnd.Annulled), at);
            }
            var statutes = StatuteBook.Evolve(StatuteBook.Empty, new PresetAdopted(House.Preset((Rules.ExclusionsAYear, new RuleValue.Share(new(1, life.denominator)))), "hash"));
            var year = ImposingDecider.Year(now, new(procedures, roster, Domain.Bodies.BodyList.Empty, statutes, new(12, 31), Founding));

            var counted = 0;
            for (var number = 1; number <= life.excluded; number++) if (number % 3 != 0 && number > life.undone) counted++;
            var cap = 0;
            while ((cap + 1) * life.denominator <= life.roll) cap++;
            return year.Roll == life.roll && year.Cap == cap && year.Used == counted;
        });
}
