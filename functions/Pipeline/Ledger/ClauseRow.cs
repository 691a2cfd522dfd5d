using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Review;

namespace Pipeline.Ledger;

/// <summary>A clause ↔ its entity, keyed by the year's revision that it came with.</summary>
internal static class ClauseRow
{
    // Before HEAD in the order of keys, as AUDIT is: who reads the year does not read these.
    public const string Prefix = "CLAUSE|";

    private static readonly Dictionary<string, Func<string, Clause>> Readers = new()
    {
        [nameof(Clause.Suspended)] = ReviewJson.Read<Clause.Suspended>,
        [nameof(Clause.Explained)] = ReviewJson.Read<Clause.Explained>,
        [nameof(Clause.Budget)] = ReviewJson.Read<Clause.Budget>,
        [nameof(Clause.AdjustmentProposal)] = ReviewJson.Read<Clause.AdjustmentProposal>,
        [nameof(Clause.AdjustmentApproval)] = ReviewJson.Read<Clause.AdjustmentApproval>,
        [nameof(Clause.Reopened)] = ReviewJson.Read<Clause.Reopened>,
    };

    public static TableEntity Of(string partition, int revision, Clause clause)
    {
        var row = new TableEntity(partition, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{revision:D10}")) { ["Kind"] = clause.GetType().Name, ["Unit"] = (clause as Clause.Budget)?.Unit ?? "" };
        LongText.Write(row, "Said", ReviewJson.Write<object>(clause));
        return row;
    }

    /// <summary>A filter for the clauses of all units and those of one alone.</summary>
    public static string WithinReachOf(string unit) => TableClient.CreateQueryFilter($"(Unit eq '' or Unit eq {unit})");

    public static Clause Read(TableEntity row) => Readers[row.GetString("Kind")](LongText.Read(row, "Said")!);
}
