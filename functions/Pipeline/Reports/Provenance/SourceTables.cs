using Pipeline.Catalogue;
using Pipeline.Figures;
using Pipeline.Workbooks;

namespace Pipeline.Reports.Provenance;

/// <summary>The sheets 来源 of a trace: every figure with every cell behind it.</summary>
internal sealed class SourceTables
{
    private readonly YearCatalogue catalogue;
    private readonly ReportProvenance report;
    private readonly IReadOnlyList<SourceSheet> sheets;
    private readonly Dictionary<string, SourceFile> files;
    private readonly Dictionary<int, string> places = [];

    // Figures that draw on the same cell share it.
    private readonly Dictionary<Contribution, CellDraft[]> described = new(ReferenceEqualityComparer.Instance);

    /// <param name="catalogue">The year's catalogue.</param>
    /// <param name="report">The figures.</param>
    /// <param name="lastRow">The last row a sheet has.</param>
    public SourceTables(YearCatalogue catalogue, ReportProvenance report, int lastRow)
    {
        (this.catalogue, this.report) = (catalogue, report);
        files = report.Sources.ToDictionary(s => s.Unit);
        sheets = SourceLayout.Of([.. report.Figures.Select(f => f.Cells.Count)], lastRow);
        foreach (var sheet in sheets)
        {
            foreach (var block in sheet.Blocks) places.TryAdd(block.Figure, TraceTable.LinkTo(sheet.Name, block.Row));
        }
    }

    /// <summary>Where the cells of a figure begin; null when it has none.</summary>
    /// <param name="figure">Which of the report, counted from 0.</param>
    public string? LinkTo(int figure) => places.GetValueOrDefault(figure);

    public IEnumerable<SheetDraft> Drafts() => sheets.Select(sheet =>
    {
        var intent = "每个数由哪些单元格组成，金额带其计入的正负号；点图号可跳回。";
        if (sheets.Count > 1) intent += $"一张工作表放不下，分列{sheets.Count}张，本表为第{sheet.Number}张。";
        var table = new TraceTable(sheet.Name, intent, [
            ("图号", 24), ("单位", 24), ("文件", 40), ("工作表", 18), ("单元格", 10), ("项目编码", 24), ("项目", 34), ("栏目", 16), ("数值（元、人）", 24), ("单元格原文", 24),
        ]);
        return table.Draft(Rows(sheet), sheet.Count);
    });

    // Made anew whenever the writer goes through them: a province with its counties has a million.
    private IEnumerable<RowDraft> Rows(SourceSheet sheet)
    {
        foreach (var block in sheet.Blocks)
        {
            var figure = report.Figures[block.Figure];
            var id = TraceTable.Drafts(1, TraceCell.Of(figure.Id, TraceTable.LinkTo(TraceWorkbook.Figures, TraceTable.FirstRow + block.Figure)));
            for (var cell = 0; cell < block.Count; cell++) yield return new RowDraft(block.Row + cell, [.. id, .. Described(figure.Cells[block.First + cell])]);
        }
    }

    private CellDraft[] Described(Contribution cell)
    {
        if (described.TryGetValue(cell, out var drafts)) return drafts;
        var known = catalogue.FindItem(cell.Item);
        return described[cell] = TraceTable.Drafts(
            2, TraceCell.Of(UnitName(cell.Unit)), TraceCell.Of(files.GetValueOrDefault(cell.Unit)?.File ?? ""), TraceCell.Of(cell.Sheet), TraceCell.Of(cell.Cell), TraceCell.Of(cell.Item),
            TraceCell.Of(known?.Item.Label.Trim('　') ?? CellNames.Of(catalogue, cell.Item, cell.Column)),
            TraceCell.Of(known?.Form.Columns.FirstOrDefault(c => c.Code == cell.Column)?.Caption ?? cell.Column),
            TraceCell.Of(cell.Raw, CellNames.MeasureOf(catalogue, cell.Item)), TraceCell.Of(cell.Text ?? ""));
    }

    private string UnitName(string unit) => unit == ReportProvenance.Elimination ? "抵销（差额表）" : $"{catalogue.FindUnit(unit)?.Name ?? ""}（{unit}）";
}
