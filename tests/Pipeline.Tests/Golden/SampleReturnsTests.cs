using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Rules;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Golden;

public sealed class SampleReturnsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

    private static SampleReturns Samples() =>
        SampleReturns.Make(Catalogue2023.Value, SampleValues.Read(Path.Combine(Folder, "values.csv"), Catalogue2023.Value), Folder);

    [Fact]
    public void Every_reporting_unit_has_a_sample_return_and_no_given_sum_is_contradicted()
    {
        var samples = Samples();

        Assert.Equal(Catalogue2023.Value.ReportingUnits.Select(u => u.Code).Order(), samples.Returns.Select(r => r.Unit));
        Assert.Empty(samples.Notes);
    }

    [Fact]
    public void No_sample_return_breaks_an_error_rule()
    {
        var library = new RuleLibrary(Catalogue2023.Value);

        Assert.All(Samples().Returns, r => Assert.Empty(library.Check(r, Circumstances.None).Where(f => f.Severity == Severity.Error).Select(f => $"{f.Rule} {f.Cell} {f.Message}")));
    }

    [Fact]
    public void No_sample_amount_is_negative_but_a_deficit()
    {
        var negative = Samples().Returns.SelectMany(r => r.Items.SelectMany(i => i.Values.Select(v => (r.Unit, i.Item, v.Key, v.Value))))
            .Where(v => v.Value < 0 && !v.Item.EndsWith(".BAL.YEAR", StringComparison.Ordinal));

        Assert.Empty(negative);
    }

    [Fact]
    public void The_samples_consolidate_without_a_difference_and_print_the_figures_of_2023()
    {
        var units = Samples().Returns.Select(r => new SnapshotUnit(r.Unit, new string('0', 64), $"{r.Unit}.xlsx", r)).ToList();
        var year = Province.Consolidate(Catalogue2023.Value, new Snapshot(2023, "sample", Catalogue2023.Value.Version, units, []));
        var figures = FigurePrinter.Print(Catalogue2023.Value, year);

        Assert.DoesNotContain(year.Findings, f => f.Severity == Severity.Error);
        Assert.Empty(figures.Unmet);
        Assert.All(
            Golden2023.Figures.Where(f => !f.Printed.Contains(" / ", StringComparison.Ordinal) && figures.Figures.ContainsKey(f.Id)),
            f => Assert.Equal(f.Printed, figures.Figures[f.Id].Text));
    }

    [Fact]
    public void The_year_before_closed_with_what_this_year_opens_with()
    {
        foreach (var fund in (string[])["EI", "WI"])
        {
            Assert.All(Samples().Returns, r => Assert.Equal(
                r.Items.Single(i => i.Item == $"{fund}.BAL.OPEN").Values["CUR"], r.Items.Single(i => i.Item == $"{fund}.BAL.CLOSE").Values["PY"]));
        }
    }
}
