namespace Pipeline.Catalogue;

/// <summary>The page and what is printed on it, in mm.</summary>
/// <param name="Width">Of the sheet, upright.</param>
/// <param name="Height">Of the sheet, upright.</param>
/// <param name="Top">天头.</param>
/// <param name="Bottom">Below the 版心.</param>
/// <param name="Left">订口.</param>
/// <param name="Right">切口.</param>
/// <param name="Header">From the edge of the sheet to what stands above the text.</param>
/// <param name="PageNumber">From the edge of the sheet to the page number.</param>
/// <param name="Lines">Lines that fill the 版心.</param>
/// <param name="Characters">Characters that fill a line.</param>
public sealed record PageGeometry(
    decimal Width, decimal Height, decimal Top, decimal Bottom, decimal Left, decimal Right, decimal Header, decimal PageNumber,
    int Lines, int Characters)
{
    /// <summary>Twips (1/1440 inch) of a length in mm.</summary>
    public static int Twips(decimal mm) => (int)decimal.Round(mm * 1440m / 25.4m, MidpointRounding.AwayFromZero);

    /// <summary>Width of the text on an upright page, in twips.</summary>
    public int UprightWidth => Twips(Width) - Twips(Left) - Twips(Right);

    /// <summary>Width of the text on a page on its side, in twips.</summary>
    public int SidewaysWidth => Twips(Height) - Twips(Top) - Twips(Bottom);

    /// <summary>Distance from line to line in twips, rounded down so that the last line still fits.</summary>
    public int LinePitch => SidewaysWidth / Lines;

    /// <summary>What a character of <paramref name="points"/> is set apart so that the line is filled, in 1/4096 point.</summary>
    public int CharacterSpace(decimal points) => (int)decimal.Floor((CharacterPitch - points) * 4096m);

    /// <summary>The same in twips, rounded down so that the last character still fits.</summary>
    public int CharacterTwips(decimal points) => (int)decimal.Floor((CharacterPitch - points) * 20m);

    private decimal CharacterPitch => UprightWidth / 20m / Characters;
}
