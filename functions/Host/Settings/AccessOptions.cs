using System.ComponentModel.DataAnnotations;

namespace Host.Settings;

/// <summary>Who is believed about callers.</summary>
[SettingsSection("Access")]
internal sealed class AccessOptions
{
    /// <summary>The platform's authentication is believed.</summary>
    public const string Platform = "Platform";

    [Setting($"`{Platform}`: callers are who the platform's authentication says they are, which the templates switch on together with this. `None`: nobody is known, and nothing that needs a person is done", SetBy.Templates)]
    [AllowedValues(Platform, "None", ErrorMessage = $"must be {Platform} or None.")]
    public string Mode { get; set; } = "None";
}
