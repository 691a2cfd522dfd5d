using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>封面 as a sheet: who reports what, and how the workbook is to be filled.</summary>
internal static class CoverPage
{
    private const string Required = "必填。";

    private static readonly int[] Widths = [16, 44, 64];

    private static readonly HashSet<string> Signatures = ["PREPARER", "REVIEWER", "FINANCE", "HEAD"];

    public static (SheetDraft Sheet, IReadOnlyList<DefinedName> Names) Make(YearCatalogue catalogue, Form form, ReturnContents contents)
    {
        var page = new PageDraft(form.Sheet);
        page.Text(1, 1, $"{catalogue.Year}年度{form.Title}", TemplateStyles.Title);
        page.Merged.Add(CellRange.Of(1, 1, 1, Widths.Length));
        page.Height(1, 36);
        page.Text(2, 1, $"表号：{form.Number}", TemplateStyles.Line);

        var written = contents.Lines(form).FirstOrDefault();
        foreach (var field in form.Fields)
        {
            var at = CellAddress.Parse(field.Cell);
            page.Text(at.Row, at.Column - 1, field.Label, TemplateStyles.Total);
            var text = field.Given ? Given(field, catalogue, contents.Unit) : written?.Values.GetValueOrDefault(field.Code);
            page.Put(at.Row, Cell(field, at, text));
            page.Text(at.Row, at.Column + 1, Hint(field, catalogue), TemplateStyles.Note);
            page.Height(at.Row, 20);
            Guard(page, field, at, catalogue);
        }

        PutInstructions(page, form.Fields.Max(f => CellAddress.Parse(f.Cell).Row) + 2, catalogue, contents.Unit);
        var columns = Widths.Select((width, i) => new ColumnDraft(i + 1, i + 1, width));
        return (page.Draft([.. columns], null, new PrintSetup { FitToWidth = true }), page.Names);
    }

    private static CellDraft Cell(CoverField field, CellAddress at, string? text)
    {
        var style = field switch
        {
            { Given: true } => TemplateStyles.GivenText,
            { Kind: RegisterKind.Date } => TemplateStyles.Date with { HorizontalAlignment = CellAlignment.Left },
            { Kind: RegisterKind.Number } => TemplateStyles.Typed("0") with { HorizontalAlignment = CellAlignment.Left },
            _ => TemplateStyles.FreeText,
        };
        return string.IsNullOrEmpty(text) ? CellDraft.Blank(at.Column, style) : RegisterBlock.Value(at.Column, field.Kind, text, style);
    }

    private static string Given(CoverField field, YearCatalogue catalogue, Unit unit) => field.Code switch
    {
        "UNIT" => unit.Code,
        "NAME" => unit.Name,
        "YEAR" => catalogue.Year.ToString(CultureInfo.InvariantCulture),
        "CURRENCY" => "元",
        "TEMPLATE" => catalogue.TemplateVersion,
        "CHECK" => catalogue.CheckCode(unit.Kind),
        _ => throw new NotSupportedException($"Nothing is known of what the cover gives as {field.Code}."),
    };

    private static string Hint(CoverField field, YearCatalogue catalogue) => field switch
    {
        { Given: true } => "系统给出，不能修改。",
        { Choices.Count: > 0 } => Required + "从下拉列表中选择。",
        { Code: "VERSION" } => Required + "第一次报送填 1，以后为上次被接收的版本号加 1。",
        { Code: "REVIEWER" } => Required + "不得与填报人为同一人。",
        { Code: "DATE" } => string.Create(CultureInfo.InvariantCulture, $"{Required}格式如 {catalogue.FillFrom:yyyy-MM-dd}，应在填报期间内。"),
        { Code: "STATEMENT" } => "可填写“所报数据真实、准确、完整”等声明。",
        { Code: "TICKET" } => "报送类型为“退回重报”时填写。",
        _ when Signatures.Contains(field.Code) => Required + "填写姓名。",
        _ => "",
    };

    private static void Guard(PageDraft page, CoverField field, CellAddress at, YearCatalogue catalogue)
    {
        if (field.Given) return;
        IReadOnlyList<CellRange> cell = [new CellRange(at, at)];
        if (field.Choices.Count > 0) page.Validations.Add(TypedCells.Choice(cell, field.Choices, field.Label));
        if (field.Kind == RegisterKind.Number) page.Validations.Add(TypedCells.Count(cell, "次", required: true));
        if (field.Kind == RegisterKind.Date)
            page.Validations.Add(TypedCells.Date(cell, field.Label, catalogue.FillFrom, new DateOnly(catalogue.Year + 1, 12, 31)));
        if (Hint(field, catalogue).StartsWith(Required, StringComparison.Ordinal)) page.Fills.Add(TypedCells.Missing(cell));
    }

    private static void PutInstructions(PageDraft page, int row, YearCatalogue catalogue, Unit unit)
    {
        page.Text(row, 1, "填报说明", TemplateStyles.Title with { FontSize = 12, HorizontalAlignment = CellAlignment.Left });
        foreach (var (index, text) in Instructions(catalogue, unit).Index())
        {
            var at = row + 1 + index;
            page.Text(at, 1, $"{index + 1}. {text}", TemplateStyles.Note);
            page.Merged.Add(CellRange.Of(at, 1, at, Widths.Length));
            // A Chinese character takes two of the width; Excel does not fit the height of merged cells by itself.
            page.Height(at, 18 * ((text.Length + 3) * 2 / Widths.Sum() + 1));
        }
    }

    private static IEnumerable<string> Instructions(YearCatalogue catalogue, Unit unit) =>
    [
        "只填写白色单元格。灰色单元格由系统给出或自动计算，不能修改；黄色表示必填而尚未填写，填好后颜色自动消失。",
        "金额一律以元为单位，最多保留两位小数，不要以万元、亿元填报；人数、户数填整数。没有发生额的项目填 0，不要留空；“其中”各行没有发生额可以不填。",
        "上年决算数、上年结余如已由系统按上年报表填好，请核对；有疑问请先与上级联系，不要自行改动。",
        "不要增删或移动表内的行列，不要改动工作表名、表头和项目编码。明细表行数不够时，可撤销工作表保护（没有密码），在最后一行之上插入行。",
        "与上年相比变动较大的项目，请在“变动原因说明”或“编报说明”表中写明原因。",
        string.Create(CultureInfo.InvariantCulture,
            $"填完后保存为 .xlsx 文件，文件名如 HNSB_{catalogue.Year}_{unit.Code}_v1.xlsx（v 后为版本号），在 {catalogue.Deadline:yyyy-MM-dd HH:mm} 前上传。"),
    ];
}
