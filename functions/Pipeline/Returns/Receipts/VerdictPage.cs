using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>结论: the verdict first, then what to do, who, when and what.</summary>
internal static class VerdictPage
{
    public const string Name = "结论";

    private const int HighestRow = 409;

    private static readonly TimeSpan BeijingTime = TimeSpan.FromHours(8);

    public static SheetDraft Make(Receipt receipt)
    {
        var page = new PageDraft(Name);
        page.Text(1, 1, $"{receipt.Year}年度社会保险基金报表审核回执", TemplateStyles.Title);
        page.Merged.Add(CellRange.Of(1, 1, 1, 2));
        page.Height(1, 34);
        page.Text(2, 1, Word(receipt.Verdict), ReceiptStyles.Verdict(receipt.Verdict));
        page.Merged.Add(CellRange.Of(2, 1, 2, 2));
        page.Height(2, 64);
        page.Text(3, 1, Next(receipt), ReceiptStyles.Next);
        page.Merged.Add(CellRange.Of(3, 1, 3, 2));
        page.Height(3, 48);
        var row = 5;
        foreach (var (label, text, fill) in Facts(receipt))
        {
            page.Text(row, 1, label, ReceiptStyles.Label);
            page.Text(row, 2, text, ReceiptStyles.Text with { Fill = fill, Bold = fill is not null });
            page.Height(row++, Math.Clamp(17 * text.Split('\n').Sum(line => 1 + (line.Sum(c => char.IsAscii(c) ? 1 : 2) / 92)), 20, HighestRow));
        }

        return page.Draft([new ColumnDraft(1, 1, 22), new ColumnDraft(2, 2, 96)], null, new PrintSetup { Landscape = true, FitToWidth = true }) with
        {
            TabColor = ReceiptStyles.Verdict(receipt.Verdict).Fill,
        };
    }

    /// <summary>The verdict in the clerk's words.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "已接收",
        Verdict.Pending => "待说明",
        Verdict.Refused => "退回",
        _ => "已被更新的报表取代",
    };

    private static string Next(Receipt receipt) => receipt.Verdict switch
    {
        Verdict.Accepted => "报表已入台账，等待省级复核。",
        Verdict.Pending => "报表已入台账，但有核实性问题未说明，不能审核通过：请更正有关数据，或在“编报说明”表中逐项说明，然后重新上传。",
        Verdict.Refused => "报表未入台账，原有报表（如有）继续有效：请按“审核结果”表逐项更正标为“错误”的单元格，然后重新上传。",
        _ => "本单位已有更新的报表，本次上传不再生效，不需处理。",
    };

    private static IEnumerable<(string Label, string Text, string? Fill)> Facts(Receipt receipt)
    {
        (string Text, string? Fill) Count(Severity severity, string whatToDo)
        {
            var found = receipt.Findings.Where(f => f.Severity == severity).ToList();
            var gravest = found.Find(f => f.IsUnexplained) ?? found.FirstOrDefault();
            return ($"{found.Sum(f => f.Count)} 条{(gravest is null ? "" : whatToDo)}", gravest is null ? null : ReceiptStyles.Fill(gravest));
        }

        var (errors, questions, notes) = (
            Count(Severity.Error, "，须更正"), Count(Severity.Warning, $"，其中 {receipt.Findings.Count(f => f.IsUnexplained)} 项未说明"), Count(Severity.Information, ""));
        yield return ("填报单位", $"{receipt.UnitName}（{receipt.Unit}）", null);
        yield return ("年度", receipt.Year.ToString(CultureInfo.InvariantCulture), null);
        yield return ("文件", receipt.File, null);
        yield return ("版本号", receipt.Version.Length > 0 ? receipt.Version : "（未填）", null);
        yield return ("填报人", receipt.Preparer.Length > 0 ? receipt.Preparer : "（未填）", null);
        yield return ("收到时间", receipt.ReceivedAt.ToOffset(BeijingTime).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + "（北京时间）" + (receipt.Late ? "，迟报" : ""), receipt.Late ? ReceiptStyles.Orange : null);
        yield return ("错误", errors.Text, errors.Fill);
        yield return ("核实", questions.Text, questions.Fill);
        yield return ("提示", notes.Text, notes.Fill);
        yield return ("变动", receipt.Compared ? $"与上一有效版本相比 {receipt.Changes.Count} 处" : "没有可比较的上一版本", null);
        foreach (var suspension in receipt.Suspensions)
        {
            var until = suspension.To is { } to ? to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "另行通知";
            yield return ("停用的审核公式", string.Create(CultureInfo.InvariantCulture, $"{suspension.Rule}，{suspension.From:yyyy-MM-dd} 至 {until}，{suspension.By}：{suspension.Reason}"), null);
        }

        foreach (var offer in receipt.Offered) yield return ("上年说明供参考", $"{offer.Rule}（{offer.Subject}）：{offer.Text}", null);
        yield return ("文件 SHA-256", receipt.Submission, null);
        yield return ("审核公式版本", receipt.CatalogueVersion, null);
    }
}
