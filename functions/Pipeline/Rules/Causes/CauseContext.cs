using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>The return around a discrepancy.</summary>
internal sealed record CauseContext
{
    // Revenue and outlay of an item rarely change more within a year.
    private const decimal Plausible = 5;

    private static readonly string[] Others = ["PY", "B1"];

    /// <summary>A value of the return by item and column, in workbook units; null when there is none.</summary>
    public required Func<string, string, decimal?> Number { get; init; }

    /// <summary>Where the cell of an item and column stands.</summary>
    public required Func<string, string, Place> Place { get; init; }

    /// <summary>The item so many rows below (negative: above) on the same form; null beyond its ends.</summary>
    public Func<string, int, string?> Neighbour { get; init; } = (_, _) => null;

    /// <summary>A value by item and column as another source has it exactly, last year's return for PY; null when none does.</summary>
    public Func<string, string, decimal?> Known { get; init; } = (_, _) => null;

    /// <summary>What the reader found in the workbook.</summary>
    public IReadOnlyList<Finding> Reading { get; init; } = [];

    /// <summary>Transfers that the other side has not booked.</summary>
    public IReadOnlyList<Voucher> Unmatched { get; init; } = [];

    /// <summary>The context of a rule judged over a return.</summary>
    public static CauseContext Of(RuleSubject subject, ReturnValues? lastYear, IReadOnlyList<Finding> reading) => new()
    {
        Number = subject.Values.Number,
        Place = subject.Values.Place,
        Neighbour = (item, rows) => Below(subject.Catalogue, item, rows),
        Known = (item, column) => column == "PY" ? lastYear?.Number(item, "CUR") : null,
        Reading = reading,
    };

    /// <summary>The cell as a clerk finds it: label and address.</summary>
    public string Name(string item, string column)
    {
        var place = Place(item, column);
        return $"{(place.Label.Length > 0 ? place.Label : item)}（{$"{place.Sheet} {place.Cell}".Trim()}）";
    }

    /// <summary>Whether last year's value or the budget of the item speaks against such an amount.</summary>
    public bool Contradicts(string item, string column, decimal amount) =>
        Others.Where(c => c != column).Select(c => Number(item, c)).FirstOrDefault(v => v is not null and not 0) is { } other
        && (Math.Abs(amount) > Math.Abs(other) * Plausible || Math.Abs(amount) * Plausible < Math.Abs(other));

    private static string? Below(YearCatalogue catalogue, string item, int rows)
    {
        if (catalogue.FindItem(item) is not { } found) return null;
        return found.Form.Items.FirstOrDefault(i => i.Row == found.Item.Row + rows)?.Code;
    }
}
