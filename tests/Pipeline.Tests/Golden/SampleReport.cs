using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Reports;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Golden;

/// <summary>The report of the sample returns of 2023: the real figures, a narrative around those of sections 一 and 六.</summary>
internal static class SampleReport
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

    public static ReportSubject Subject() => Subject(Catalogue2023.Value);

    /// <summary>The same made with a catalogue read anew.</summary>
    public static ReportSubject Subject(YearCatalogue catalogue)
    {
        var year = Province.Consolidate(catalogue, SnapshotOf(catalogue));
        return new ReportSubject(catalogue, year, FigurePrinter.Print(catalogue, year), Draft: false);
    }

    private static Snapshot SnapshotOf(YearCatalogue catalogue)
    {
        var returns = SampleReturns.Make(catalogue, SampleValues.Read(Path.Combine(Folder, "values.csv"), catalogue), Folder).Returns;
        return new Snapshot(2023, "sample", catalogue.Version, [.. returns.Select(r => new SnapshotUnit(r.Unit, r.Unit.PadLeft(64, '0'), $"{r.Unit}.xlsx", r))], []);
    }
}
