using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Look;
using Autogestion.Wording;

namespace Autogestion.House;

/// <summary>The sum of a vote reads as the minutes say it, and its staircase adds up whatever the majority counts.</summary>
public sealed class WordsSumSpecs
{
    static readonly Reader Spanish = new("es");
    static readonly Reader English = new("en");

    static readonly Threshold TwoThirdsOfPresent = new(Fraction.TwoThirds, false, ThresholdBase.Present, Uncounted.CountAsAbsent, Uncounted.CountInBase);

    static readonly Sum Reform = TwoThirdsOfPresent.Judge(new(30, 50, 0, 19, 7, 4, 0));

    [Fact]
    public void It_reads_as_in_the_minutes()
    {
        Assert.Equal("30 presentes, 4 se abstienen y cuentan como ausentes: base 26, dos tercios = 18, a favor 19: aprobada", SumWording.Sentence(Spanish, Reform));
        Assert.Equal("30 present, 4 abstain and count as absent: base 26, two thirds = 18, in favour 19: carried", SumWording.Sentence(English, Reform));
    }

    [Fact]
    public void One_is_told_in_the_singular_and_a_tie_as_a_tie()
    {
        var half = new Threshold(Fraction.Half, true, ThresholdBase.Roll, Uncounted.CountInBase, Uncounted.Excluded);
        Assert.Equal(
            "12 en el padrón, 1 no vota por tratarse de su caso, 1 se abstiene y queda en la base, 1 en blanco no cuenta: base 10, más de la mitad = 6, a favor 4: empate",
            SumWording.Sentence(Spanish, half.Judge(new(11, 12, 1, 4, 4, 1, 1))));
    }

    [Fact]
    public void The_staircase_shows_each_step()
    {
        var view = SumWording.View(Spanish, Reform);
        Assert.Equal("Aprobada: 19 a favor y hacían falta 18", view.Caption);
        Assert.Equal([(SumStep.Start, 30m), (SumStep.Less, 4m), (SumStep.Subtotal, 26m), (SumStep.Need, 18m), (SumStep.Result, 19m)], view.Lines.Select(line => (line.Step, line.Value)));
    }

    [Fact]
    public void The_steps_add_up_for_every_way_of_counting()
    {
        var counts = from recused in new[] { 0, 2 } from abstain in new[] { 0, 3 } from blank in new[] { 0, 1 } select new Count(20, 31, recused, 9, 4, abstain, blank);
        var thresholds = from of in Enum.GetValues<ThresholdBase>()
                         from abstentions in Enum.GetValues<Uncounted>()
                         from blanks in Enum.GetValues<Uncounted>()
                         from stay in new[] { true, false }
                         select new Threshold(Fraction.Half, true, of, abstentions, blanks, stay);
        var sums = (from threshold in thresholds from count in counts select threshold.Judge(count)).ToList();
        Assert.Equal(3 * 3 * 3 * 2 * 8, sums.Count);
        Assert.All(sums, sum =>
        {
            var lines = SumWording.View(Spanish, sum).Lines;
            var left = lines.Where(line => line.Step == SumStep.Start).Sum(line => line.Value) - lines.Where(line => line.Step == SumStep.Less).Sum(line => line.Value);
            Assert.Equal(sum.Base, left);
            Assert.Equal(left, lines.Single(line => line.Step == SumStep.Subtotal).Value);
            Assert.Equal(sum.Needed, lines.Single(line => line.Step == SumStep.Need).Value);
            Assert.DoesNotContain('{', SumWording.Sentence(Spanish, sum));
        });
    }

    [Theory]
    [InlineData(ThresholdBase.Present, false, "más de la mitad de las personas presentes; las abstenciones y los votos en blanco no cuentan")]
    [InlineData(ThresholdBase.Roll, true, "más de la mitad del padrón; las abstenciones y los votos en blanco no cuentan; quienes no pueden votar por tratarse de su caso siguen en la base")]
    public void A_majority_says_over_what_it_is_counted(ThresholdBase of, bool recusedInBase, string words) =>
        Assert.Equal(words, new RuleWording(Spanish).Majority(new(Fraction.Half, true, of, Uncounted.Excluded, Uncounted.Excluded, recusedInBase)));

    [Theory]
    [InlineData(1, TimeUnit.Days, ExcludedEnds.First, "assembly.ordinary.notice", "1 día, sin contar el día de la convocatoria")]
    [InlineData(15, TimeUnit.Days, ExcludedEnds.Both, "assembly.ordinary.notice", "15 días, sin contar el día de la convocatoria ni el de la asamblea")]
    [InlineData(15, TimeUnit.Days, ExcludedEnds.First, "assembly.appeal-within", "15 días")]
    [InlineData(2, TimeUnit.Months, ExcludedEnds.Both, "assembly.ordinary.notice", "2 meses")]
    public void A_length_of_time_says_how_days_are_counted(int amount, TimeUnit unit, ExcludedEnds excluded, string rule, string words) =>
        Assert.Equal(words, new RuleWording(Spanish).Value(new RuleValue.Limit(new(amount, unit, excluded)), rule));

    [Fact]
    public void Calls_say_when_and_with_how_many() => Assert.Equal(
        "1.ª convocatoria: más de la mitad del padrón; 2.ª convocatoria, 30 minutos después: un décimo del padrón, o 100 personas si son menos; 3.ª convocatoria, entre 1 día y 26 horas después: con quienes estén, nunca menos de 3 personas",
        new RuleWording(Spanish).Value(
            new RuleValue.Calls([new(0, null, new(Fraction.Half, true)), new(30, null, new(new(1, 10), false, 100)), new(1440, 1560, new(null, Floor: 3))]), "assembly.formal.calls"));

    [Theory]
    [InlineData(new[] { "Elba" }, "Elba"), InlineData(new[] { "Elba", "Tito" }, "Elba y Tito"), InlineData(new[] { "Elba", "Rosa", "Inés" }, "Elba, Rosa e Inés"), InlineData(new string[0], "")]
    public void Names_are_listed_as_one_speaks(string[] names, string words) => Assert.Equal(words, Spanish.List(names));

    [Fact]
    public void Many_names_are_counted() => Assert.Equal("a, b y 8 más", Spanish.List(Enumerable.Range(0, 10).Select(number => ((char)('a' + number)).ToString()), most: 3));
}
