namespace Pipeline.Catalogue;

/// <summary>The look of the report: page, fonts, sizes. Lengths of the page in mm, of type in points.</summary>
/// <param name="Name"><c>gbt9704</c>.</param>
/// <param name="Page">The page.</param>
/// <param name="Latin">Font of digits and Latin letters.</param>
/// <param name="Fonts">The fonts used, each with what to take where it is not installed; null for nothing in particular.</param>
/// <param name="Styles">One style for every role, in the order of the roles.</param>
/// <param name="TableRule">Thickness of the lines of a table, in points.</param>
/// <param name="CellMargin">Left and right of the text in a cell, in points.</param>
/// <param name="AnnexCellMargin">The same in the tables of the annexes.</param>
/// <param name="TitleBreaks">Words behind which a title too long for its line may be broken.</param>
public sealed record StyleProfile(
    string Name, PageGeometry Page, string Latin, IReadOnlyList<(string Font, string? Alternative)> Fonts, IReadOnlyList<TextStyle> Styles,
    decimal TableRule, decimal CellMargin, decimal AnnexCellMargin, IReadOnlyList<string> TitleBreaks)
{
    /// <summary>The style of a role.</summary>
    public TextStyle this[TextRole role] => Styles[(int)role];

    /// <summary>The style of the text, from which the others differ.</summary>
    public TextStyle Body => this[TextRole.Body];
}
