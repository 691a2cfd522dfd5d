using Host.Settings;

namespace Infra.Tests;

[Collection(nameof(CompiledTemplates))]
public sealed class SettingTests(CompiledTemplates templates)
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("main")]
    [InlineData("everything")]
    public void The_templates_set_what_the_app_reads_and_nothing_else(string environment)
    {
        Assert.SkipWhen(Bicep.Missing is not null, Bicep.Missing ?? "");

        Assert.Equal(
            SettingList.All.Where(s => s.SetBy == SetBy.Templates).Select(s => s.Name),
            templates[environment].AppSettings.Select(s => s.Key).Order(StringComparer.Ordinal));
    }
}
