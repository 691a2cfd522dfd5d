using DocumentFormat.OpenXml.Packaging;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Reports;
using Pipeline.Returns;
using Pipeline.Tests.Catalogue;
using Pipeline.Tests.Golden;

namespace Pipeline.Tests.Reports;

/// <summary>The report on the real figures of 2023, with a narrative of the test's own.</summary>
internal static class Report2023
{
    public static ReportSubject Subject(params (string Section, string Order, string Text)[] narrative) =>
        Subject(Golden2023.Values(), Catalogue2023.Value, narrative);

    public static ReportSubject Subject(
        Dictionary<(string Unit, string Item, string Column), long> values, YearCatalogue catalogue,
        params (string Section, string Order, string Text)[] narrative)
    {
        var lines = narrative.Select((n, index) => new RegisterLine(
            "S10", "S10文字材料", 19 + index,
            new Dictionary<string, string> { ["SECTION"] = n.Section, ["ORDER"] = n.Order, ["TEXT"] = n.Text }));
        var snapshot = Golden2023.SnapshotOf(values);
        var units = snapshot.Units.Select(u => u.Unit == "430099" ? u with { Return = u.Return with { Lines = [.. lines] } } : u);
        return Of(catalogue, snapshot with { Units = [.. units] }, draft: false);
    }

    /// <summary>The report while some units have not reported.</summary>
    public static ReportSubject Without(params string[] missing)
    {
        var snapshot = Golden2023.Snapshot();
        return Of(Catalogue2023.Value,
            snapshot with { Units = [.. snapshot.Units.Where(u => !missing.Contains(u.Unit))], Missing = missing }, draft: true);
    }

    /// <summary>The report with one sentence of the template replaced.</summary>
    public static ReportSubject Worded(string text) => Subject(Golden2023.Values(), Catalogue2023.Value with { ReportText = text });

    public static string Text(ReportSubject subject) => ReportText.Extract(new MemoryStream(ReportDocument.Write(subject)));

    public static string[] Lines(ReportSubject subject) => Text(subject).Split('\n');

    public static WordprocessingDocument Open(ReportSubject subject) =>
        WordprocessingDocument.Open(new MemoryStream(ReportDocument.Write(subject)), false);

    private static ReportSubject Of(YearCatalogue catalogue, Snapshot snapshot, bool draft)
    {
        var year = Province.Consolidate(catalogue, snapshot);
        return new ReportSubject(catalogue, year, FigurePrinter.Print(catalogue, year), draft);
    }
}
