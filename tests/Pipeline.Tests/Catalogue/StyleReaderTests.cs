using Pipeline.Catalogue;

namespace Pipeline.Tests.Catalogue;

/// <summary>style.yaml: a look that is not written is not guessed.</summary>
public sealed class StyleReaderTests
{
    [Fact]
    public void Every_role_has_its_own_style_of_the_profile_in_force()
    {
        var style = Catalogue2023.Value.Style;

        Assert.Equal("gbt9704", style.Name);
        Assert.All(Enum.GetValues<TextRole>(), role => Assert.Equal(role, style[role].Role));
        Assert.Equal((22, 28, 579), (style.Page.Lines, style.Page.Characters, style.Page.LinePitch));
    }

    [Fact]
    public void Another_profile_can_take_its_place() => Assert.Equal(30m, Read(text => text
        .Replace("use: gbt9704", "use: own", StringComparison.Ordinal)
        .Replace("  gbt9704:", "  own:", StringComparison.Ordinal)
        .Replace("top: 37", "top: 30", StringComparison.Ordinal)).Page.Top);

    [Theory]
    [InlineData("use: gbt9704", "use: gbt9705", "gbt9705")]
    [InlineData("keep_next: true", "keep: true", "\"keep\" is not known here")]
    [InlineData("font: 仿宋, size: 3号", "font: 彷宋, size: 3号", "\"彷宋\" is none of")]
    [InlineData("size: 小四", "size: 小5", "\"小5\" is none of")]
    [InlineData("at: centre", "at: middle", "\"middle\" is none of")]
    [InlineData("      level3:", "      level4:", "\"level4\" is not known here")]
    [InlineData("top: 37", "top: -37", "above zero")]
    [InlineData("lines: 22", "lines: 22.5", "not a whole number")]
    [InlineData("top: 37, ", "", "\"top\" is missing")]
    [InlineData("id: Heading2", "id: Heading1", "Heading1 is given to two roles")]
    public void A_mistake_is_named_with_its_file(string right, string wrong, string said)
    {
        var mistake = Assert.Throws<CatalogueException>(() => Read(text => text.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal("style.yaml", mistake.File);
        Assert.Contains(said, mistake.Message, StringComparison.Ordinal);
    }

    private static StyleProfile Read(Func<string, string> change)
    {
        var files = Catalogue2023.Files();
        var text = change(files["style.yaml"]);
        Assert.NotEqual(files["style.yaml"], text);
        return StyleReader.Read(DataNode.Read("style.yaml", text));
    }
}
