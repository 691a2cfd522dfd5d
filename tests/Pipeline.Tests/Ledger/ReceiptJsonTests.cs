using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;

namespace Pipeline.Tests.Ledger;

public sealed class ReceiptJsonTests
{
    private static readonly Receipt Refused = new(
        2023, "430100", "长沙市", "ab12", "2023/430100/年报.xlsx", new(2024, 1, 15, 8, 30, 0, TimeSpan.Zero), "2023.1", false,
        [
            new("R-A-01", Severity.Error, "S01收支表", "H12", "EI.INC.PREM", "“合计”不等于各项之和 <请核对>。", new Dictionary<string, string> { ["差额"] = "0.01" })
            {
                Cause = new Cause(CauseKind.Transposition, "可能数字颠倒"),
            },
            new("R-T-02", Severity.Warning, "", "", "", "请说明。", new Dictionary<string, string>()),
        ]);

    [Fact]
    public void A_receipt_is_written_as_other_programs_are_told_to_expect_it()
    {
        var json = JsonNode.Parse(ReceiptJson.Write(Refused))!;

        Assert.Equal(
            ["2023", "430100", "长沙市", "ab12", "2023/430100/年报.xlsx", "2024-01-15T08:30:00+00:00", "2023.1", "refused"],
            ((string[])["year", "unit", "unitName", "submission", "file", "receivedAt", "catalogueVersion", "verdict"]).Select(name => json[name]!.ToString()));
        var first = json["findings"]![0]!;
        Assert.Equal(
            ["R-A-01", "E", "S01收支表", "H12", "EI.INC.PREM", "“合计”不等于各项之和 <请核对>。", "0.01"],
            ((string[])["rule", "severity", "sheet", "cell", "item", "message"]).Select(name => first[name]!.ToString()).Append(first["values"]!["差额"]!.ToString()));
        Assert.Equal("transposition", first["cause"]!["kind"]!.ToString());
        Assert.Equal(("W", 0), (json["findings"]![1]!["severity"]!.ToString(), json["findings"]![1]!["values"]!.AsObject().Count));
        Assert.Contains("\n  \"unitName\": \"长沙市\"", Encoding.UTF8.GetString(ReceiptJson.Write(Refused)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_is_read_as_it_was_written() => Assert.Equivalent(Refused, ReceiptJson.Read(ReceiptJson.Write(Refused)), strict: true);

    [Fact]
    public void The_verdict_follows_from_the_findings()
    {
        var question = Refused.Findings[1];
        var answered = question with { Explanation = new Explanation("省级统筹后结余上划。", ExplanationSource.Own) };

        Assert.Equal(Verdict.Refused, Refused.Verdict);
        Assert.Equal(Verdict.Refused, (Refused with { Superseded = true }).Verdict);
        Assert.Equal(Verdict.Pending, (Refused with { Findings = [question] }).Verdict);
        Assert.Equal(Verdict.Accepted, (Refused with { Findings = [answered] }).Verdict);
        Assert.Equal(Verdict.Superseded, (Refused with { Findings = [question], Superseded = true }).Verdict);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"year\":2023")]
    public void What_is_no_receipt_is_not_read_as_one(string json) =>
        Assert.Throws<InvalidDataException>(() => ReceiptJson.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("\"transposition\"", "\"perhaps\"")]
    [InlineData("\"transposition\"", "7")]
    [InlineData("\"severity\": \"E\"", "\"severity\": \"X\"")]
    [InlineData("\"unit\": \"430100\"", "\"unit\": null")]
    public void A_receipt_with_an_unknown_word_is_not_read(string word, string other)
    {
        var json = Encoding.UTF8.GetString(ReceiptJson.Write(Refused)).Replace(word, other, StringComparison.Ordinal);

        Assert.Throws<InvalidDataException>(() => ReceiptJson.Read(Encoding.UTF8.GetBytes(json)));
    }
}
