using Autogestion.Look;
using NodaTime;

namespace Autogestion.House;

/// <summary>Figures, dates and hours as each country writes them; names that fill the page.</summary>
public sealed class ReaderSpecs
{
    static readonly DateTimeZone Salta = DateTimeZoneProviders.Tzdb["America/Argentina/Salta"];

    static Reader Argentina => new("es", "AR", Salta);

    static Reader Mexico => new("es", "MX", DateTimeZoneProviders.Tzdb["America/Mexico_City"]);

    static Reader English => new("en", "AR", Salta);

    [Fact]
    public void Money_is_written_as_the_country_writes_it()
    {
        Assert.Equal("$ 1.234.567,50", Plain(Argentina.Money(1234567.5m, "ARS")));
        Assert.Equal("USD 20,00", Plain(Argentina.Money(20, "USD")));
        Assert.Equal("$ 1,234,567.50", Plain(Mexico.Money(1234567.5m, "MXN")));
        Assert.Equal("ARS 1,234,567.50", Plain(English.Money(1234567.5m, "ARS")));
        Assert.Equal("$ \u22123,50", Plain(Argentina.Money(-3.5m, "ARS")));
        Assert.Equal("$ 800", Plain(Argentina.MoneyShort(800, "ARS")));
        Assert.Equal("CLP 1.000", Plain(Argentina.Money(1000, "CLP")));
    }

    [Fact]
    public void Counts_and_shares_are_grouped()
    {
        Assert.Equal("4.812", Argentina.Number(4812));
        Assert.Equal("4,812", Mexico.Number(4812));
        Assert.Equal("4,812.5", English.Number(4812.50m));
        Assert.Equal("77,5 %", Plain(Argentina.Percent(186, 240)));
        Assert.Equal("77.5%", English.Percent(186, 240));
        Assert.Equal("0%", English.Percent(0, 0));
    }

    [Fact]
    public void Fractions_are_said_in_words()
    {
        Assert.Equal("dos tercios", Argentina.Fraction(2, 3));
        Assert.Equal("two thirds", English.Fraction(2, 3));
        Assert.Equal("la mitad", Argentina.Fraction(1, 2));
        Assert.Equal("un décimo", Argentina.Fraction(1, 10));
        Assert.Equal("three quarters", English.Fraction(3, 4));
        Assert.Equal("7/23", English.Fraction(7, 23));
        Assert.Equal(["1st", "2nd", "3rd", "11th", "22nd"], new[] { 1, 2, 3, 11, 22 }.Select(number => English.Ordinal(number)));
        Assert.Equal("1.ª", Argentina.Ordinal(1, feminine: true));
    }

    [Fact]
    public void Dates_and_hours_say_their_zone()
    {
        var moment = Instant.FromUtc(2026, 3, 3, 17, 6);
        Assert.Equal("martes 3 de marzo de 2026", Argentina.Date(moment));
        Assert.Equal("Tuesday 3 March 2026", English.Date(moment));
        Assert.Equal("3 mar 2026", Argentina.ShortDate(moment));
        Assert.Equal("14:06", Argentina.Hour(moment));
        Assert.Equal("14:06 (Salta, UTC\u22123)", Argentina.HourWithZone(moment));
        Assert.Equal("11:06 (Mexico City, UTC\u22126)", Mexico.HourWithZone(moment));
        Assert.Equal("3 mar 2026, 14:06 h", Argentina.Moment(moment));
        Assert.Equal("7 h 30 min", Plain(Argentina.Span(Duration.FromMinutes(450))));
    }

    [Fact]
    public void Days_are_told_from_today()
    {
        var today = new LocalDate(2026, 3, 3);
        string[] told = [.. new[] { 0, 1, -1, 5, -2 }.Select(days => Argentina.RelativeDay(today.PlusDays(days), today))];
        Assert.Equal(["hoy", "mañana", "ayer", "en 5 días", "hace 2 días"], told);
        Assert.Equal("1 member, 2 members", $"{English.Count("members.count", 1)}, {English.Count("members.count", 2)}");
    }

    [Fact]
    public void What_people_write_never_becomes_markup()
    {
        using var written = new StringWriter();
        Argentina.Html("example.youAre", ("name", "<b>Elba</b>")).WriteTo(written, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.Equal("sos &lt;b&gt;Elba&lt;/b&gt;", written.ToString());
    }

    [Theory]
    [InlineData("Cerámica Sin Patrón", 2)]
    [InlineData("Cristal", 1)]
    [InlineData("Cooperativa de Trabajo Textil La Costurera Limitada", 3)]
    public void A_name_is_broken_into_even_lines_and_loses_no_word(string name, int lines)
    {
        var set = PosterName.Set(name);
        Assert.Equal(lines, set.Lines.Count);
        Assert.Equal(name.ToUpperInvariant(), string.Join(' ', set.Lines));
        Assert.InRange(set.Narrow, 8, set.Wide);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(9), InlineData(38), InlineData(240), InlineData(480)]
    public void A_seat_map_has_a_place_for_everybody(int seats)
    {
        var map = SeatMap.Of(seats);
        Assert.Equal(seats, map.Seats.Count);
        Assert.Equal(seats, map.Seats.Distinct().Count());
        Assert.Equal(map.Seats.Select(seat => seat.Angle), map.Seats.Select(seat => seat.Angle).OrderDescending());
    }

    [Fact]
    public void A_sum_goes_down_and_up_its_stairs()
    {
        var sum = new SumView("", [new("", 186, SumStep.Start), new("", 2, SumStep.Less), new("", 5, SumStep.More), new("", 93, SumStep.Need), new("", 189, SumStep.Result)]);
        Assert.Equal([(0, 186), (184, 186), (184, 189), (0, 93), (0, 189)], sum.Steps().Select(step => (step.From, step.To)));
        Assert.Equal(189, sum.Largest);
    }

    static string Plain(string text) => text.Replace('\u00a0', ' ');
}
