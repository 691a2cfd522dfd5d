using System.Security.Cryptography;
using System.Text;
using Pipeline.Catalogue;
using Pipeline.Ledger;

namespace Pipeline.Stages;

/// <summary>What a snapshot is called: a hash over the vector unit → submission and the version of the catalogue.</summary>
internal static class SnapshotId
{
    /// <summary>The id that a snapshot of these heads has, whether it was made yet or not: 32 hex digits.</summary>
    public static string Of(YearCatalogue catalogue, YearHeads year) => Of(catalogue, year.Heads.Select(h => (h.Key, h.Value.Submission.Hash)));

    /// <summary>The id of a snapshot of these submissions.</summary>
    public static string Of(YearCatalogue catalogue, IEnumerable<(string Unit, string Submission)> units)
    {
        var vector = new StringBuilder(catalogue.Version);
        foreach (var (unit, submission) in units.OrderBy(u => u.Unit, StringComparer.Ordinal)) vector.Append('\n').Append(unit).Append(' ').Append(submission);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(vector.ToString())))[..32];
    }
}
