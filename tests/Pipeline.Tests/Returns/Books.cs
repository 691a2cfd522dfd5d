using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Tests.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Returns;

/// <summary>Workbooks of returns, spoilt cell by cell and read as an upload is.</summary>
internal static class Books
{
    public static YearCatalogue Catalogue => Catalogue2023.Value;

    public static WorkbookDraft Filled(string unit = SampleReturn.Prefecture) =>
        FilledReturn.Make(Catalogue, Catalogue.FindUnit(unit)!, SampleReturn.Of(unit));

    public static WorkbookDraft Blank(string unit, Return? lastYear = null) =>
        ReturnTemplate.Make(Catalogue, Catalogue.FindUnit(unit)!, lastYear);

    public static byte[] Bytes(WorkbookDraft draft)
    {
        using var file = new MemoryStream();
        XlsxWriter.Write(draft, file);
        return file.ToArray();
    }

    public static ReturnReading Read(WorkbookDraft draft, string unit = SampleReturn.Prefecture, string fileName = "upload.xlsx") =>
        ReturnReader.Read(new MemoryStream(Bytes(draft)), Catalogue, unit, fileName);

    public static Sheet Sheet(WorkbookDraft draft, string form) =>
        Workbook.Read(new MemoryStream(Bytes(draft)), WorkbookLimits.Default).Sheets.Single(s => s.Name == Catalogue.Form(form).Sheet);

    public static SheetDraft Page(this WorkbookDraft draft, string form) => draft.Sheets.Single(s => s.Name == Catalogue.Form(form).Sheet);

    public static CellDraft Cell(this WorkbookDraft draft, string form, string address)
    {
        var at = CellAddress.Parse(address);
        return draft.Page(form).Rows.Single(r => r.Row == at.Row).Cells.Single(c => c.Column == at.Column);
    }

    /// <summary>The draft with one sheet changed; null takes the sheet out.</summary>
    public static WorkbookDraft With(this WorkbookDraft draft, string form, Func<SheetDraft, SheetDraft?> change)
    {
        var name = Catalogue.Form(form).Sheet;
        return draft with { Sheets = [.. draft.Sheets.Select(s => s.Name == name ? change(s) : s).OfType<SheetDraft>()] };
    }

    public static WorkbookDraft WithRows(this WorkbookDraft draft, string form, Func<RowDraft, RowDraft> change) =>
        draft.With(form, sheet => sheet with { Rows = [.. sheet.Rows.Select(change)] });

    /// <summary>The draft with one cell replaced.</summary>
    public static WorkbookDraft With(this WorkbookDraft draft, string form, string address, Func<CellDraft, CellDraft> change)
    {
        var at = CellAddress.Parse(address);
        return draft.WithRows(form, row => row.Row != at.Row ? row : row with
        {
            Cells = [.. row.Cells.Select(c => c.Column == at.Column ? change(c) : c)],
        });
    }

    public static WorkbookDraft Typed(this WorkbookDraft draft, string form, string address, decimal number) =>
        draft.With(form, address, c => CellDraft.OfNumber(c.Column, number, c.Style));

    public static WorkbookDraft Typed(this WorkbookDraft draft, string form, string address, string text) =>
        draft.With(form, address, c => CellDraft.OfText(c.Column, text, c.Style));

    public static WorkbookDraft Dated(this WorkbookDraft draft, string form, string address, DateOnly date) =>
        draft.With(form, address, c => CellDraft.OfDate(c.Column, date, c.Style with { NumberFormat = "yyyy-mm-dd" }));

    /// <summary>The formula stays; what Excel is said to have shown is another number, or a text.</summary>
    public static WorkbookDraft Showing(this WorkbookDraft draft, string form, string address, decimal shown) =>
        draft.With(form, address, c => CellDraft.OfFormula(c.Column, c.Formula!, c.Style, shown));

    /// <inheritdoc cref="Showing(WorkbookDraft, string, string, decimal)"/>
    public static WorkbookDraft Showing(this WorkbookDraft draft, string form, string address, string shown) =>
        draft.With(form, address, c => CellDraft.OfFormula(c.Column, c.Formula!, c.Style, shown));

    public static WorkbookDraft Cleared(this WorkbookDraft draft, string form, string address) =>
        draft.With(form, address, c => CellDraft.Blank(c.Column, c.Style));

    /// <summary>Rule, sheet and cell of each finding, without repetition.</summary>
    public static IEnumerable<string> Summary(IEnumerable<Finding> findings) =>
        findings.Select(f => $"{f.Rule} {f.Sheet} {f.Cell}".TrimEnd()).Distinct();
}
