using Pipeline.Catalogue;

namespace Pipeline.Reports.Wording;

/// <summary>What a page is made of, top to bottom.</summary>
internal abstract record Block;

/// <summary>A paragraph.</summary>
/// <param name="Role">What it is in the document; its look follows from it.</param>
/// <param name="Pieces">Its text.</param>
internal sealed record Paragraph(TextRole Role, IReadOnlyList<Piece> Pieces) : Block
{
    public Paragraph(TextRole role, string text)
        : this(role, [new Piece(text)])
    {
    }
}

/// <summary>A table with ruled cells.</summary>
/// <param name="Columns">Left to right.</param>
/// <param name="Header">Rows repeated on every page.</param>
/// <param name="Rows">The rows below.</param>
/// <param name="Role">Role of the text in its cells.</param>
internal sealed record Table(
    IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Header, IReadOnlyList<TableRow> Rows, TextRole Role) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Share">Width relative to the other columns.</param>
/// <param name="Alignment">How its cells stand; captions are always centred.</param>
internal sealed record TableColumn(int Share, CellPosition Alignment);

/// <summary>A row: one cell for every column.</summary>
internal sealed record TableRow(IReadOnlyList<TableCell> Cells);

/// <summary>A cell, or a part of the cell left of it or above it.</summary>
/// <param name="Pieces">Its text.</param>
/// <param name="Join">Whether it is a cell of its own.</param>
/// <param name="Position">How it stands; null as its column says.</param>
internal sealed record TableCell(IReadOnlyList<Piece> Pieces, CellJoin Join = CellJoin.None, CellPosition? Position = null)
{
    public static TableCell Of(string text) => new([new Piece(text)]);
}

/// <summary>Whether a place in the grid is a cell of its own.</summary>
internal enum CellJoin
{
    None,

    /// <summary>Part of the cell to the left.</summary>
    Left,

    /// <summary>Part of the cell above.</summary>
    Above,
}

/// <summary>Where text stands in a cell.</summary>
internal enum CellPosition
{
    Left,
    Centre,
    Right,
}
