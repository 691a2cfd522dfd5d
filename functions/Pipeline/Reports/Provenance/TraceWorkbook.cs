using System.Globalization;
using System.IO.Compression;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Workbooks;

namespace Pipeline.Reports.Provenance;

/// <summary>溯源 as a workbook for auditors: every figure, every cell behind it, every 尾差, what was taken out, and the files.</summary>
public sealed class TraceWorkbook
{
    /// <summary>The sheet of figures, one a row from <see cref="TraceTable.FirstRow"/> on.</summary>
    internal const string Figures = "图号";

    private readonly YearCatalogue catalogue;
    private readonly ReportSubject subject;
    private readonly ReportProvenance report;

    private TraceWorkbook(ReportSubject subject) => (this.subject, catalogue, report) = (subject, subject.Catalogue, ReportProvenance.Of(subject));

    /// <summary>An .xlsx with the sheets 图号, 来源 (and 来源2, 来源3 where it is longer than a sheet), 尾差清单, 差额 and 文件; the same subject gives the same bytes.</summary>
    public static byte[] Write(ReportSubject subject) => Write(subject, CellAddress.LastRow);

    /// <param name="subject">The report.</param>
    /// <param name="lastRow">The last row a sheet has.</param>
    internal static byte[] Write(ReportSubject subject, int lastRow)
    {
        var trace = new TraceWorkbook(subject);
        var sources = new SourceTables(trace.catalogue, trace.report, lastRow);
        using var output = new MemoryStream();
        XlsxWriter.Write(new WorkbookDraft([trace.Index(sources), .. sources.Drafts(), trace.Tails(), trace.Eliminations(), trace.Files()]), output, CompressionLevel.Fastest);
        return output.ToArray();
    }

    private SheetDraft Index(SourceTables sources)
    {
        var table = new TraceTable(Figures, "报告中的每个数，按出现顺序；点图号可跳到它的来源。", [
            ("图号", 24), ("名称", 34), ("章节", 10), ("打印", 14), ("单位", 8), ("原值（元、人）", 24), ("公式", 40), ("节点", 10), ("四舍五入", 14), ("尾差", 12), ("定值", 6), ("单元格数", 10),
        ]);
        foreach (var (number, figure) in report.Figures.Index())
        {
            table.Add(
                TraceCell.Of(figure.Id, sources.LinkTo(number)), TraceCell.Of(figure.Name), TraceCell.Of(figure.Section),
                TraceCell.Of(figure.Number), TraceCell.Of(figure.Unit), TraceCell.Of(figure.Raw, CellNames.MeasureOf(figure)), TraceCell.Of(figure.Expression), TraceCell.Of(figure.Node),
                TraceCell.Of(figure.Tail?.Rounded ?? figure.Number), TraceCell.Of(figure.Tail is null ? "" : "见尾差清单"),
                TraceCell.Of(figure.Pinned ? "是" : ""), TraceCell.Of(figure.Cells.Count));
        }

        return table.Draft();
    }

    private SheetDraft Tails()
    {
        var moved = report.Figures.Where(f => f.Tail is not null).ToList();
        var table = new TraceTable(
            "尾差清单", moved.Count + subject.Figures.Unmet.Count == 0 ? "各数均按四舍五入印出，没有尾差调整。" : "为使纸面上的恒等式成立而调整末位的数；精确值未变，每处不超过末位一个单位。",
            [("图号", 24), ("名称", 34), ("精确值", 26), ("单位", 8), ("四舍五入", 14), ("打印", 14), ("调整", 10), ("恒等式", 70), ("结论", 30)]);
        foreach (var figure in moved)
        {
            var tail = figure.Tail!;
            table.Add(
                TraceCell.Of(figure.Id), TraceCell.Of(figure.Name), TraceCell.Of(Exact(figure)), TraceCell.Of(figure.Unit), TraceCell.Of(tail.Rounded), TraceCell.Of(tail.Printed),
                TraceCell.Of(Moved(tail)), TraceCell.Of(tail.Identity), TraceCell.Of("末位调整一个单位，恒等式成立"));
        }

        foreach (var sum in subject.Figures.Unmet)
            table.Add(TraceCell.Of(""), TraceCell.Of(""), TraceCell.Of(""), TraceCell.Of(""), TraceCell.Of(""), TraceCell.Of(""), TraceCell.Of(""), TraceCell.Of(sum), TraceCell.Of("打印数不平，无法以尾差调平"));
        return table.Draft();
    }

    private SheetDraft Eliminations()
    {
        var table = new TraceTable(
            "差额", "合并时抵销的上下级往来：双方入账数中较小者，双方各减一次。封账后登记的差额调整不改变本报告的数，在下年期初衔接时计入。",
            [("省本级项目", 34), ("市州项目", 34), ("栏目", 16), ("省本级入账（元）", 24), ("市州入账（元）", 24), ("双方各抵销（元）", 24), ("未对上（元）", 22)]);
        foreach (var mirror in Mirror.All(catalogue, subject.Year.Snapshot))
        {
            table.Add(
                TraceCell.Of(Label(mirror.Elimination.Provincial)), TraceCell.Of(Label(mirror.Elimination.Prefecture)), TraceCell.Of(mirror.Column.Caption),
                TraceCell.Of(mirror.Provincial, Measure.Money), TraceCell.Of(mirror.Prefectures, Measure.Money), TraceCell.Of(-mirror.Common, Measure.Money),
                TraceCell.Of(mirror.Provincial - mirror.Prefectures, Measure.Money));
        }

        return table.Draft();
    }

    private SheetDraft Files()
    {
        var table = new TraceTable(
            "文件", $"本报告由下列已生效的报表生成；快照 {report.Snapshot}，制度版本 {report.Catalogue}。", [("单位代码", 12), ("单位", 26), ("文件", 50), ("SHA-256", 70)]);
        foreach (var file in report.Sources)
            table.Add(TraceCell.Of(file.Unit), TraceCell.Of(catalogue.FindUnit(file.Unit)?.Name ?? ""), TraceCell.Of(file.File), TraceCell.Of(file.Submission));
        foreach (var unit in subject.Year.Snapshot.Missing)
            table.Add(TraceCell.Of(unit), TraceCell.Of(catalogue.FindUnit(unit)?.Name ?? ""), TraceCell.Of("（缺报）"), TraceCell.Of(""));
        return table.Draft();
    }

    private string Label(string item) => $"{item}　{catalogue.Item(item).Label.Trim('　')}";

    private static string Exact(FigureProvenance figure) =>
        (figure.Raw!.Value / (decimal)(DisplayScale.Find(figure.Unit)?.RawPerUnit ?? 1)).ToString("0.############", CultureInfo.InvariantCulture);

    private static decimal Moved(TailMove tail) => decimal.Parse(tail.Printed, CultureInfo.InvariantCulture) - decimal.Parse(tail.Rounded, CultureInfo.InvariantCulture);
}
