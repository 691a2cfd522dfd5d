using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Review;

/// <summary>封账记录: what a locked year was made of. Each record holds the print of the one before, so none can be changed, left out or
/// slipped in unseen.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Number">1 for the first lock of the year, and so on.</param>
/// <param name="Vector">Unit code → SHA-256 of its submission.</param>
/// <param name="CatalogueVersion">Version of the catalogue, its rules included.</param>
/// <param name="TemplateVersion">Version of the blank workbook.</param>
/// <param name="Snapshot">Id of the consolidation.</param>
/// <param name="Report">Id of the snapshot whose report was published; null when none was yet.</param>
/// <param name="By">Who locked.</param>
/// <param name="At">When.</param>
/// <param name="Previous">Print of the record before; empty for the first.</param>
public sealed record LockRecord(
    int Year, int Number, IReadOnlyDictionary<string, string> Vector, string CatalogueVersion, string TemplateVersion, string Snapshot,
    string? Report, Person By, DateTimeOffset At, string Previous)
{
    /// <summary>SHA-256 over <see cref="Text"/> when the record was made, 64 lower-case hex digits.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The record in one spelling: a line for each particular, its length before it, so that no two records read alike.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        Line("lock record 1");
        Line(Year.ToString(CultureInfo.InvariantCulture));
        Line(Number.ToString(CultureInfo.InvariantCulture));
        Line(CatalogueVersion);
        Line(TemplateVersion);
        Line(Snapshot);
        Line(Report ?? "-");
        Line(By.Id);
        Line(By.Name);
        Line(By.Role.ToString());
        Line(By.Unit ?? "-");
        Line(At.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        Line(Previous);
        Line(Vector.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var (unit, submission) in Vector.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            Line(unit);
            Line(submission);
        }
        return text.ToString();

        void Line(string said) => text.Append(CultureInfo.InvariantCulture, $"{said.Length} {said}\n");
    }

    /// <summary>The print that the record should have.</summary>
    public string Print() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text())));

    /// <summary>The record with its print.</summary>
    public LockRecord Sealed() => this with { Hash = Print() };
}
