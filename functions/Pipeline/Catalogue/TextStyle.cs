namespace Pipeline.Catalogue;

/// <summary>How a paragraph of one role looks: a named style of the document.</summary>
/// <param name="Role">The role.</param>
/// <param name="Id">Style id.</param>
/// <param name="Name">Style name; Word's own English name where there is one, so that Word knows it.</param>
/// <param name="Font">East Asian font.</param>
/// <param name="Points">Size in points.</param>
public sealed record TextStyle(TextRole Role, string Id, string Name, string Font, decimal Points)
{
    /// <summary>Font of digits and Latin letters, null for that of the profile.</summary>
    public string? Latin { get; init; }

    public TextPosition Position { get; init; } = TextPosition.Justified;

    /// <summary>First line, in characters: positive moves in, negative hangs out to the left of the lines below.</summary>
    public decimal FirstLine { get; init; }

    /// <summary>All lines, in characters from the left.</summary>
    public decimal Left { get; init; }

    /// <summary>In characters from the right.</summary>
    public decimal Right { get; init; }

    /// <summary>Exact distance from line to line in points; null for the grid of the page.</summary>
    public decimal? LinePoints { get; init; }

    /// <summary>Empty space above, in points.</summary>
    public decimal Before { get; init; }

    /// <summary>Empty space below, in points.</summary>
    public decimal After { get; init; }

    public bool Bold { get; init; }

    /// <summary>Stays on the page of the paragraph below.</summary>
    public bool KeepNext { get; init; }

    public bool PageBreakBefore { get; init; }

    /// <summary>Level in the outline, 0 the highest; null for text.</summary>
    public int? Outline { get; init; }
}
