using System.ComponentModel.DataAnnotations;

namespace Host.Settings;

/// <summary>Where forms, rules, figures and wording are.</summary>
[SettingsSection("Catalogue")]
internal sealed class CatalogueOptions : IValidatableObject
{
    [Setting("Folder of the catalogue; without it the one published with the app", SetBy.Operator)]
    public string Folder { get; set; } = "";

    /// <summary>The folder that is read.</summary>
    public string Path => Folder.Length > 0 ? Folder : System.IO.Path.Combine(AppContext.BaseDirectory, "Catalogue");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Directory.Exists(Path) ? [] : [new($"names no folder: {Path}", [nameof(Folder)])];
}
