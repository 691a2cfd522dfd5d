namespace Host.Settings;

/// <summary>What is made of the returns: facts, receipts, snapshots, reports.</summary>
[SettingsSection("Ledger")]
internal sealed class LedgerOptions : TableStorageOptions;
