using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Review;
using Pipeline.Rules;
using Pipeline.Workbooks;

namespace Pipeline.Stages;

/// <summary>Upload → receipt. Every upload is answered, good or bad; repeating an ingestion changes nothing.</summary>
public sealed class Ingestion(ILedger ledger, Catalogues catalogues)
{
    /// <summary>Ingests one upload.</summary>
    /// <param name="blobName">Its name in the container of uploads.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The receipt that stands; null when the upload is gone.</returns>
    public async Task<Receipt?> IngestAsync(string blobName, CancellationToken ct)
    {
        if (await ledger.ReadUploadAsync(blobName, ct) is not { } content) return null;
        var path = UploadPath.Parse(blobName);
        var submission = new Submission(
            path.Year, path.Unit, content.Hash, content.Upload.ModifiedAt.UtcTicks, blobName, content.Upload.ETag);

        var catalogue = catalogues.Find(path.Year);
        var reading = catalogue is null
            ? UnknownYear(path)
            : Check(content, catalogue, path);
        var check = new MachineCheck(
            submission.Stamp, !reading.IsSound, 0, "", [.. reading.Findings.Where(f => f.IsUnexplained).Select(f => new OpenQuestion(f.Rule, f.Item)).Distinct()],
            content.Upload.ModifiedAt, catalogue?.Deadline ?? DateTimeOffset.MaxValue);
        var superseded = reading.IsSound && !await PublishAsync(submission, reading.Return!, check, ct);
        var receipt = new Receipt(
            path.Year, path.Unit, catalogue?.FindUnit(path.Unit)?.Name ?? "", submission.Hash, blobName, content.Upload.ModifiedAt,
            catalogue?.Version ?? "", superseded, reading.Findings);
        return await ledger.AnswerAsync(submission, receipt, null, ct);
    }

    private static ReturnReading Check(UploadContent content, YearCatalogue catalogue, UploadPath path)
    {
        // A file too large to be held is refused as the reader refuses any file that is too large.
        using var bytes = content.Bytes is { } held ? new MemoryStream(held, writable: false) : null;
        return bytes is null ? ReturnReader.Refuse(catalogue, path.Unit, WorkbookRefusal.TooLarge) : ReturnCheck.Check(bytes, catalogue, path.Unit, path.File, Circumstances.None);
    }

    /// <returns>False when a newer submission is in force.</returns>
    private async Task<bool> PublishAsync(Submission submission, Return accepted, MachineCheck check, CancellationToken ct)
    {
        var rows = await ledger.StoreAsync(submission, accepted, ct);
        if ((await ledger.PublishAsync(submission, rows, check, check.ReceivedAt, ct)).Outcome != Publication.InForce) return false;
        // Before the answer: a crash in between repeats the request, while the other order could lose it.
        await ledger.RequestConsolidationAsync(submission.Year, ct);
        return true;
    }

    /// <summary>There is no catalogue to judge by, so the newest one lends its words.</summary>
    private ReturnReading UnknownYear(UploadPath path)
    {
        var findings = new FindingList(catalogues[catalogues.Years[^1]], path.Unit);
        var years = string.Join("、", catalogues.Years.Select(y => y.ToString(CultureInfo.InvariantCulture)));
        findings.Add("R-C-03", Place.File, ("值", path.Year == 0 ? "（上传路径未写年度）" : path.Year.ToString(CultureInfo.InvariantCulture)), ("应为", years));
        return new ReturnReading(null, findings.All);
    }
}
