using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>One form as a sheet: head, fixed rows, free lines.</summary>
internal static class FormPage
{
    public static (SheetDraft Sheet, IReadOnlyList<DefinedName> Names) Make(YearCatalogue catalogue, Form form, ReturnContents contents)
    {
        var page = new PageDraft(form.Sheet);
        var widths = Widths(form);
        PutHead(page, catalogue, form, contents.Unit, widths.Keys.Max());
        if (form.Items.Count > 0) new ItemBlock(catalogue, form, contents, page).Put();
        if (form.Register is { } register) new RegisterBlock(catalogue, form, register, contents, page).Put();

        var captionRows = form.Items.Count > 0 ? Form.CaptionRow + 1 : Form.CaptionRow;
        var label = form.Columns.FirstOrDefault(c => c.Kind == ColumnKind.Label);
        var freeze = new CellAddress(captionRows + 1, label is null ? 1 : FormSheet.ColumnNumber(label.Letter) + 1);
        var print = new PrintSetup
        {
            Landscape = true, FitToWidth = true, RepeatRows = (Form.CaptionRow, captionRows), Footer = $"{form.Number}　第 &P 页，共 &N 页",
        };
        return (page.Draft([.. widths.Select(w => new ColumnDraft(w.Key, w.Key, w.Value))], freeze, print), page.Names);
    }

    private static void PutHead(PageDraft page, YearCatalogue catalogue, Form form, Unit unit, int last)
    {
        page.Text(1, 1, form.Title, TemplateStyles.Title);
        page.Merged.Add(CellRange.Of(1, 1, 1, last));
        page.Height(1, 30);
        page.Text(2, 1, $"表号：{form.Number}", TemplateStyles.Line);
        if (MeasureText(form) is { } measure) page.Text(2, last, measure, TemplateStyles.LineRight);
        page.Text(3, 1, $"编制单位：{unit.Name}（{unit.Code}）", TemplateStyles.Line);
        page.Text(3, last, $"{catalogue.Year}年度", TemplateStyles.LineRight);
        page.Height(Form.CaptionRow, 30);
    }

    private static string? MeasureText(Form form)
    {
        if (form.Columns.Any(c => c.Kind == ColumnKind.Measure)) return "计量单位：见各行";
        var hasMoney = form.Items.Count > 0 || (form.Register?.Columns.Any(c => c.Kind == RegisterKind.Money) ?? false);
        return hasMoney ? $"金额单位：{form.Measure}" : null;
    }

    private static SortedDictionary<int, int> Widths(Form form)
    {
        var all = form.Columns.Select(c => (c.Letter, c.Width)).Concat(form.Register?.Columns.Select(c => (c.Letter, c.Width)) ?? []);
        return new(all.GroupBy(c => FormSheet.ColumnNumber(c.Letter)).ToDictionary(g => g.Key, g => g.Max(c => c.Width)));
    }
}
