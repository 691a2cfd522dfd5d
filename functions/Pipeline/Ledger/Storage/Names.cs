using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Ledger.Storage;

/// <summary>What things are called in storage. Nothing else knows.</summary>
internal static class Names
{
    public const string Uploads = "returns";
    public const string Receipts = "receipts";
    public const string Snapshots = "snapshots";
    public const string Reports = "reports";
    public const string Facts = "facts";
    public const string Heads = "heads";
    public const string Consolidations = "consolidate-year";
    public const string Emissions = "emit-report";

    /// <summary>A unit's name comes from a path that anybody may have chosen; blob names end at 1,024 characters.</summary>
    private const int LongestUnit = 64;

    public static string Receipt(int year, string unit, string submission) => $"{Year(year)}/{Cut(unit)}/{submission}.json";

    public static string Snapshot(int year, string id) => $"{Year(year)}/{id}.json.gz";

    public static string Report(int year, string snapshot, string file) => $"{Year(year)}/{snapshot}/{file}";

    public static string Version(Submission submission, string content) =>
        $"{Year(submission.Year)}|{Key(submission.Unit)}|{submission.Hash[..16]}|{content[..16]}";

    public static string AnswersOf(int year, string unit) => $"{Year(year)}|{Key(unit)}";

    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Partition and row keys take neither <c>/ \ # ?</c> nor control characters.</summary>
    public static string Key(string text) => string.Concat(Cut(text).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? $"{c}" : $"~{(int)c:x4}"));

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Cut(string unit) => unit.Length <= LongestUnit ? unit : unit[..LongestUnit];
}
