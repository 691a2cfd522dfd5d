namespace Host.Settings;

/// <summary>The scan of uploads for malware.</summary>
[SettingsSection("Scan")]
internal sealed class ScanOptions
{
    [Setting("`true`: an upload is opened only when Defender's scan has found no threat in it", SetBy.Templates)]
    public bool Required { get; set; }
}
