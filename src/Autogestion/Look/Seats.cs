// The assembly seen from above: half rings of seats around an open middle.

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Autogestion.Look;

/// <summary>
/// <c>&lt;seats present="186" total="240" quorum="121" label="…"&gt;</c>, or with <c>in-favour</c>, <c>against</c> and
/// <c>abstaining</c>. Present is a disc, absent a dot, against a cross, abstaining a bar. Above 480 seats each stands for several people.
/// </summary>
public sealed class SeatsTagHelper : TagHelper
{
    const int MostSeats = 480;

    public int Total { get; set; }

    public int Present { get; set; }

    /// <summary>Where the red line stands: as many seats from the left.</summary>
    public int? Quorum { get; set; }

    public int? InFavour { get; set; }

    public int Against { get; set; }

    public int Abstaining { get; set; }

    /// <summary>The picture in words, for those who do not see it.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var each = Math.Max(1, (int)Math.Ceiling(Total / (double)MostSeats));
        var map = SeatMap.Of(Math.Max(1, (Total + each - 1) / each));
        Picture.Begin(output, "seats", Label);
        output.Attributes.SetAttribute("viewBox", "-104 -104 208 110");
        var first = (InFavour ?? Present) / each;
        output.Content.SetHtmlContent(map.Draw("disc", 0, first, seat => $"M{seat}h0"));
        if (InFavour is not null)
        {
            var a = Write(map.Radius * 0.75);
            var (crosses, bars) = (first + (Against / each), first + ((Against + Abstaining) / each));
            output.Content.AppendHtml(map.Draw("cross", first, crosses, seat => $"M{seat}m-{a} -{a}l{Write(map.Radius * 1.5)} {Write(map.Radius * 1.5)}m0 -{Write(map.Radius * 1.5)}l-{Write(map.Radius * 1.5)} {Write(map.Radius * 1.5)}"));
            output.Content.AppendHtml(map.Draw("cross", crosses, bars, seat => $"M{seat}m-{a} 0h{Write(map.Radius * 1.5)}"));
            first = bars;
        }
        output.Content.AppendHtml(map.Draw("dot", first, map.Seats.Count, seat => $"M{seat}h0"));
        if (Quorum is { } quorum)
            output.Content.AppendHtml(map.Line(quorum / each));
        output.Content.AppendHtml($"""<text text-anchor="middle" y="2">{(InFavour ?? Present).ToString(CultureInfo.InvariantCulture)}</text>""");
    }

    internal static string Write(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Places of seats on half rings, from left to right.</summary>
/// <param name="Seats">Angle in radians, from π at the left to 0, and distance from the middle.</param>
/// <param name="Radius">Size of one seat.</param>
public sealed record SeatMap(IReadOnlyList<(double Angle, double Ring)> Seats, double Radius)
{
    const double Outer = 98, Depth = 58;

    /// <summary>As few rings as hold everybody.</summary>
    public static SeatMap Of(int count)
    {
        var rings = 1;
        while (Capacity(rings) < count)
            rings++;
        var gap = Depth / rings;
        var radii = Enumerable.Range(0, rings).Select(ring => Outer - (ring * gap)).ToArray();
        var around = radii.Sum();
        var (seats, given, covered) = (new List<(double, double)>(), 0, 0.0);
        foreach (var radius in radii)
        {
            covered += radius;
            var here = (int)Math.Round(count * covered / around) - given;
            given += here;
            for (var at = 0; at < here; at++)
                seats.Add((here == 1 ? Math.PI / 2 : Math.PI * (1 - (at / (here - 1.0))), radius));
        }
        var ordered = seats.OrderByDescending(seat => seat.Item1).ThenByDescending(seat => seat.Item2).ToList();
        return new SeatMap(ordered, Math.Min(gap * 0.36, 7));
    }

    internal string Draw(string kind, int from, int to, Func<string, string> shape)
    {
        if (from >= to)
            return "";
        var path = new StringBuilder();
        foreach (var seat in Seats.Skip(from).Take(to - from))
            path.Append(shape(Place(seat.Angle, seat.Ring)));
        var width = kind switch { "disc" => Radius * 2, "dot" => Radius * 0.7, _ => Radius * 0.7 };
        return $"""<path class="{kind}" d="{path}" stroke-width="{SeatsTagHelper.Write(width)}"/>""";
    }

    internal string Line(int after)
    {
        var at = Math.Clamp(after, 1, Seats.Count);
        var angle = at == Seats.Count ? Seats[at - 1].Angle : (Seats[at - 1].Angle + Seats[at].Angle) / 2;
        return $"""<path class="line" d="M{Place(angle, Outer - Depth + 4)}L{Place(angle, Outer + 6)}"/>""";
    }

    static string Place(double angle, double ring) =>
        $"{SeatsTagHelper.Write(ring * Math.Cos(angle))} {SeatsTagHelper.Write(-ring * Math.Sin(angle))}";

    static int Capacity(int rings) => Enumerable.Range(0, rings)
        .Sum(ring => (int)(Math.PI * (Outer - (ring * Depth / rings)) / (Depth / rings)) + 1);
}
