using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Rules.Causes;

namespace Pipeline.Tests.Rules.Causes;

/// <summary>Discrepancies over items P0, P1, … below a total T in one column, row by row.</summary>
internal static class Around
{
    public static CauseContext Nothing { get; } = new() { Number = (_, _) => null, Place = Place };

    public static Discrepancy Sum(decimal total, params decimal[] parts) => new(total, parts.Sum(), Measure.Money, "T", "CUR")
    {
        Parts = [.. parts.Select((p, i) => new Part($"P{i}", p))],
    };

    public static Discrepancy Pair(decimal reported, decimal expected) => new(reported, expected, Measure.Money, "T", "CUR");

    public static Place Place(string item, string column) => new("S01企保收支表", $"{(column == "PY" ? "D" : "H")}{Row(item)}", item, item);

    public static int Row(string item) => item == "T" ? 8 : 9 + int.Parse(item[1..], System.Globalization.CultureInfo.InvariantCulture);

    public static Finding Seen(string rule, string item) =>
        new(rule, Severity.Warning, "S01企保收支表", Place(item, "CUR").Cell, item, "", new Dictionary<string, string>());
}
