using System.Globalization;

namespace Pipeline.Review;

/// <summary>The lock records of a year, one holding the print of another.</summary>
public static class LockChain
{
    /// <summary>Whether the records are whole and as they were made.</summary>
    /// <param name="records">All of a year's, in order.</param>
    /// <param name="last">Print of the last one as the year's own row has it; empty before the first. It gives away a chain whose end is
    /// gone.</param>
    /// <returns>Null when they are; otherwise what is wrong, Chinese.</returns>
    public static string? Verify(IReadOnlyList<LockRecord> records, string last)
    {
        var (number, previous) = (0, "");
        foreach (var record in records)
        {
            if (record.Number != ++number) return Say($"封账记录缺第{number}号。");
            if (record.Previous != previous) return Say($"第{number}号封账记录与前一记录不衔接。");
            if (record.Hash != record.Print()) return Say($"第{number}号封账记录已被改动。");
            previous = record.Hash;
        }
        return previous == last ? null : Say($"第{number}号之后的封账记录缺失或不一致。");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
