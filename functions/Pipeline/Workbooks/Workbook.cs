namespace Pipeline.Workbooks;

/// <summary>A small workbook held in memory, sheets in the order of the tabs.</summary>
public sealed record Workbook(IReadOnlyList<Sheet> Sheets, IReadOnlyList<DefinedName> DefinedNames)
{
    /// <summary>Reads a whole workbook.</summary>
    /// <param name="seekable">The file's bytes; left open.</param>
    /// <param name="limits">What the file may cost.</param>
    /// <exception cref="WorkbookRefusedException">The file cannot or must not be read.</exception>
    public static Workbook Read(Stream seekable, WorkbookLimits limits)
    {
        using var reader = XlsxReader.Open(seekable, limits);
        var left = limits.MaxCells;
        var sheets = new List<Sheet>(reader.Sheets.Count);
        foreach (var entry in reader.Sheets)
            sheets.Add(ReadSheet(reader, entry, ref left));
        return new Workbook(sheets, reader.DefinedNames);
    }

    private static Sheet ReadSheet(XlsxReader reader, SheetEntry entry, ref int left)
    {
        using var cells = reader.OpenSheet(entry);
        var found = new Dictionary<(int, int), Cell>();
        while (cells.Read())
        {
            if (cells.Kind == CellKind.Blank && !cells.HasFormula)
                continue;
            if (--left < 0)
                throw new WorkbookRefusedException(WorkbookRefusal.TooLarge, "more filled cells than allowed");
            // Two values for one cell: Excel would show one of them, and nobody could say which was meant.
            if (!found.TryAdd((cells.Row, cells.Column), cells.ToCell()))
                throw WorkbookRefusedException.Corrupt($"{entry.Name}!{new CellAddress(cells.Row, cells.Column)} is given twice");
        }

        return new Sheet(entry.Name, entry.State, found, cells.HiddenRows, cells.HiddenColumns);
    }
}
