using System.Globalization;
using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Tests.Returns;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Rules.Judgements;

public sealed class OddAmountTests
{
    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Thirty_transfers_that_all_begin_alike_are_shown_to_the_reviewer(int lines, bool told) =>
        Assert.Equal(told, Told("R-R-14", With(Enumerable.Range(0, lines).Select(i => $"9{i:D4}.{(i * 37) % 100:D2}"))).Any());

    [Fact]
    public void Transfers_as_they_come_are_not_shown() =>
        Assert.Empty(Told("R-R-14", With(Enumerable.Range(0, 60).Select(i => ((decimal)Math.Pow(1.17, i) * 100).ToString("0.00", CultureInfo.InvariantCulture)))));

    [Theory]
    [InlineData(200_000, 310_000, 420_000, true)]
    [InlineData(200_000, 310_000, 420_001, false)]
    public void Three_amounts_in_a_row_in_whole_wan_are_asked_about(decimal one, decimal two, decimal three, bool told)
    {
        var draft = Books.Filled().Typed("S01", "H26", one).Typed("S01", "H27", two).Typed("S01", "H28", three);

        Assert.Equal(told ? ["H26"] : [], Told("R-R-15", Books.Read(draft).Return!).Select(f => f.Cell));
    }

    [Theory]
    [InlineData("9.17万人", false)]
    [InlineData("9.18万人", true)]
    [InlineData("91700人", false)]
    [InlineData("完成", false)]
    public void An_indicator_says_what_the_item_it_comes_from_says(string actual, bool told)
    {
        var draft = Books.Filled(SampleReturn.Provincial).Typed("S09", "F5", actual).Typed("S09", "L5", "EI.BASE.INSURED");

        Assert.Equal(told ? ["F5"] : [], Told("R-B-14", Books.Read(draft, SampleReturn.Provincial).Return!).Select(f => f.Cell));
    }

    [Theory]
    [InlineData("≥9999999999999999999999999亿", "8999999999999999999999999亿")]
    [InlineData("≥1.0000000000000000000000000000001", "0.9999999999999999999999999999999")]
    public void An_indicator_with_more_digits_than_any_amount_is_left_to_the_reviewer(string target, string actual)
    {
        var odd = Judged.Sample(SampleReturn.Provincial).Say("S09", ("KIND", "定量"), ("TARGET", target), ("ACTUAL", actual), ("SOURCE", "EI.BASE.INSURED"));

        Assert.Empty(Told("R-B-14", odd));
        Assert.DoesNotContain(Told("R-A-28", odd), f => f.Cell.StartsWith('J'));
    }

    [Fact]
    public void A_rate_typed_over_its_formula_is_an_error_and_a_format_that_hides_the_scale_is_asked_about()
    {
        var draft = Books.Filled().Typed("S01", "I9", 98.34m)
            .With("S01", "H11", c => c with { Style = c.Style with { NumberFormat = "#,##0.00,," } });

        Assert.Equal(["R-U-06 S01企保收支表 I9", "R-U-07 S01企保收支表 H11"], Books.Summary(Books.Read(draft).Findings));
        Assert.Empty(Books.Read(Books.Filled()).Findings);
    }

    private static IEnumerable<Finding> Told(string rule, Return subject) =>
        new RuleLibrary(Books.Catalogue).Check(subject, Circumstances.None).Where(f => f.Rule == rule);

    private static Return With(IEnumerable<string> amounts)
    {
        var sample = SampleReturn.Of(SampleReturn.Prefecture);
        var line = sample.Lines.First(l => l.Form == "S05");
        return sample with
        {
            Lines = [.. sample.Lines.Where(l => l.Form != "S05"), .. amounts.Select((amount, i) => line with { Row = 5 + i, Values = new Dictionary<string, string>(line.Values) { ["AMOUNT"] = amount } })],
        };
    }
}
