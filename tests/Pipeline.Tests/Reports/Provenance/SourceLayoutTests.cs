using Pipeline.Reports.Provenance;

namespace Pipeline.Tests.Reports.Provenance;

/// <summary>Which sheet the cells of a figure stand on; intents and captions take two rows of each.</summary>
public sealed class SourceLayoutTests
{
    [Fact]
    public void What_a_sheet_can_hold_stands_on_one() =>
        Assert.Equal([("来源", 0, 0, 3, 3), ("来源", 2, 0, 2, 6)], Blocks(lastRow: 7, 3, 0, 2));

    [Fact]
    public void A_figure_that_no_longer_fits_goes_to_the_next_sheet_whole() =>
        Assert.Equal([("来源", 0, 0, 3, 3), ("来源2", 1, 0, 3, 3), ("来源2", 2, 0, 2, 6), ("来源3", 3, 0, 1, 3)], Blocks(lastRow: 7, 3, 3, 2, 1));

    [Fact]
    public void A_figure_longer_than_a_sheet_begins_a_sheet_and_goes_on_upon_the_next() =>
        Assert.Equal([("来源", 0, 0, 1, 3), ("来源2", 1, 0, 5, 3), ("来源3", 1, 5, 5, 3), ("来源4", 1, 10, 2, 3), ("来源4", 2, 0, 3, 5)], Blocks(lastRow: 7, 1, 12, 3));

    [Fact]
    public void Without_a_cell_there_is_one_sheet_all_the_same()
    {
        var sheet = Assert.Single(SourceLayout.Of([0, 0], 7));

        Assert.Equal(("来源", 0), (sheet.Name, sheet.Count));
        Assert.Empty(sheet.Blocks);
    }

    private static IEnumerable<(string Sheet, int Figure, int First, int Count, int Row)> Blocks(int lastRow, params int[] counts) =>
        SourceLayout.Of(counts, lastRow).SelectMany(s => s.Blocks.Select(b => (s.Name, b.Figure, b.First, b.Count, b.Row)));
}
