using System.Security.Cryptography;
using System.Text;
using Demo;
using Demo.Samples.Mistakes;
using Pipeline.Ledger;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Review;
using Pipeline.Stages;

namespace Capacity.Measuring;

/// <summary>A filing season of so many units, one call after the other, each measured.</summary>
/// <param name="units">How many report.</param>
/// <param name="ingested">How many go through the real ingestion; the others are put in force with their heads alone.</param>
/// <param name="say">Progress.</param>
internal sealed class ScaleRun(int units, int ingested, Action<string> say)
{
    private const int Year = SyntheticYear.Year;

    // Enough for an average, and no more than the real prefectures, which exist at every scale.
    private const int Sampled = 14;

    private readonly Dictionary<string, Return> kept = [];
    private SyntheticYear year = null!;
    private Store store = null!;
    private Meter meter = null!;

    /// <summary>Whether the year is also closed, its report written and the stores swept.</summary>
    public bool Reports { get; init; } = true;

    public async Task<MeasuredScale> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("capacity-").FullName;
        try
        {
            year = SyntheticYear.Make(units, folder);
            say($"{units} units: {year.Returns.Count} returns made");
            await using var running = await Store.StartAsync(folder, ingested < units ? real => FactsInMemory.Around(real, kept) : null);
            store = running;
            meter = new Meter(store.Log);
            await IngestAsync();
            await ConsolidateAsync();
            await CorrectAsync();
            if (Reports)
            {
                await EmitAsync();
                await SweepAsync();
            }

            return new MeasuredScale(units, ingested, ingested < units, Measurement.Today, meter.Read());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Ingestion Ingestion => store.Get<Ingestion>();

    private async Task IngestAsync()
    {
        // Those without an upload come first: what is ingested then meets the year as large as it gets.
        foreach (var of in year.OfPrefectures.Skip(ingested)) await PutInForceAsync(of);
        foreach (var of in year.OfPrefectures.Take(ingested)) await IngestAsync(OperationName.First, year.File(of), Verdict.Accepted, Verdict.Pending);
        say($"{units} units: {Math.Min(ingested, units - 1)} returns of prefectures ingested");
        var receipt = await IngestAsync(OperationName.Provincial, year.File(year.OfProvince));
        if (receipt.Verdict == Verdict.Refused)
        {
            // 省本级 lists every unit's transfers; beyond some number the form has no room for them. The others are consolidated without it.
            say($"{units} units: the return of 省本级 is refused: {receipt.Findings[0].Message}");
        }
    }

    private async Task ConsolidateAsync()
    {
        await ConsolidateAsync(OperationName.ConsolidateAll);
        // What a snapshot is made of is not in memory when a function runs.
        kept.Clear();
        Collect();
        for (var again = 0; again < 3; again++) await ConsolidateAsync(OperationName.ConsolidateNothing);
    }

    private async Task CorrectAsync()
    {
        // The store's clock ticks in whole seconds; within one of them the larger hash counts as the newer upload.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        foreach (var mistake in MistakeTable.OnePerUnit.Where(m => m.Unit != year.Catalogue.ProvincialUnit.Code))
        {
            var of = year.OfPrefectures.First(r => r.Unit == mistake.Unit);
            var file = mistake.Plant(year.Catalogue, SyntheticYear.Versioned(of, 2));
            await IngestAsync(null, file with { Name = $"HNSB_{Year}_{file.Unit}_v2.xlsx" });
        }

        // The version that is in force already: told, after it was looked whether an earlier upload still waits.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        foreach (var of in year.OfPrefectures.Take(5))
            await IngestAsync(OperationName.OutOfOrder, year.File(SyntheticYear.Versioned(of, 7), 7), Verdict.Refused);

        await Task.Delay(TimeSpan.FromSeconds(1.1));
        foreach (var of in year.OfPrefectures.Take(Sampled))
        {
            var version = 1 + (await store.Get<ILedger>().ReadYearAsync(Year, default)).Return(of.Unit).Version;
            await IngestAsync(OperationName.Again, year.File(of, version), Verdict.Accepted, Verdict.Pending);
            await ConsolidateAsync(OperationName.ConsolidateOne);
        }

        say($"{units} units: corrected");
    }

    private async Task EmitAsync()
    {
        await meter.TakeAsync(OperationName.Close, () => store.Get<YearClosing>().CloseAsync(default));
        await ConsolidateAsync(null);
        var snapshot = (await store.Get<ILedger>().ReadYearAsync(Year, default)).State.Snapshot!;
        Collect();
        await meter.TakeAsync(OperationName.Emit, () => store.Get<ReportEmission>().EmitAsync(Year, snapshot, default));
        var state = (await store.Get<ILedger>().ReadYearAsync(Year, default)).State;
        say($"{units} units: emitted, {(state.Report is null ? state.Note : state.Draft ? "a draft" : "a report")}");
    }

    private async Task SweepAsync()
    {
        Collect();
        for (var again = 0; again < 3; again++) await meter.TakeAsync(OperationName.Sweep, () => store.Get<UploadSweep>().SweepAsync(default));
    }

    /// <param name="name">What it counts as; null: as refused if it was, for what is in it, and else as nothing.</param>
    /// <param name="file">The upload.</param>
    /// <param name="expected">Anything else is a defect of this measurement; none: whatever comes.</param>
    private async Task<Receipt> IngestAsync(string? name, UploadFile file, params Verdict[] expected)
    {
        var path = await store.UploadAsync(file);
        var receipt = (await meter.TakeAsync(r => name ?? Refusal(r!), () => Ingestion.IngestAsync(path, default)))!;
        if (expected.Length > 0 && !expected.Contains(receipt.Verdict))
            throw new InvalidOperationException($"{path}: {receipt.Verdict}, {string.Join(" ", receipt.Findings.Take(3).Select(f => f.Rule + " " + f.Message))}");
        return receipt;
    }

    // What is refused for the version before it makes the ingestion look for that one, which costs more.
    private static string? Refusal(Receipt receipt) =>
        receipt.Verdict == Verdict.Refused && !receipt.Findings.Any(f => f.Rule is "R-C-06" or "R-C-07" or "R-D-03" or "R-D-06") ? OperationName.Refused : null;

    private Task ConsolidateAsync(string? name) => name is null
        ? store.Get<YearConsolidation>().ConsolidateAsync(Year, default)
        : meter.TakeAsync(name, () => store.Get<YearConsolidation>().ConsolidateAsync(Year, default));

    private async Task PutInForceAsync(Return of)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of.Unit)));
        var submission = new Submission(Year, of.Unit, hash, 1, $"{Year}/{of.Unit}/{of.Unit}.xlsx", "0x0");
        var check = new MachineCheck(submission.Stamp, false, 1, "填报人（样例）", [], year.Catalogue.Deadline, year.Catalogue.Deadline);
        kept[of.Unit] = of;
        await store.Get<ILedger>().PublishAsync(submission, of.Items.Count + of.Lines.Count, check, year.Catalogue.Deadline, default);
    }

    private static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
