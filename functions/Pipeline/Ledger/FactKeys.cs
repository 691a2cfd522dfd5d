namespace Pipeline.Ledger;

/// <summary>Where the rows of a version lie.</summary>
internal static class FactKeys
{
    public const string Marker = "@";

    // A quarter of the hash: enough to keep the uploads of one unit and year apart, and the marker row has the whole of it.
    private const int HashDigits = 16;

    public static string Partition(int year, string unit, string hash) => $"{Owner(year, unit)}|{hash[..HashDigits]}";

    /// <summary>Whose versions: the partition of the unit's answers has the same name.</summary>
    public static string Owner(int year, string unit) => $"{year}|{KeyText.Of(unit)}";

    /// <summary>The partition a receipt row of an owner speaks of.</summary>
    public static string PartitionOf(string owner, string hash) => $"{owner}|{hash[..HashDigits]}";

    public static string Item(string form, string item) => $"{KeyText.Code(form)}|{KeyText.Code(item)}";

    /// <param name="form">Form code.</param>
    /// <param name="row">Sheet row; Excel has seven digits of them.</param>
    /// <param name="part">From 1: a line with very long texts takes several entities.</param>
    public static string Line(string form, int row, int part) =>
        part == 1 ? $"{KeyText.Code(form)}|@{row:D7}" : $"{KeyText.Code(form)}|@{row:D7}|{part:D2}";

    public static bool IsLine(string rowKey) => rowKey.Contains("|@", StringComparison.Ordinal);
}
