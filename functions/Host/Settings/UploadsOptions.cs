namespace Host.Settings;

/// <summary>Where returns arrive.</summary>
[SettingsSection("Uploads")]
internal sealed class UploadsOptions : StorageOptions;
