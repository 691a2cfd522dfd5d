namespace Pipeline.Reports.Provenance;

/// <summary>A table as printed: what its rows and columns are called.</summary>
internal sealed class PageGrid
{
    private readonly List<Dictionary<int, string>> header = [];

    /// <param name="cells">Grid column → text of the cells of a header row; a cell that is part of another is not among them.</param>
    public void AddHeader(IEnumerable<(int Column, PageCell Cell)> cells) => header.Add(cells.ToDictionary(c => c.Column, c => c.Cell.Text));

    /// <summary>The cells of a row with their names.</summary>
    /// <param name="line">Line of the row.</param>
    /// <param name="place">Headings above the table.</param>
    /// <param name="cells">Its cells by grid column.</param>
    public IEnumerable<PageText> Row(int line, string place, IReadOnlyList<(int Column, PageCell Cell)> cells)
    {
        var name = cells.Select(c => c.Cell).FirstOrDefault(c => c.Figures.Count == 0 && c.Text.Length > 0)?.Text.Trim('　') ?? "";
        return cells.Select(c => new PageText(line, place, name, Caption(c.Column), c.Cell.Text, c.Cell.Figures));
    }

    /// <summary>The lowest caption above a column; one over several columns holds for all of them.</summary>
    private string Caption(int column)
    {
        var upwards = header.AsEnumerable().Reverse().ToList();
        return upwards.Select(row => row.GetValueOrDefault(column, "")).FirstOrDefault(caption => caption.Length > 0)
            ?? upwards.SelectMany(row => row.Where(c => c.Key < column && c.Value.Length > 0).OrderByDescending(c => c.Key).Take(1)).FirstOrDefault().Value
            ?? "";
    }
}

/// <summary>What is printed in a cell.</summary>
internal sealed record PageCell(string Text, IReadOnlyList<PlacedFigure> Figures);
