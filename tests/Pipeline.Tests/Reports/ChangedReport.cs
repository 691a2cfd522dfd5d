using Demo.Samples;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Reports;
using Pipeline.Returns;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Reports;

/// <summary>The report of the sample returns with something changed: what 省本级 wrote or reported, or what is printed.</summary>
internal static class ChangedReport
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

    private static readonly Lazy<Snapshot> Sample = new(() => new Snapshot(2023, "sample", Catalogue2023.Value.Version,
    [
        .. SampleReturns.Make(Catalogue2023.Value, SampleValues.Read(Path.Combine(Folder, "values.csv"), Catalogue2023.Value), Folder).Returns
            .Select(r => new SnapshotUnit(r.Unit, new string('0', 64), $"{r.Unit}.xlsx", r)),
    ], []));

    /// <summary>The report of the sample returns, 省本级's lines and rows changed.</summary>
    public static ReportSubject Subject(Func<RegisterLine, RegisterLine?>? line = null, Func<ItemRow, ItemRow>? row = null)
    {
        var units = Sample.Value.Units.Select(u => u.Unit != "430099" ? u : u with
        {
            Return = u.Return with
            {
                Lines = [.. u.Return.Lines.Select(l => l.Form == "S10" && line is not null ? line(l) : l).OfType<RegisterLine>()],
                Items = [.. u.Return.Items.Select(row ?? (r => r))],
            },
        });
        var year = Province.Consolidate(Catalogue2023.Value, Sample.Value with { Units = [.. units] });
        return new ReportSubject(Catalogue2023.Value, year, FigurePrinter.Print(Catalogue2023.Value, year), Draft: false);
    }

    /// <summary>A section that says something else.</summary>
    public static Func<RegisterLine, RegisterLine> Saying(string section, string text) => line =>
        line.Values["SECTION"] == section ? line with { Values = new Dictionary<string, string>(line.Values) { ["TEXT"] = text } } : line;

    /// <summary>The report with one figure printed as something else.</summary>
    public static ReportSubject Printing(string id, string text)
    {
        var subject = Subject();
        var figures = new Dictionary<string, PrintedFigure>(subject.Figures.Figures);
        figures[id] = figures[id] with { Text = text };
        return subject with { Figures = subject.Figures with { Figures = figures } };
    }
}
