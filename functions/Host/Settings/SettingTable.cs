namespace Host.Settings;

/// <summary>The settings as a table in Markdown: what the README shows, and <c>dotnet run --project functions/Host -- settings</c> prints.</summary>
internal static class SettingTable
{
    public static string Print(IEnumerable<Setting> settings) => string.Join('\n', settings.Select(Row).Prepend("|---|---|---|---|").Prepend("| setting | says | default | set by |"));

    private static string Row(Setting setting)
    {
        var held = setting.Default.Length > 0 ? $"`{setting.Default}`" : "";
        return $"| `{setting.Name}` | {setting.Meaning} | {held} | {Who(setting.SetBy)} |";
    }

    private static string Who(SetBy who) => who switch
    {
        SetBy.Templates => "the templates",
        SetBy.Operator => "you, if at all",
        SetBy.Developer => "a developer",
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, null),
    };
}
