using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Mirror;
using Autogestion.Domain.Statutes;
using Autogestion.Look;
using Autogestion.Pages.Today;
using Autogestion.Wording;

namespace Autogestion.Pages.Mirror;

/// <summary>One sign over time.</summary>
/// <param name="Last">The last reading; null where it cannot be said yet.</param>
/// <param name="Now">Where that reading is the one in force, its sum in words.</param>
/// <param name="Threshold">The norm, in words.</param>
public sealed record SignView(Sign Sign, Reading? Last, string? Now, string Threshold, string Key, ColumnsView? Picture);

/// <summary>The mirror: every sign with its picture, its table, its sum and its norm. Made from what the fold has kept, month by month.</summary>
public static class MirrorView
{
    private const int Months = 18;

    /// <summary>All signs, in their order.</summary>
    public static ImmutableArray<SignView> Of(Collective state, Reader reader)
    {
        var months = state.Mirror.Months.Reverse().Take(Months).Reverse().ToImmutableArray();
        return [.. Enum.GetValues<Sign>().Select(sign => ViewOf(sign, months, state, reader))];
    }

    private static SignView ViewOf(Sign sign, ImmutableArray<KeyValuePair<LocalDate, ImmutableArray<Reading>>> months, Collective state, Reader reader)
    {
        var readings = months.SelectMany(month => month.Value.Where(reading => reading.Sign == sign).Select(reading => (Month: month.Key, Reading: reading))).ToImmutableArray();
        var last = months.IsEmpty ? null : months[^1].Value.FirstOrDefault(reading => reading.Sign == sign);
        var (key, words) = Threshold(sign, state, reader);
        var columns = readings.Select(one => new Column(reader.Month(one.Month), ShareOf(one.Reading), Sum(one.Reading, reader))).ToList();
        var picture = columns.Count > 1 ? new ColumnsView(reader["mirror.label", ("sign", reader.Name(sign))], columns, Math.Max(1m, columns.Max(column => column.Value)) * 1.1m) : null;
        return new(sign, last, last is null ? null : Sum(last, reader), words, key, picture);
    }

    /// <summary>The sum that a reading is, in words: "31 de 38, 82 %".</summary>
    public static string Sum(Reading reading, Reader reader) => reading.Sign switch
    {
        Sign.AttendanceFalling => reader.Count("mirror.falls", reading.Value),
        Sign.SamePerson => reader["mirror.posts", ("value", reading.Value), ("of", reading.Of)],
        Sign.MinutesSlow => reader["mirror.days", ("days", reader.Number(Math.Round((decimal)reading.Value / Math.Max(1, reading.Of), 1))), ("value", reading.Value), ("of", reading.Of)],
        Sign.FewHoldPosts => reader["mirror.perPost", ("value", reading.Value), ("of", reading.Of), ("people", reader.Number(Math.Round((decimal)reading.Of / Math.Max(1, reading.Value), 2)))],
        _ => reader["mirror.share", ("value", reading.Value), ("of", reading.Of), ("percent", reader.Percent(reading.Value, reading.Of))],
    };

    private static decimal ShareOf(Reading reading) => reading.Sign is Sign.AttendanceFalling or Sign.SamePerson ? reading.Value : (decimal)reading.Value / Math.Max(1, reading.Of);

    private static (string Key, string Words) Threshold(Sign sign, Collective state, Reader reader)
    {
        RuleKey key = sign switch
        {
            Sign.AttendanceLow => Rules.LeastAttendance,
            Sign.AttendanceFalling => Rules.AttendanceFalls,
            Sign.FewHoldPosts => Rules.PostsToHolders,
            Sign.SamePerson => Rules.SamePersonTerms,
            Sign.MinutesSlow => Rules.MinutesTake,
            Sign.ResolutionsPastDue => Rules.PastDue,
            _ => Rules.TopTenth,
        };
        var rules = new RuleWording(reader);
        return (key.Name, $"{rules.Label(key.Name)}: {rules.Value(state.Statutes.Rule(key).Value, key.Name)}");
    }
}
