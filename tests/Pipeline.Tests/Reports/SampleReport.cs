using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Reports;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Reports;

/// <summary>The report of the sample returns, with every section of the narrative.</summary>
internal static class SampleReport
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

    private static readonly Lazy<ReportSubject> Made = new(Make);

    public static ReportSubject Subject => Made.Value;

    /// <summary>The same with another look.</summary>
    public static ReportSubject With(StyleProfile style) => Subject with { Catalogue = Subject.Catalogue with { Style = style } };

    private static ReportSubject Make()
    {
        var catalogue = Catalogue2023.Value;
        var returns = SampleReturns.Make(catalogue, SampleValues.Read(Path.Combine(Folder, "values.csv"), catalogue), Folder).Returns;
        var snapshot = new Snapshot(2023, "sample", catalogue.Version,
            [.. returns.Select(r => new SnapshotUnit(r.Unit, new string('0', 58) + r.Unit, $"{r.Unit}.xlsx", r))], []);
        var year = Province.Consolidate(catalogue, snapshot);
        return new ReportSubject(catalogue, year, FigurePrinter.Print(catalogue, year), Draft: false);
    }
}
