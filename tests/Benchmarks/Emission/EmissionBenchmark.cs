using System.Diagnostics;
using System.Globalization;
using Demo;
using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Reports;
using Pipeline.Reports.Proof;

namespace Benchmarks.Emission;

/// <summary>Snapshot → report of 2023, step by step, beside NPOI writing a document of the same text and tables. Rounds are interleaved; medians.</summary>
internal static class EmissionBenchmark
{
    private const int Year = 2023;

    public static int Run(string[] options)
    {
        var quick = options.Contains("--quick");
        var (warm, rounds) = quick ? (10, 11) : (60, 101);
        var catalogue = CatalogueFolder.Default.Read(Year);
        var samples = Repository.Samples(Year);
        var returns = SampleReturns.Make(catalogue, SampleValues.Read(Path.Combine(samples, "values.csv"), catalogue), samples).Returns;
        var snapshot = new Snapshot(Year, "sample", catalogue.Version, [.. returns.Select(r => new SnapshotUnit(r.Unit, r.Unit.PadLeft(64, '0'), $"{r.Unit}.xlsx", r))], []);
        var year = Province.Consolidate(catalogue, snapshot);
        var subject = new ReportSubject(catalogue, year, FigurePrinter.Print(catalogue, year), Draft: false);
        var document = ReportDocument.Write(subject);
        var blocks = ReportDocument.Compose(subject).ToList();
        var steps = new (string Name, Func<object> Work)[]
        {
            ("consolidate fifteen returns", () => Province.Consolidate(catalogue, snapshot)),
            ("print the figures", () => FigurePrinter.Print(catalogue, year)),
            ("write report.docx", () => ReportDocument.Write(subject)),
            ("prove it on its text", () => ReportProof.Check(subject, document, null)),
            ("write trace.json and totals.csv", () => (TraceFile.Write(subject), TotalsFile.Write(subject))),
            ("NPOI 2.4.1, same text and tables", () => NpoiPeer.Write(blocks)),
        };
        var times = steps.Select(_ => new List<double>()).ToArray();
        for (var round = -warm; round < rounds; round++)
        {
            foreach (var (index, step) in steps.Index())
            {
                // The garbage of one is not to be another's delay.
                GC.Collect();
                var clock = Stopwatch.StartNew();
                _ = step.Work();
                if (round >= 0) times[index].Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        var medians = times.Select(t => t.Order().ElementAt(t.Count / 2)).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Report of {Year}: {document.Length:#,##0} bytes, {subject.Figures.Figures.Count} figures; {Environment.ProcessorCount} processors, .NET {Environment.Version}; median of {rounds} rounds, warm."));
        Console.WriteLine();
        Console.WriteLine("| step | median |");
        Console.WriteLine("|---|---|");
        foreach (var ((name, _), median) in steps.Zip(medians)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {median:0.0} ms |"));
        var emission = medians[..^1].Sum();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| **emission, all five** | **{emission:0.0} ms**; report.docx alone is {medians[2] / medians[^1]:0.00} x NPOI |"));
        return 0;
    }
}
