using System.Diagnostics;
using System.Globalization;
using Demo;
using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Reports;
using Pipeline.Reports.Proof;
using Pipeline.Reports.Provenance;
using Pipeline.Workbooks;

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
            ("write trace.xlsx", () => TraceWorkbook.Write(subject)),
            ("write annexes.xlsx", () => AnnexWorkbook.Write(subject)),
            ("NPOI 2.4.1, same text and tables", () => NpoiPeer.Write(blocks)),
        };
        var parts = new (string Name, Func<object> Work)[]
        {
            ("of report.docx: wording (Liquid, Markdown, annexes)", () => ReportDocument.Compose(subject).ToList()),
            ("of report.docx: custom XML of where figures come from", () => ProvenancePart.Write(subject)),
            ("of report.docx: packing", () => Repack(document)),
            ("of the proof: reading the text back", () => ReportText.Extract(new MemoryStream(document))),
        };
        // The peer comes last.
        var own = steps.Length - 1;
        steps = [.. steps, .. parts];
        var times = steps.Select(_ => new List<double>()).ToArray();
        var processor = steps.Select(_ => new List<double>()).ToArray();
        for (var round = -warm; round < rounds; round++)
        {
            foreach (var (index, step) in steps.Index())
            {
                // The garbage of one is not to be another's delay.
                GC.Collect();
                var used = Environment.CpuUsage.TotalTime;
                var clock = Stopwatch.StartNew();
                _ = step.Work();
                if (round < 0) continue;
                times[index].Add(clock.Elapsed.TotalMilliseconds);
                processor[index].Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            }
        }

        var (wall, busy) = (times.Select(Median).ToArray(), processor.Select(Median).ToArray());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Report of {Year}: {document.Length:#,##0} bytes, {subject.Figures.Figures.Count} figures; {Environment.ProcessorCount} processors, .NET {Environment.Version}; medians of {rounds} rounds, warm."));
        Console.WriteLine();
        Console.WriteLine("| step | time | processor time |");
        Console.WriteLine("|---|---|---|");
        foreach (var (index, (name, _)) in steps.Index()) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {wall[index]:0.0} ms | {busy[index]:0.0} ms |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| **emission: the first seven** | **{wall[..own].Sum():0.0} ms** | **{busy[..own].Sum():0.0} ms** |"));
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"report.docx takes {busy[2] / busy[own]:0.00} x the processor time of NPOI's."));
        return 0;
    }

    private static byte[] Repack(byte[] document)
    {
        using var output = new MemoryStream();
        StablePackage.Copy(new MemoryStream(document), output);
        return output.ToArray();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
