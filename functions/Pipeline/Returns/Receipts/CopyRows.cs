using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>
/// Where a cell of the upload stands in the copy that is made of it: items go back to the rows of the template, and lines strewn over a sheet move
/// together, since a single word in the last row would otherwise draw a million empty ones.
/// </summary>
internal sealed class CopyRows
{
    // What a clerk leaves free between lines; the template itself offers 60.
    private const int MostEmpty = 1_000;

    private readonly YearCatalogue catalogue;
    private readonly Dictionary<(string Sheet, int Row), int> rows = [];

    public CopyRows(YearCatalogue catalogue, Return values)
    {
        this.catalogue = catalogue;
        foreach (var item in values.Items)
        {
            if (catalogue.FindItem(item.Item) is { } known) rows[(item.Sheet.Trim(), item.Row)] = known.Item.Row;
        }

        Values = values with { Lines = [.. values.Lines.GroupBy(l => l.Form).SelectMany(lines => Gather(lines.Key, [.. lines]))] };
    }

    /// <summary>The values with their lines in the rows of the copy.</summary>
    public Return Values { get; }

    /// <summary>The cell of the copy; null when the finding names none.</summary>
    public CellAddress? Find(Finding finding)
    {
        if (!CellAddress.TryParse(finding.Cell, out var at)) return null;
        var sheet = finding.Sheet.Trim();
        if (catalogue.FindItem(finding.Item) is { } known && known.Form.Sheet == sheet) return at with { Row = known.Item.Row };
        return rows.TryGetValue((sheet, at.Row), out var row) ? at with { Row = row } : at;
    }

    private List<RegisterLine> Gather(string code, List<RegisterLine> lines)
    {
        if (catalogue.Forms.FirstOrDefault(f => f.Code == code)?.Register is not { } register) return lines;
        var first = register.CaptionRow + 1;
        if (lines.Max(l => l.Row) < first + lines.Count + MostEmpty) return lines;
        foreach (var (index, line) in lines.Index()) rows[(line.Sheet.Trim(), line.Row)] = first + index;
        return [.. lines.Index().Select(l => l.Item with { Row = first + l.Index })];
    }
}
