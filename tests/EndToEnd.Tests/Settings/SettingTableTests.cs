using Host.Settings;

namespace EndToEnd.Tests.Settings;

public sealed class SettingTableTests
{
    private const string Begin = "<!-- settings: written from functions/Host/Settings, compared by a test -->";
    private const string End = "<!-- /settings -->";

    /// <summary>Written with <c>dotnet run --project functions/Host -- settings</c>.</summary>
    [Fact]
    public void The_READMEs_table_is_that_of_the_options_classes()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n");
        var from = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;

        Assert.Equal(SettingTable.Print(SettingList.All), readme[from..readme.IndexOf(End, StringComparison.Ordinal)].Trim());
    }

    [Fact]
    public void A_row_tells_name_meaning_default_and_who_sets_it() =>
        Assert.Equal(
            "| setting | says | default | set by |\n|---|---|---|---|\n| `A__b` | What it is. | `7` | the templates |\n| `C` | Another. |  | a developer |",
            SettingTable.Print([new("A__b", "What it is.", "7", SetBy.Templates), new("C", "Another.", "", SetBy.Developer)]));

    [Fact]
    public void No_setting_has_two_meanings() => Assert.Equal(SettingList.All.Count, SettingList.All.Select(s => s.Name).Distinct().Count());

    [Fact]
    public void Every_setting_says_what_it_means() => Assert.All(SettingList.All, s => Assert.True(s.Meaning.Length > 20, s.Name));
}
