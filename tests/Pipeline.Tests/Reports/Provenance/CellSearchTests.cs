using Pipeline.Catalogue;
using Pipeline.Reports.Provenance;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Reports.Provenance;

/// <summary>What people type, and what they mean.</summary>
public sealed class CellSearchTests
{
    [Theory]
    [InlineData("长沙", "430100")]
    [InlineData("长沙市", "430100")]
    [InlineData("430100", "430100")]
    [InlineData("湘西", "433100")]
    [InlineData("省本级", "430099")]
    [InlineData("全省", "")]
    [InlineData("州", "431000 431100 433100")]
    public void A_unit_is_found_by_code_or_by_a_part_of_its_name(string text, string codes) =>
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), CellSearch.Units(Catalogue2023.Value, text).Select(u => u.Code).Order());

    [Theory]
    [InlineData("保费", null, "EI.INC.PREM WI.INC.PREM")]
    [InlineData("保费", "企保", "EI.INC.PREM")]
    [InlineData("保费", "工伤", "WI.INC.PREM")]
    [InlineData("委托投资收益", null, "EI.INC.INVEST")]
    [InlineData("ei.inc.prem", null, "EI.INC.PREM")]
    [InlineData("基本养老保险费收入", null, "EI.INC.PREM")]
    [InlineData("没有这个项目", null, "")]
    public void An_item_is_found_by_code_label_or_the_name_the_report_gives_it(string text, string? fund, string codes) =>
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), CellSearch.Items(Catalogue2023.Value, text, fund).Select(i => i.Code));

    [Theory]
    [InlineData("1000万元", Measure.Money, 1_000_000_000)]
    [InlineData("1,000万元", Measure.Money, 1_000_000_000)]
    [InlineData("-0.5亿元", Measure.Money, -5_000_000_000)]
    [InlineData("+12.34", Measure.Money, 1_234)]
    [InlineData("12.34元", Measure.Money, 1_234)]
    [InlineData("1.2万人", Measure.Count, 12_000)]
    public void An_amount_is_read_to_the_fen(string text, Measure measure, long raw)
    {
        Assert.Null(AmountText.TryRead(text, measure, out var read));
        Assert.Equal(raw, read);
    }

    [Theory]
    [InlineData("0.001元", Measure.Money)]
    [InlineData("0.5人", Measure.Count)]
    [InlineData("100元", Measure.Count)]
    [InlineData("100人", Measure.Money)]
    [InlineData("1,00元", Measure.Money)]
    [InlineData("很多", Measure.Money)]
    [InlineData("99999999999999999999999999亿元", Measure.Money)]
    public void What_is_no_exact_amount_is_refused_with_a_reason(string text, Measure measure) => Assert.NotNull(AmountText.TryRead(text, measure, out _));
}
