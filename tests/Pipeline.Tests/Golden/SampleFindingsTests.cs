using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Tests.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Golden;

/// <summary>What the library asks of the sample returns of 2023, as uploaded after the deadline and as consolidated: no error, and these questions.</summary>
public sealed class SampleFindingsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

    private static readonly string[] Golden = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", "2023", "findings.csv"));

    [Fact]
    public void The_samples_raise_the_questions_they_are_known_for_and_no_others() => Assert.Equal(Golden[1..], Findings());

    [Fact]
    public void Every_question_to_one_unit_is_answered_by_it() =>
        Assert.DoesNotContain(Golden, line => line.Contains(",W,upload,", StringComparison.Ordinal) && !line.EndsWith(",yes", StringComparison.Ordinal));

    [Fact]
    public void No_error_is_among_them() => Assert.DoesNotContain(Golden, line => line.Contains(",E,", StringComparison.Ordinal));

    private static IEnumerable<string> Findings()
    {
        var catalogue = Catalogue2023.Value;
        var returns = SampleReturns.Make(catalogue, SampleValues.Read(Path.Combine(Folder, "values.csv"), catalogue), Folder).Returns;
        var received = Circumstances.None with { ReceivedAt = catalogue.Deadline.AddDays(30) };
        var uploads = returns.SelectMany(r => ReturnCheck.Check(new MemoryStream(Write(catalogue, r)), catalogue, r.Unit, "return.xlsx", received).Findings.Select(f => Line(r.Unit, "upload", f)));
        var snapshot = new Snapshot(2023, "sample", catalogue.Version, [.. returns.Select(r => new SnapshotUnit(r.Unit, new string('0', 64), $"{r.Unit}.xlsx", r))], []);
        return uploads.Concat(Province.Consolidate(catalogue, snapshot).Findings.Select(f => Line(f.Unit, "consolidation", f))).Order(StringComparer.Ordinal);
    }

    private static string Line(string unit, string when, Finding finding)
    {
        var severity = finding.Severity switch { Severity.Error => "E", Severity.Warning => "W", _ => "I" };
        return $"{unit},{finding.Rule},{severity},{when},{finding.Sheet},{finding.Cell},{(finding.Explanation is null ? "no" : "yes")}";
    }

    private static byte[] Write(YearCatalogue catalogue, Return values)
    {
        using var workbook = new MemoryStream();
        XlsxWriter.Write(FilledReturn.Make(catalogue, catalogue.FindUnit(values.Unit)!, values), workbook);
        return workbook.ToArray();
    }
}
