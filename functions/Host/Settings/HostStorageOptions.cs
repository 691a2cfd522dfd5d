namespace Host.Settings;

/// <summary>The Functions host's own account: leases, timers, the package. The app opens nothing in it; it is read here so that a mistake is told at the start.</summary>
[SettingsSection("AzureWebJobsStorage")]
internal sealed class HostStorageOptions : TableStorageOptions;
