using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Comparison;

/// <summary>Every unit's indicators and how far they are from the median.</summary>
internal static class UnitTable
{
    // Widths in half characters: 106.28% beside -12.34＊, 12345.67 beside -12345.67＊.
    private const int NameWidth = 20;
    private static readonly (int Value, int Deviation) Ratio = (14, 14), Amount = (16, 19);

    /// <param name="appendix">What is compared.</param>
    /// <param name="subject">The report.</param>
    /// <param name="units">The units that have reported.</param>
    public static IEnumerable<Block> Blocks(ComparisonAppendix appendix, ReportSubject subject, IReadOnlyList<Unit> units)
    {
        yield return new Paragraph(TextRole.AnnexSubtitle, appendix.UnitsTitle);
        yield return new Table(
            [new TableColumn(NameWidth, CellPosition.Left), .. appendix.Indicators.SelectMany(Columns)], [.. Header(appendix)],
            [.. units.Select(unit => Row(appendix, subject, unit)), Median(appendix, subject)], TextRole.AnnexText);
        var times = appendix.Times.ToString("0.##", CultureInfo.InvariantCulture);
        yield return new Paragraph(
            TextRole.AnnexFoot, $"注：执行率按收支小计计算，不含上下级往来；偏差为本单位与已报市州中位数之差，比率的偏差单位为个百分点；中位数一行的偏差为绝对偏差中位数，＊表示偏差超过它的{times}倍。{ComparisonSections.Missing(subject)}");
    }

    private static IEnumerable<TableColumn> Columns(ComparedIndicator indicator)
    {
        var (value, deviation) = indicator.Kind == FigureKind.Amount ? Amount : Ratio;
        return [new TableColumn(value, CellPosition.Right), new TableColumn(deviation, CellPosition.Right)];
    }

    private static IEnumerable<TableRow> Header(ComparisonAppendix appendix)
    {
        yield return new TableRow([TableCell.Of("单位"), .. appendix.Indicators.SelectMany(i => new[] { TableCell.Of(i.Caption), new TableCell([], CellJoin.Left) })]);
        yield return new TableRow([new TableCell([], CellJoin.Above), .. appendix.Indicators.SelectMany(_ => new[] { TableCell.Of("数值"), TableCell.Of("偏差") })]);
    }

    private static TableRow Row(ComparisonAppendix appendix, ReportSubject subject, Unit unit) => new(
        [TableCell.Of(unit.Name), .. appendix.Indicators.SelectMany(indicator => new[]
        {
            new TableCell([Number(subject, indicator.Figure(unit.Code))]),
            new TableCell([Number(subject, indicator.Deviation(unit.Code))]),
        })]);

    private static TableRow Median(ComparisonAppendix appendix, ReportSubject subject) => new(
        [TableCell.Of("市州中位数"), .. appendix.Indicators.SelectMany(i => new[] { new TableCell([Number(subject, i.Median)]), new TableCell([Number(subject, i.Spread)]) })]);

    private static Piece Number(ReportSubject subject, string figure) => new(subject.Figures.Figures[figure].Text, figure, Part: FigurePart.Number);
}
