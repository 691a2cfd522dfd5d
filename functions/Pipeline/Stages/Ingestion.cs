using System.Diagnostics;
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
public sealed class Ingestion(ILedger ledger, UploadIntake intake, Catalogues catalogues, Telemetry telemetry)
{
    // What a return is refused for only because of the one before it: that one may still be on its way.
    private static readonly string[] OrderRules = ["R-C-06", "R-C-07", "R-D-03", "R-D-06"];

    // Each failed attempt is another upload, or a reviewer, that came between.
    private const int Attempts = 10;

    private readonly CircumstanceReader circumstances = new(ledger, catalogues);

    /// <summary>Ingests one upload.</summary>
    /// <param name="blobName">Its name in the container of uploads.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The receipt that stands; null when the upload is gone, or waits for its scan.</returns>
    public Task<Receipt?> IngestAsync(string blobName, CancellationToken ct)
    {
        var path = UploadPath.Parse(blobName);
        return telemetry.RunAsync(new("ingest", path.Year, path.Unit), span => IngestAsync(blobName, path, span, ct));
    }

    private async Task<Receipt?> IngestAsync(string blobName, UploadPath path, Activity? span, CancellationToken ct)
    {
        if (await intake.ReadAsync(blobName, ct) is not { } content) return null;
        span?.SetTag("submission", content.Hash);
        var submission = new Submission(
            path.Year, path.Unit, content.Hash, content.Upload.ModifiedAt.UtcTicks, blobName, content.Upload.ETag);
        // Events come twice. What was refused stays refused, though it might be taken by now: its sender was told to mend it.
        if (await ledger.FindReceiptAsync(submission, ct) is { } answered) return answered;
        if (catalogues.Find(path.Year) is not { } catalogue)
            return await AnswerAsync(submission, content, null, new Judged(UnknownYear(path), Circumstances.None), ct);
        // Nothing is kept of a unit there is not.
        if (catalogue.FindUnit(path.Unit) is not { Reports: true })
            return await AnswerAsync(submission, content, catalogue, new Judged(await CheckAsync(content, catalogue, path, Circumstances.None), Circumstances.None), ct);

        if (await JudgeAsync(submission, content, catalogue, path, ct) is not { } judged) return null;
        return await AnswerAsync(submission, content, catalogue, judged, ct);
    }

    /// <summary>Judges an upload and puts it in force, or writes down that it was refused. Null when that hangs on an earlier upload that still waits for its scan.</summary>
    private async Task<Judged?> JudgeAsync(Submission submission, UploadContent content, YearCatalogue catalogue, UploadPath path, CancellationToken ct)
    {
        var hasLookedBack = false;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var (known, revision) = await circumstances.ReadAsync(submission, content.Upload.ModifiedAt, ct);
            var judged = new Judged(await CheckAsync(content, catalogue, path, known), known);
            var check = new MachineCheck(
                submission.Stamp, !judged.Reading.IsSound, judged.Version, judged.Cover("PREPARER"),
                [.. judged.Reading.Findings.Where(f => f.IsUnexplained).Select(f => new OpenQuestion(f.Rule, f.Item)).Distinct()],
                content.Upload.ModifiedAt, catalogue.Deadline) { Beside = revision };
            if (check.IsRefused)
            {
                if (!hasLookedBack && judged.Reading.Findings.Any(f => f.Severity == Severity.Error && OrderRules.Contains(f.Rule)))
                {
                    hasLookedBack = true;
                    var (found, waits) = await IngestEarlierAsync(submission, ct);
                    if (waits) return null;
                    if (found) continue;
                }

                if ((await ledger.RefuseAsync(submission, check, content.Upload.ModifiedAt, ct)).Outcome != Publication.Held) return judged;
                continue;
            }

            var rows = await telemetry.RunAsync(StageRun.Of("store", submission), _ => ledger.StoreAsync(submission, judged.Reading.Return!, ct));
            switch ((await ledger.PublishAsync(submission, rows, check, content.Upload.ModifiedAt, ct)).Outcome)
            {
                case Publication.Superseded:
                    return judged with { Superseded = true };
                case Publication.InForce:
                    // Before the answer: a crash in between repeats the request, while the other order could lose it.
                    await ledger.RequestConsolidationAsync(submission.Year, ct);
                    return judged;
            }

            // A review began in between, or another upload was taken: it is judged again, knowing that.
        }

        throw new RaceLostException($"The head of {submission.Unit}");
    }

    /// <summary>Ingests what the unit uploaded before this and nobody has answered yet: events arrive in any order.</summary>
    /// <returns>Whether there was anything, and whether any of it must wait.</returns>
    private async Task<(bool Found, bool Waits)> IngestEarlierAsync(Submission submission, CancellationToken ct)
    {
        var answered = await ledger.ListAnsweredAsync(ct).ToHashSetAsync(cancellationToken: ct);
        var waiting = await ledger.ListUploadsAsync(ct)
            .Where(u => u.ModifiedAt.UtcTicks < submission.Sequence && !answered.Contains((u.Path, u.ETag)))
            .Where(u => UploadPath.Parse(u.Path) is var path && path.Year == submission.Year && path.Unit == submission.Unit)
            .OrderBy(u => u.ModifiedAt).ToListAsync(ct);
        foreach (var upload in waiting)
        {
            if (await IngestAsync(upload.Path, ct) is null && await ledger.ReadScanAsync(upload.Path, ct) is not null) return (true, true);
        }

        return (waiting.Count > 0, false);
    }

    private async Task<Receipt> AnswerAsync(Submission submission, UploadContent content, YearCatalogue? catalogue, Judged judged, CancellationToken ct)
    {
        var (reading, known) = (judged.Reading, judged.Circumstances);
        var receipt = new Receipt(
            submission.Year, submission.Unit, catalogue?.FindUnit(submission.Unit)?.Name ?? "", submission.Hash, submission.Path, content.Upload.ModifiedAt,
            catalogue?.Version ?? "", judged.Superseded, reading.Findings)
        {
            Version = judged.Cover("VERSION"),
            Preparer = judged.Cover("PREPARER"),
            Late = catalogue is not null && content.Upload.ModifiedAt > catalogue.Deadline,
            Suspensions = catalogue is null ? [] : ReturnCheck.SuspendedRules(catalogue, known),
            Offered = reading.Offered,
            Compared = known.InForce is not null && reading.Return is not null,
            Changes = catalogue is not null && known.InForce is { } before && reading.Return is { } after ? ReturnDiff.Between(catalogue, before.Return, after) : [],
        };
        var stands = await telemetry.RunAsync(
            StageRun.Of("answer", submission),
            _ => ledger.AnswerAsync(submission, receipt, catalogue is null ? null : standing => Draw(catalogue, standing, reading.Return), ct));
        telemetry.Answered(stands, catalogue?.FindUnit(submission.Unit) is not null);
        return stands;
    }

    private static byte[] Draw(YearCatalogue catalogue, Receipt receipt, Return? values)
    {
        using var workbook = new MemoryStream();
        XlsxWriter.Write(ReceiptWorkbook.Make(catalogue, receipt, values), workbook);
        return workbook.ToArray();
    }

    private Task<ReturnReading> CheckAsync(UploadContent content, YearCatalogue catalogue, UploadPath path, Circumstances known) =>
        telemetry.RunAsync(new("check", path.Year, path.Unit, content.Hash), _ => Task.FromResult(Read(content, catalogue, path, known)));

    private static ReturnReading Read(UploadContent content, YearCatalogue catalogue, UploadPath path, Circumstances known)
    {
        // Refused as the reader refuses any file it cannot read.
        if (content.Unopened is { } reason) return ReturnReader.Refuse(catalogue, path.Unit, reason);
        using var bytes = new MemoryStream(content.Bytes!, writable: false);
        return ReturnCheck.Check(bytes, catalogue, path.Unit, path.File, known);
    }

    /// <summary>There is no catalogue to judge by, so the newest one lends its words.</summary>
    private ReturnReading UnknownYear(UploadPath path)
    {
        var findings = new FindingList(catalogues[catalogues.Years[^1]], path.Unit);
        var years = string.Join("、", catalogues.Years.Select(y => y.ToString(CultureInfo.InvariantCulture)));
        findings.Add("R-C-03", Place.File, ("值", path.Year == 0 ? "（上传路径未写年度）" : path.Year.ToString(CultureInfo.InvariantCulture)), ("应为", years));
        return new ReturnReading(null, findings.All);
    }

    /// <summary>A return with what was found in it, and beside what it was judged.</summary>
    private sealed record Judged(ReturnReading Reading, Circumstances Circumstances)
    {
        public bool Superseded { get; init; }

        /// <summary>版本号 of the cover; 0 when it has none.</summary>
        public int Version => int.TryParse(Cover("VERSION"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

        public string Cover(string field) => Reading.Return?.Lines.FirstOrDefault(l => l.Form == "S00")?.Values.GetValueOrDefault(field) ?? "";
    }
}
