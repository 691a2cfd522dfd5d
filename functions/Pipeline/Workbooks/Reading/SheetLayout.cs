using System.Globalization;

namespace Pipeline.Workbooks;

/// <summary>Where a sheet's rows and columns are and which of them are hidden.</summary>
internal sealed class SheetLayout
{
    private readonly HashSet<int> _hiddenColumns = [];
    private readonly HashSet<int> _hiddenRows = [];

    public IReadOnlySet<int> HiddenColumns => _hiddenColumns;

    public IReadOnlySet<int> HiddenRows => _hiddenRows;

    /// <summary>Whether the row last read is hidden.</summary>
    public bool RowHidden { get; private set; }

    /// <summary>Reads up to the cells.</summary>
    /// <returns>False when there are none: a chart sheet, or a sheet without data.</returns>
    public bool ReadToCells(PartReader part)
    {
        switch (part.Root())
        {
            case "worksheet" when part.IsSpreadsheet:
                break;
            case "chartsheet":
                part.Drain();
                return false;
            case "dialogsheet" or "macrosheet":
                throw new WorkbookRefusedException(WorkbookRefusal.Macros, "a macro sheet");
            default:
                throw WorkbookRefusedException.Corrupt("a sheet's part holds something else");
        }

        while (part.NextChild(0))
        {
            if (part.Is(part.Names.SheetData) && part.HasContent)
                return true;
            if (part.Is(part.Names.Columns) && part.HasContent)
                ReadColumns(part);
        }

        part.Drain();
        return false;
    }

    /// <summary>Reads the attributes of the row element that is current.</summary>
    /// <param name="part">The sheet.</param>
    /// <param name="previous">The row before it in the file: one without a number of its own follows on.</param>
    /// <returns>The row, counted from 1.</returns>
    public int ReadRow(PartReader part, int previous)
    {
        var row = previous + 1;
        var hidden = false;
        var xml = part.Xml;
        while (xml.MoveToNextAttribute())
        {
            var name = xml.Name;
            if (ReferenceEquals(name, part.Names.Run))
                row = Position(xml.Value, CellAddress.LastRow);
            else if (ReferenceEquals(name, part.Names.Hidden))
                hidden |= xml.Value is "1" or "true";
            else if (ReferenceEquals(name, part.Names.Height))
                hidden |= xml.Value is "0";
        }

        xml.MoveToElement();
        if (row > CellAddress.LastRow)
            throw WorkbookRefusedException.Corrupt($"a row after {CellAddress.LastRow}");
        RowHidden = hidden;
        if (hidden)
            _hiddenRows.Add(row);
        return row;
    }

    private void ReadColumns(PartReader part)
    {
        while (part.NextChild(1))
        {
            if (!part.Is(part.Names.Column) || !(part.Flag(part.Names.Hidden) || part.Attribute(part.Names.Width) == "0"))
                continue;
            var first = Position(part.Attribute(part.Names.First) ?? "", CellAddress.LastColumn);
            var last = Position(part.Attribute(part.Names.Last) ?? "", CellAddress.LastColumn);
            for (var column = first; column <= last; column++)
                _hiddenColumns.Add(column);
        }
    }

    private static int Position(string text, int last) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position >= 1 && position <= last
            ? position
            : throw WorkbookRefusedException.Corrupt($"a row or column beyond {last}");
}
