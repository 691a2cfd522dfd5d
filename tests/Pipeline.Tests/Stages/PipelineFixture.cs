using Demo.Samples;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Stages;
using Pipeline.Tests.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Stages;

/// <summary>Every stage over a ledger in memory, with a clock that stands in the filling period of 2023.</summary>
internal sealed class PipelineFixture
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

    private static readonly Lazy<IReadOnlyList<Return>> Returns = new(() =>
        SampleReturns.Make(Catalogue2023.Value, SampleValues.Read(Path.Combine(Samples, "values.csv"), Catalogue2023.Value), Samples).Returns);

    public PipelineFixture()
        : this(scanned: false)
    {
    }

    /// <param name="scanned">Whether uploads wait for their scan.</param>
    public PipelineFixture(bool scanned)
    {
        Ledger = new MemoryLedger(Clock);
        Telemetry = new Telemetry(Clock);
        var catalogues = new Catalogues(CatalogueFolder.Default);
        Ingestion = new Ingestion(Ledger, new UploadIntake(Ledger, new ScanPolicy(scanned), Clock), catalogues, Telemetry);
        Scanned = new ScannedIngestion(Ledger, Ingestion, new ScanPolicy(scanned), Clock);
        Consolidation = new YearConsolidation(Ledger, catalogues, Telemetry);
        Emission = new ReportEmission(Ledger, catalogues, Telemetry);
        Closing = new YearClosing(Ledger, catalogues, Clock, Telemetry);
        Sweep = new UploadSweep(Ledger, catalogues, Ingestion, Clock, Telemetry);
        Status = new YearStatus(Ledger, catalogues);
        Links = new ReportLinks(Ledger, catalogues);
        Templates = new Templates(Ledger, catalogues);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 2, 20, 9, 0, 0, TimeSpan.FromHours(8)));

    public MemoryLedger Ledger { get; }

    public Telemetry Telemetry { get; }

    public Ingestion Ingestion { get; }

    public ScannedIngestion Scanned { get; }

    public YearConsolidation Consolidation { get; }

    public ReportEmission Emission { get; }

    public YearClosing Closing { get; }

    public UploadSweep Sweep { get; }

    public YearStatus Status { get; }

    public ReportLinks Links { get; }

    public Templates Templates { get; }

    public static IEnumerable<string> Units => Returns.Value.Select(r => r.Unit);

    public static string Path2023(string unit) => $"2023/{unit}/HNSB_2023_{unit}_v1.xlsx";

    /// <summary>The sample return of a unit, changed before it is written.</summary>
    public static byte[] Workbook(string unit, Func<Return, Return>? change = null)
    {
        var values = Returns.Value.Single(r => r.Unit == unit);
        using var workbook = new MemoryStream();
        XlsxWriter.Write(FilledReturn.Make(Catalogue2023.Value, Catalogue2023.Value.FindUnit(unit)!, change?.Invoke(values) ?? values), workbook);
        return workbook.ToArray();
    }

    /// <summary>Uploads and ingests the sample returns of these units.</summary>
    public async Task IngestAsync(params IEnumerable<string> units)
    {
        foreach (var unit in units)
        {
            Ledger.Upload(Path2023(unit), Workbook(unit));
            await Ingestion.IngestAsync(Path2023(unit), default);
        }
    }

    /// <summary>Lets the queues run empty.</summary>
    public async Task RunRequestsAsync()
    {
        while (Ledger.ConsolidationRequests.Count + Ledger.EmissionRequests.Count > 0)
        {
            var (years, emissions) = (Ledger.ConsolidationRequests.ToList(), Ledger.EmissionRequests.ToList());
            Ledger.ConsolidationRequests.Clear();
            Ledger.EmissionRequests.Clear();
            foreach (var year in years) await Consolidation.ConsolidateAsync(year, default);
            foreach (var (year, snapshot) in emissions) await Emission.EmitAsync(year, snapshot, default);
        }
    }
}
