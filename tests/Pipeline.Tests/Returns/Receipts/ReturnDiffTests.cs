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

    [Fact]
    public void A_line_put_in_between_changes_none_of_the_later_ones()
    {
        var lines = Enumerable.Range(1, 6).Select(n => Voucher(4 + n, n)).ToList();
        var after = lines.Select(l => l.Row < 7 ? l : l with { Row = l.Row + 1, Values = new Dictionary<string, string>(l.Values) { ["NO"] = $"{l.Row - 3}" } }).ToList();
        after.Insert(2, Voucher(7, 99));

        var change = Assert.Single(ReturnDiff.Between(Books.Catalogue, Of(lines), Of(after)));

        Assert.Equal(("B7", "第7行", "整行", ""), (change.Cell, change.Label, change.Column, change.Before));
    }

    [Fact]
    public void A_line_mended_below_a_new_one_is_told_cell_by_cell()
    {
        var mended = Voucher(7, 2) with { Values = new Dictionary<string, string>(Voucher(7, 2).Values) { ["AMOUNT"] = "5", ["NOTE"] = "改" } };

        var changes = ReturnDiff.Between(Books.Catalogue, Of([Voucher(5, 1), Voucher(6, 2)]), Of([Voucher(5, 1), Voucher(6, 9), mended]));

        Assert.Equal(["B6 整行", "G7 金额", "J7 备注"], changes.Select(c => $"{c.Cell} {c.Column}"));
    }

    [Fact]
    public void Two_equal_lines_of_which_one_is_gone_are_one_change()
    {
        var twice = Of([Voucher(5, 1), Voucher(6, 1)]);

        var change = Assert.Single(ReturnDiff.Between(Books.Catalogue, twice, Of([Voucher(5, 1)])));

        Assert.Equal(("整行", ""), (change.Column, change.After));
    }

    private static RegisterLine Voucher(int row, int number) => new("S05", "S05往来明细", row, new Dictionary<string, string>
    {
        ["NO"] = $"{row - 4}", ["FUND"] = "EI", ["DIRECTION"] = "上解上级", ["PEER"] = "430099", ["DATE"] = $"2023-01-{number:00}", ["AMOUNT"] = $"{number * 100}", ["VOUCHER"] = $"记-{number}",
    });

    private static Return Of(IReadOnlyList<RegisterLine> lines) => Before with { Lines = lines };
}
