using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Workbooks;

namespace Pipeline.Reports.Sheets;

/// <summary>精确值: the unrounded amounts that ratios are computed from, each on a row of its own, and the formulas over them.</summary>
internal sealed class ExactAmounts(ReportSubject subject)
{
    public const string SheetName = "精确值";

    private const int FirstRow = 4;
    private const int ValueColumn = 6;

    private static readonly string[] Captions = ["数据来源", "项目编码", "栏", "项目", "单位", "精确值"];

    // Excel keeps no more.
    private const int MostDigits = 15;

    private readonly Dictionary<string, Source> sources = [];
    private readonly Dictionary<(string Node, Reference Amount), int> rowOf = [];
    private readonly List<RowDraft> rows = [];

    /// <summary>The ratio in hundredths of one, as printed; null when an amount it needs is missing or it is none that can be written.</summary>
    public string? Ratio(FigureDefinition figure)
    {
        if (figure.Base is null || Formula(figure.Value, figure.Node) is not { } value || Formula(figure.Base, figure.Node) is not { } against) return null;
        var part = figure.Kind == FigureKind.Growth ? $"({value}-{against})" : value;
        var whole = figure.Kind == FigureKind.Growth ? $"ABS({against})" : against;
        return $"IF({against}=0,IF({value}=0,\"0\",\"{Rounding.NoBase}\"),ROUND({part}*100/{whole},2))";
    }

    public SheetDraft Draft() => new(SheetName,
    [
        new RowDraft(1, [CellDraft.OfText(1, "精确值（未取整）", SheetLook.Title)]) { Height = 30 },
        new RowDraft(2, [CellDraft.OfText(1, "各附件中的比率按本表的精确数计算，不按打印数计算；各附件中的合计按打印数相加。", SheetLook.Text)]),
        new RowDraft(FirstRow - 1, [.. Captions.Select((caption, i) => CellDraft.OfText(i + 1, caption, SheetLook.Caption))]),
        .. rows,
    ])
    {
        Columns = [new(1, 1, 16), new(2, 2, 26), new(3, 3, 8), new(4, 4, 40), new(5, 5, 8), new(ValueColumn, ValueColumn, 24)],
        MergedRanges = [CellRange.Of(1, 1, 1, ValueColumn), CellRange.Of(2, 1, 2, ValueColumn)],
        FreezePane = new CellAddress(FirstRow, 1),
        Print = new PrintSetup { FitToWidth = true, RepeatRows = (FirstRow - 1, FirstRow - 1) },
    };

    private string? Formula(Expression expression, string node) => expression switch
    {
        Number n => n.ToString(),
        Reference r => Address(r, node),
        Negation n when Formula(n.Operand, node) is { } operand => $"(-{operand})",
        Binary { Operator: Operator.Add or Operator.Subtract or Operator.Multiply or Operator.Divide } b
            when Formula(b.Left, node) is { } left && Formula(b.Right, node) is { } right => $"({left}{b.Operator.Sign()}{right})",
        _ => null,
    };

    private string? Address(Reference amount, string node)
    {
        if (!rowOf.TryGetValue((node, amount), out var row))
        {
            if (!sources.TryGetValue(node, out var source)) sources[node] = source = new Source(subject.Catalogue, subject.Year, node);
            if (source.Number(amount) is not { } value) return null;
            row = FirstRow + rows.Count;
            rowOf[(node, amount)] = row;
            var (form, item) = subject.Catalogue.FindItem(amount.Code)!.Value;
            var column = form.Columns.FirstOrDefault(c => c.Code == amount.Column)?.Caption ?? "";
            rows.Add(new RowDraft(row,
            [
                CellDraft.OfText(1, NameOf(node), SheetLook.Cell), CellDraft.OfText(2, amount.Code, SheetLook.Cell),
                CellDraft.OfText(3, amount.Column ?? "", SheetLook.Cell), CellDraft.OfText(4, $"{item.Label.Trim('　')}·{column}", SheetLook.Cell),
                CellDraft.OfText(5, item.UnitText, SheetLook.Cell),
                CellDraft.OfNumber(ValueColumn, Fit(value), SheetLook.Cell with { NumberFormat = item.Measure == Measure.Money ? "#,##0.00" : "#,##0" }),
            ]));
        }

        return string.Create(CultureInfo.InvariantCulture, $"'{SheetName}'!$F${row}");
    }

    private string NameOf(string node) => node switch
    {
        Node.Sum => "全省汇总",
        Node.Consolidated => "全省合并",
        _ => subject.Catalogue.FindUnit(node)?.Name ?? node,
    };

    private static decimal Fit(decimal value)
    {
        for (var decimals = 10; decimals >= 0; decimals--)
        {
            var rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;
            if (rounded.ToString(CultureInfo.InvariantCulture).Count(char.IsAsciiDigit) <= MostDigits) return rounded;
        }

        return decimal.Round(value);
    }
}
