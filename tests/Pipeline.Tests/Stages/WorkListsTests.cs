using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Stages;

namespace Pipeline.Tests.Stages;

public sealed class WorkListsTests
{
    private readonly PipelineFixture pipeline = new();

    [Fact]
    public async Task A_transfer_only_one_side_booked_stands_in_the_lists_of_both()
    {
        var lists = new WorkLists(pipeline.Ledger, new Catalogues(CatalogueFolder.Default));
        Assert.Null((await lists.ReadAsync(2023, "430100", default)).Snapshot);

        await pipeline.IngestAsync(PipelineFixture.Units.Where(u => u != "430100"));
        pipeline.Ledger.Upload(PipelineFixture.Path2023("430100"), PipelineFixture.Workbook("430100", WithoutFirstTransfer));
        await pipeline.Ingestion.IngestAsync(PipelineFixture.Path2023("430100"), default);
        await pipeline.RunRequestsAsync();

        var own = await lists.ReadAsync(2023, "430100", default);
        var other = await lists.ReadAsync(2023, "430099", default);
        Assert.NotNull(own.Snapshot);
        Assert.Contains(own.Matters, m => m is { Rule: "R-T-03", Severity: "E", Sheet: "S01企保收支表", Cell: "H30", Cause: not null });
        Assert.Contains(other.Matters, m => m is { Rule: "R-T-03", Severity: "E", Sheet: "S05往来明细" } && m.Message.Contains("长沙市", StringComparison.Ordinal));
        Assert.DoesNotContain((await lists.ReadAsync(2023, "430200", default)).Matters, m => m.Rule == "R-T-03");
    }

    /// <summary>The return as if the first transfer up had not been: neither its line nor its amount in the sums.</summary>
    private static Return WithoutFirstTransfer(Return r)
    {
        var line = r.Lines.First(l => l.Form == "S05" && l.Values["FUND"] == "EI" && l.Values["DIRECTION"] == "上解上级");
        var less = (long)(decimal.Parse(line.Values["AMOUNT"], System.Globalization.CultureInfo.InvariantCulture) * 100);
        var catalogue = Tests.Catalogue.Catalogue2023.Value;
        var typed = r.Items.SelectMany(i => i.Values.Select(v => (Key: (i.Item, v.Key), v.Value)))
            .Where(v => catalogue.Item(v.Key.Item).Formula is null && v.Key.Key != "B1").ToDictionary(v => v.Key, v => v.Value);
        typed[("EI.EXP.TOUPPER", "CUR")] -= less;
        var values = new Recalculation(catalogue, typed);
        return r with
        {
            Items = [.. r.Items.Select(i => i with { Values = i.Values.ToDictionary(v => v.Key, v => values.Value(i.Item, v.Key)!.Value) })],
            Lines = [.. r.Lines.Where(l => l != line)],
        };
    }
}
