using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Look;

namespace Autogestion.Pages.Found;

/// <summary>A founding as typed: kept as it is until it can be entered.</summary>
public sealed class FoundingForm
{
    public string? Name { get; set; }

    public string? Place { get; set; }

    public string? Zone { get; set; } = Reader.FirstZone;

    public CollectiveKind Kind { get; set; }

    /// <summary>Last day of the fiscal year, as <c>12-31</c>.</summary>
    public string YearEnds { get; set; } = "12-31";

    public string? Preset { get; set; }

    public bool Council { get; set; }

    public string? MyName { get; set; }

    public string? MyDocument { get; set; }

    /// <summary>The other founders, one a line: name, and the document after a comma.</summary>
    public string? Others { get; set; }

    public List<PostRow> Posts { get; set; } = [];

    /// <summary>A form with the first posts that a collective can hardly do without.</summary>
    public static FoundingForm Suggested(Reader reader) => new()
    {
        Posts =
        [
            new() { Name = reader["found.postConvenes"], Powers = [Power.Convene, Power.KeepMinutes] },
            new() { Name = reader["found.postRoster"], Powers = [Power.KeepRoster, Power.Represent] },
            new() { Name = reader["found.postAudit"], Powers = [Power.Audit] },
            new(),
        ],
    };

    /// <summary>A post of the founding, with its holders by name.</summary>
    public sealed class PostRow
    {
        public string? Name { get; set; }

        public List<Power> Powers { get; set; } = [];

        public int Months { get; set; } = 12;

        /// <summary>Terms in a row before one must rest.</summary>
        public int? Most { get; set; } = 2;

        /// <summary>Names as written above, with commas between them.</summary>
        public string? Holders { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Holders) && Powers.Count == 0;
    }
}
