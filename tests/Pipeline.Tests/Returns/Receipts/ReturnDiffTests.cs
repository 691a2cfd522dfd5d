using Pipeline.Returns;
using Pipeline.Returns.Receipts;

namespace Pipeline.Tests.Returns.Receipts;

public sealed class ReturnDiffTests
{
    private static readonly Return Before = SampleReturn.Of(SampleReturn.Prefecture);

    [Fact]
    public void A_return_does_not_differ_from_itself() => Assert.Empty(ReturnDiff.Between(Books.Catalogue, Before, Before));

    [Fact]
    public void A_changed_amount_is_told_with_its_cell_and_both_values()
    {
        var after = Before with { Items = [.. Before.Items.Select(i => i.Item == "EI.INC.INT" ? i with { Row = 12, Values = new Dictionary<string, long>(i.Values) { ["CUR"] = 5 } } : i)] };

        Assert.Equal([new CellChange("S01企保收支表", "H12", "2.利息收入", "本年决算数", "123,401.00", "0.05")], ReturnDiff.Between(Books.Catalogue, Before, after));
    }

    [Fact]
    public void A_line_that_moved_is_no_change_and_one_that_is_new_is_one()
    {
        var moved = Before.Lines.Select(l => l.Form == "S05" ? l with { Row = l.Row + 3 } : l);
        var added = new RegisterLine("S05", "S05往来明细", 40, new Dictionary<string, string> { ["FUND"] = "EI", ["AMOUNT"] = "1" });

        var changes = ReturnDiff.Between(Books.Catalogue, Before, Before with { Lines = [.. moved, added] });

        Assert.Equal(("第40行", "整行", ""), (Assert.Single(changes).Label, changes[0].Column, changes[0].Before));
    }

    [Fact]
    public void A_field_of_the_cover_and_a_mended_line_are_told_by_their_cells()
    {
        RegisterLine Mend(RegisterLine line, string column, string text) => line with { Values = new Dictionary<string, string>(line.Values) { [column] = text } };
        var after = Before with
        {
            Lines = [.. Before.Lines.Select(l => l.Form == "S00" ? Mend(l, "VERSION", "2") : l is { Form: "S06", Row: 5 } ? Mend(l, "AMOUNT", "7") : l)],
        };

        Assert.Equal(["B7 1 2", "E5 740406 7"], ReturnDiff.Between(Books.Catalogue, Before, after).Select(c => $"{c.Cell} {c.Before} {c.After}"));
    }

    [Fact]
    public void A_value_that_is_gone_is_told_as_empty()
    {
        var after = Before with { Items = [.. Before.Items.Select(i => i.Item == "EI.INC.PREM.FLEX" ? i with { Values = new Dictionary<string, long>() } : i)] };

        Assert.All(ReturnDiff.Between(Books.Catalogue, Before, after), c => Assert.Equal("", c.After));
    }
}
