using Host.Settings;

namespace EndToEnd.Tests.Settings;

public sealed class SettingTableTests
{
    private const string Begin = "<!-- settings: written from functions/Host/Settings, compared by a test -->";
    private const string End = "<!-- /settings -->";

    [Fact]
    public void The_READMEs_table_is_that_of_the_options_classes()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n");
        var from = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;

        Assert.Equal(Table(), readme[from..readme.IndexOf(End, StringComparison.Ordinal)].Trim());
    }

    [Fact]
    public void No_setting_has_two_meanings() => Assert.Equal(SettingList.All.Count, SettingList.All.Select(s => s.Name).Distinct().Count());

    [Fact]
    public void Every_setting_says_what_it_means() => Assert.All(SettingList.All, s => Assert.True(s.Meaning.Length > 20, s.Name));

    private static string Table() => string.Join('\n', SettingList.All.Select(Row).Prepend("|---|---|---|---|").Prepend("| setting | says | default | set by |"));

    private static string Row(Setting setting) =>
        $"| `{setting.Name}` | {setting.Meaning} | {(setting.Default.Length > 0 ? $"`{setting.Default}`" : "")} | {Who(setting.SetBy)} |";

    private static string Who(SetBy who) => who switch { SetBy.Templates => "the templates", SetBy.Operator => "you, if at all", _ => "a developer" };
}
