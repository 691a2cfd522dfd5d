namespace Pipeline.Ledger;

/// <summary>Containers, tables and queues by name. The triggers of the Host carry the same names.</summary>
internal static class StoreNames
{
    public const string Uploads = "returns";
    public const string Receipts = "receipts";
    public const string Snapshots = "snapshots";
    public const string Reports = "reports";
    public const string Facts = "facts";
    public const string Heads = "heads";
    public const string Answers = "receipts";
    public const string ConsolidateYear = "consolidate-year";
    public const string EmitReport = "emit-report";
    public const string AwaitScan = "await-scan";

    // The names are the platform's.
    public const string ConsolidateYearPoison = ConsolidateYear + "-poison";
    public const string EmitReportPoison = EmitReport + "-poison";
    public const string AwaitScanPoison = AwaitScan + "-poison";
    public const string UploadsPoison = "webjobs-blobtrigger-poison";
}
