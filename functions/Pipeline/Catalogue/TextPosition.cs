namespace Pipeline.Catalogue;

/// <summary>Where the lines of a paragraph stand.</summary>
public enum TextPosition
{
    Justified,
    Left,
    Centre,
    Right,
}
