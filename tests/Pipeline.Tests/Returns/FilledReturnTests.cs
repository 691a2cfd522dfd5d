using Pipeline.Returns;
using Pipeline.Rules;

namespace Pipeline.Tests.Returns;

public sealed class FilledReturnTests
{
    public static TheoryData<string> Units => [SampleReturn.Prefecture, SampleReturn.Provincial];

    [Theory]
    [MemberData(nameof(Units))]
    public void What_is_filled_in_is_read_back_and_nothing_is_found(string unit)
    {
        var reading = Books.Read(Books.Filled(unit), unit);

        Assert.Empty(reading.Findings.Select(f => f.Message));
        Assert.Equal(SampleReturn.Facts(SampleReturn.Of(unit)), SampleReturn.Facts(reading.Return!));
        Assert.Empty(new RuleLibrary(Books.Catalogue).Check(reading.Return!).Select(f => f.Message));
    }

    [Fact]
    public void Formulas_keep_the_sums_the_values_give()
    {
        var total = Books.Filled().Cell("S01", "H7");

        Assert.Equal("H8+H18+H19", total.Formula);
        Assert.Equal(SampleReturn.Of(SampleReturn.Prefecture).Items.Single(i => i.Item == "EI.INC.TOTAL").Values["CUR"] / 100m, total.Number);
    }

    [Fact]
    public void A_sum_typed_against_its_parts_stays_typed()
    {
        var sample = SampleReturn.Of(SampleReturn.Prefecture);
        var wrong = sample with
        {
            Items = [.. sample.Items.Select(i => i.Item == "EI.INC.SUB" ? i with { Values = new Dictionary<string, long>(i.Values) { ["CUR"] = 1 } } : i)],
        };

        var draft = FilledReturn.Make(Books.Catalogue, Books.Catalogue.FindUnit(SampleReturn.Prefecture)!, wrong);

        Assert.Equal((null, 0.01m), (draft.Cell("S01", "H8").Formula, draft.Cell("S01", "H8").Number));
        Assert.Equal(1, Books.Read(draft).Return!.Items.Single(i => i.Item == "EI.INC.SUB").Values["CUR"]);
    }

    [Fact]
    public void More_lines_than_the_template_offers_are_all_written()
    {
        var sample = SampleReturn.Of(SampleReturn.Prefecture);
        var line = sample.Lines.First(l => l.Form == "S06");
        var many = sample with { Lines = [sample.Lines[0], .. Enumerable.Range(5, 100).Select(row => line with { Row = row })] };

        var draft = FilledReturn.Make(Books.Catalogue, Books.Catalogue.FindUnit(SampleReturn.Prefecture)!, many);

        Assert.Equal(100, Books.Read(draft).Return!.Lines.Count(l => l.Form == "S06"));
        Assert.False(draft.Cell("S06", "E104").Style.Locked);
    }

    [Fact]
    public void Lines_without_rows_of_their_own_are_put_one_below_the_other()
    {
        var sample = SampleReturn.Of(SampleReturn.Prefecture);
        var line = sample.Lines.First(l => l.Form == "S06");

        var draft = FilledReturn.Make(
            Books.Catalogue, Books.Catalogue.FindUnit(SampleReturn.Prefecture)!, sample with { Lines = [line with { Row = 1 }, line with { Row = 1 }] });

        Assert.Equal([5, 6], Books.Read(draft).Return!.Lines.Where(l => l.Form == "S06").Select(l => l.Row));
    }

    [Fact]
    public void The_same_values_give_the_same_bytes() => Assert.Equal(Books.Bytes(Books.Filled()), Books.Bytes(Books.Filled()));
}
