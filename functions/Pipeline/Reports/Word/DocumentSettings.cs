using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Reports.Word;

/// <summary>How Word treats the document: odd and even pages differ, and Chinese is set as Word 2013 and later set it.</summary>
internal static class DocumentSettings
{
    private const string WordUri = "http://schemas.microsoft.com/office/word";

    public static Settings Make() => new(
        new Zoom { Percent = "100" },
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(
            new SpaceForUnderline(), new BalanceSingleByteDoubleByteWidth(), new DoNotLeaveBackslashAlone(), new UnderlineTrailingSpaces(),
            new DoNotExpandShiftReturn(), new UseFarEastLayout(), Setting(CompatSettingNameValues.CompatibilityMode, "15"),
            Setting(CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
            Setting(CompatSettingNameValues.EnableOpenTypeFeatures, "1"), Setting(CompatSettingNameValues.DoNotFlipMirrorIndents, "1")),
        new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });

    private static CompatibilitySetting Setting(CompatSettingNameValues name, string value) =>
        new() { Name = name, Uri = WordUri, Val = value };
}
