using System.Security.Cryptography;
using System.Text;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Ledger;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Review;

namespace EndToEnd.Tests.Ledger;

/// <summary>Submissions, returns and receipts made up for tests.</summary>
internal static class Samples
{
    public const string Changsha = "430100";

    public static readonly DateTimeOffset Noon = new(2024, 3, 1, 12, 0, 0, TimeSpan.FromHours(8));

    /// <param name="year">Fiscal year.</param>
    /// <param name="content">What the file is; the same content has the same hash.</param>
    /// <param name="sequence">Store time of the upload.</param>
    /// <param name="unit">Unit code.</param>
    public static Submission Submission(int year, string content, long sequence, string unit = Changsha) => new(
        year, unit, Hash(content), sequence, $"{year}/{unit}/{content}.xlsx", $"0x{sequence:X}");

    public static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public static Return Return(Submission submission, int items = 120, params RegisterLine[] lines) => new(
        submission.Year,
        submission.Unit,
        [.. Enumerable.Range(0, items).Select(i => new ItemRow(
            $"S{1 + (i / 50):D2}", $"EI.ITEM.{items - i}", "S01收支表", 10 + i,
            new Dictionary<string, long> { ["PY"] = -i, ["B1"] = long.MaxValue - i, ["CUR"] = Convert.ToInt64(submission.Hash[..8], 16) },
            i % 3 == 0 ? new Dictionary<string, string> { ["CUR"] = $"１２,{i}\t\"<" } : new Dictionary<string, string>()))],
        lines.Length > 0 ? lines : [Line("S00", 3, ("NAME", "长沙市"), ("DATE", "2024-01-15")), Line("S08", 9, ("TEXT", "说明"), ("AMOUNT", "12.50"))]);

    public static RegisterLine Line(string form, int row, params (string Column, string Text)[] values) =>
        new(form, form + "表", row, values.ToDictionary(v => v.Column, v => v.Text), values.Where(v => v.Column == "AMOUNT").ToDictionary(v => v.Column, v => v.Text + "0"));

    public static Receipt Receipt(Submission submission, bool superseded = false, params Finding[] findings) => new(
        submission.Year, submission.Unit, "长沙市", submission.Hash, submission.Path, new(submission.Sequence, TimeSpan.Zero), "2023.1", superseded, findings);

    public static Finding Finding(Severity severity = Severity.Error) => new(
        "R-A-01", severity, "S01收支表", "H12", "EI.INC.PREM", "合计数不等于各项之和，请核对“本年决算数”。", new Dictionary<string, string> { ["差额"] = "0.01" });

    public static Snapshot Snapshot(int year, string id, params Return[] returns) =>
        new(year, id, "2023.1", [.. returns.Select(r => new SnapshotUnit(r.Unit, Hash(r.Unit), r.Unit + ".xlsx", r))], ["430200"]);

    /// <summary>The judgement of a sound return, or of one that is refused.</summary>
    public static MachineCheck Check(Submission submission, bool refused = false, params OpenQuestion[] questions) =>
        new(submission.Stamp, refused, 1, "张三", questions, Noon, Noon);

    public static async Task<Publication> PublishAsync(this ILedger ledger, Submission submission, int rowCount, CancellationToken ct) =>
        (await ledger.PublishAsync(submission, rowCount, Check(submission), Noon, ct)).Outcome;

    public static Task<Receipt> AnswerAsync(this ILedger ledger, Submission submission, Receipt receipt, CancellationToken ct) =>
        ledger.AnswerAsync(submission, receipt, null, ct);

    /// <summary>Stands for the workbook of a receipt.</summary>
    public static byte[] Workbook(Receipt receipt) => Encoding.UTF8.GetBytes($"{receipt.Submission} {receipt.UnitName}");

    /// <summary>What the ingestion stage does with a return that has errors.</summary>
    public static async Task RefuseAsync(this AzureLedger ledger, Submission submission)
    {
        await ledger.RefuseAsync(submission, Check(submission, refused: true), Noon, default);
        await ledger.AnswerAsync(submission, Receipt(submission, false, Finding()), Workbook, default);
    }

    /// <summary>What the ingestion stage does with a sound return.</summary>
    public static async Task<Publication> HandleAsync(this AzureLedger ledger, Submission submission, int items = 120)
    {
        var rows = await ledger.StoreAsync(submission, Return(submission, items), default);
        var publication = await ledger.PublishAsync(submission, rows, default);
        await ledger.AnswerAsync(submission, Receipt(submission, publication == Publication.Superseded), Workbook, default);
        return publication;
    }
}
