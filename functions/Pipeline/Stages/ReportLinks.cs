using Pipeline.Ledger;

namespace Pipeline.Stages;

/// <summary>Where a report can be had, or why not.</summary>
/// <param name="Link">Short-lived and read-only; null when there is none.</param>
/// <param name="Reason">Chinese; null when there is a link.</param>
public sealed record ReportLink(Uri? Link, string? Reason);

/// <summary>Mints links to the files of a year's report, on demand.</summary>
public sealed class ReportLinks(ILedger ledger, Catalogues catalogues)
{
    /// <summary>Links to a file of the published report.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <param name="file">One of <see cref="ReportFiles"/>; null means the document.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ReportLink> FindAsync(int year, string? file, CancellationToken ct)
    {
        if (catalogues.Find(year) is null) return new ReportLink(null, $"没有{year}年度的报表制度。");
        var name = file ?? ReportFiles.Document;
        if (!ReportFiles.All.Contains(name)) return new ReportLink(null, $"报告没有文件“{name}”，可取：{string.Join("、", ReportFiles.All)}。");

        var state = (await ledger.ReadYearAsync(year, ct)).State;
        if (state.Report is not { } snapshot)
            return new ReportLink(null, state.Note ?? (state.Closed is null ? $"{year}年度尚未截止，报告在截止后生成。" : $"{year}年度报告正在生成，请稍后再试。"));
        var download = name == ReportFiles.Document ? $"{year}年度整体支出绩效自评报告{(state.Draft ? "（草稿）" : "")}{(snapshot == state.Review.InvalidReport ? "（已失效）" : "")}.docx" : $"{year}-{name}";
        return await ledger.MintLinkAsync(year, snapshot, name, download, ct) is { } link
            ? new ReportLink(link, null)
            : new ReportLink(null, $"{year}年度报告的文件“{name}”不存在。");
    }
}
