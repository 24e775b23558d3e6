using Autogestion.Domain.Statutes;
using FsCheck.Fluent;

namespace Autogestion.Domain.Specs.Statutes;

/// <summary>Days are counted as the law counts them, months as months.</summary>
public sealed class TimeLimitSpecs
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Argentina/Buenos_Aires"];

    private static readonly DateTimeZone Madrid = DateTimeZoneProviders.Tzdb["Europe/Madrid"];

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Fifteen_days_in_Argentina(int days, bool enough) => Assert.Equal(enough, IsEnough(new(15, TimeUnit.Days), days));

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void Fifteen_days_in_Spain_leave_out_both_ends(int days, bool enough) =>
        Assert.Equal(enough, IsEnough(new(15, TimeUnit.Days, ExcludedEnds.Both), days));

    [Fact]
    public void At_most_two_months_from_the_first_of_January_is_the_first_of_March()
    {
        var noticed = Madrid.AtLeniently(new(2026, 1, 1, 18, 0)).ToInstant();
        var latest = new TimeLimit(2, TimeUnit.Months).Latest(noticed, Madrid);
        Assert.Equal(new LocalDate(2026, 3, 1), latest.InZone(Madrid).Date);
        Assert.True(Madrid.AtLeniently(new(2026, 3, 1, 23, 59)).ToInstant() <= latest);
        Assert.True(Madrid.AtStartOfDay(new(2026, 3, 2)).ToInstant() > latest);
    }

    [Fact]
    public void A_month_from_the_last_of_January_is_the_last_of_February() =>
        Assert.Equal(new LocalDate(2026, 2, 28), new TimeLimit(1, TimeUnit.Months).After(new(2026, 1, 31)));

    [Fact]
    public void A_day_begins_where_the_collective_is()
    {
        var lateEvening = Instant.FromUtc(2026, 3, 2, 1, 30);
        Assert.Equal(new LocalDate(2026, 3, 2), new TimeLimit(1, TimeUnit.Days).Earliest(lateEvening, Zone).InZone(Zone).Date);
        Assert.Equal(new LocalDate(2026, 3, 3), new TimeLimit(1, TimeUnit.Days).Earliest(lateEvening, DateTimeZone.Utc).InZone(DateTimeZone.Utc).Date);
    }

    [Fact]
    public void Twenty_four_hours_are_hours_even_when_clocks_change()
    {
        var before = Madrid.AtLeniently(new(2026, 3, 28, 18, 0)).ToInstant();
        Assert.Equal(Madrid.AtLeniently(new(2026, 3, 29, 19, 0)).ToInstant(), new TimeLimit(24, TimeUnit.Hours).Earliest(before, Madrid));
        Assert.Equal(Madrid.AtStartOfDay(new(2026, 3, 29)).ToInstant(), new TimeLimit(1, TimeUnit.Days).Earliest(before, Madrid));
    }

    [Fact]
    public void Days_agree_with_a_calendar_crossed_off_day_by_day() => Laws.Hold(
        from amount in Gen.Choose(1, 90)
        from unit in Laws.OneOf(TimeUnit.Days, TimeUnit.WorkingDays)
        from ends in Laws.Any<ExcludedEnds>()
        from start in Gen.Choose(0, 1500)
        let first = new LocalDate(2024, 1, 1).PlusDays(start)
        where unit == TimeUnit.Days || first.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        select (Limit: new TimeLimit(amount, unit, ends), First: first),
        sample => sample.Limit.After(sample.First) == CrossedOff(sample.Limit, sample.First));

    [Fact]
    public void Longer_is_never_earlier_and_the_latest_never_before_the_earliest() => Laws.Hold(
        from amount in Gen.Choose(1, 200)
        from unit in Laws.Any<TimeUnit>()
        from ends in Laws.Any<ExcludedEnds>()
        from seconds in Gen.Choose(0, 100_000_000)
        select (new TimeLimit(amount, unit, ends), Instant.FromUtc(2024, 1, 1, 0, 0).Plus(Duration.FromSeconds(seconds))),
        sample =>
        {
            var (limit, moment) = sample;
            var longer = limit with { Amount = limit.Amount + 1 };
            return limit.Earliest(moment, Madrid) <= limit.Latest(moment, Madrid)
                && limit.Earliest(moment, Madrid) <= longer.Earliest(moment, Madrid)
                && limit.Latest(moment, Madrid) <= longer.Latest(moment, Madrid);
        });

    [Fact]
    public void Limits_compare_only_when_counted_alike()
    {
        Assert.Equal(0, TimeLimit.Compare(new(3, TimeUnit.Years), new(36, TimeUnit.Months)));
        Assert.True(TimeLimit.Compare(new(23, TimeUnit.Hours), new(1440, TimeUnit.Minutes)) < 0);
        Assert.True(TimeLimit.Compare(new(16, TimeUnit.Days), new(15, TimeUnit.Days)) > 0);
        Assert.Null(TimeLimit.Compare(new(16, TimeUnit.Days), new(15, TimeUnit.Days, ExcludedEnds.Both)));
        Assert.Null(TimeLimit.Compare(new(30, TimeUnit.Days), new(1, TimeUnit.Months)));
        Assert.Null(TimeLimit.Compare(new(5, TimeUnit.Days), new(5, TimeUnit.WorkingDays)));
    }

    private static bool IsEnough(TimeLimit limit, int days)
    {
        var noticed = Zone.AtLeniently(new(2026, 3, 1, 20, 0)).ToInstant();
        var meeting = Zone.AtLeniently(new LocalDate(2026, 3, 1).PlusDays(days) + new LocalTime(9, 0)).ToInstant();
        return meeting >= limit.Earliest(noticed, Zone);
    }

    // The day that is reached when so many days, of those that count, have been crossed off.
    private static LocalDate CrossedOff(TimeLimit limit, LocalDate first)
    {
        bool Counts(LocalDate day) => limit.Unit == TimeUnit.Days || day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

        LocalDate NextThatCounts(LocalDate day)
        {
            do day = day.PlusDays(1);
            while (!Counts(day));
            return day;
        }

        var date = limit.Excluded == ExcludedEnds.None ? first : NextThatCounts(first);
        for (var crossed = 1; crossed < limit.Amount; crossed++) date = NextThatCounts(date);
        return limit.Excluded == ExcludedEnds.Both ? NextThatCounts(date) : date;
    }
}
