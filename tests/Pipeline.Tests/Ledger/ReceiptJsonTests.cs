using System.Text;
using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Returns;

namespace Pipeline.Tests.Ledger;

public sealed class ReceiptJsonTests
{
    private static readonly Receipt Refused = new(
        2023, "430100", "长沙市", "ab12", "2023/430100/年报.xlsx", new(2024, 1, 15, 8, 30, 0, TimeSpan.Zero), "2023.1", Verdict.Refused,
        [
            new("R-A-01", Severity.Error, "S01收支表", "H12", "EI.INC.PREM", "“合计”不等于各项之和 <请核对>。", new Dictionary<string, string> { ["差额"] = "0.01" }),
            new("R-T-02", Severity.Warning, "", "", "", "请说明。", new Dictionary<string, string>()),
        ]);

    [Fact]
    public void A_receipt_is_written_as_other_programs_are_told_to_expect_it() => Assert.Equal(
        """
        {
          "year": 2023,
          "unit": "430100",
          "unitName": "长沙市",
          "submission": "ab12",
          "file": "2023/430100/年报.xlsx",
          "receivedAt": "2024-01-15T08:30:00+00:00",
          "catalogueVersion": "2023.1",
          "verdict": "refused",
          "findings": [
            {
              "rule": "R-A-01",
              "severity": "E",
              "sheet": "S01收支表",
              "cell": "H12",
              "item": "EI.INC.PREM",
              "message": "“合计”不等于各项之和 <请核对>。",
              "values": {
                "差额": "0.01"
              }
            },
            {
              "rule": "R-T-02",
              "severity": "W",
              "sheet": "",
              "cell": "",
              "item": "",
              "message": "请说明。",
              "values": {}
            }
          ]
        }
        """,
        Encoding.UTF8.GetString(ReceiptJson.Write(Refused)));

    [Theory]
    [InlineData(Verdict.Accepted)]
    [InlineData(Verdict.Refused)]
    [InlineData(Verdict.Superseded)]
    public void A_receipt_is_read_as_it_was_written(Verdict verdict)
    {
        var receipt = Refused with { Verdict = verdict };

        Assert.Equivalent(receipt, ReceiptJson.Read(ReceiptJson.Write(receipt)), strict: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"year\":2023")]
    public void What_is_no_receipt_is_not_read_as_one(string json) =>
        Assert.Throws<InvalidDataException>(() => ReceiptJson.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("\"refused\"", "\"perhaps\"")]
    [InlineData("\"refused\"", "7")]
    [InlineData("\"severity\": \"E\"", "\"severity\": \"X\"")]
    [InlineData("\"unit\": \"430100\"", "\"unit\": null")]
    public void A_receipt_with_an_unknown_word_is_not_read(string word, string other)
    {
        var json = Encoding.UTF8.GetString(ReceiptJson.Write(Refused)).Replace(word, other, StringComparison.Ordinal);

        Assert.Throws<InvalidDataException>(() => ReceiptJson.Read(Encoding.UTF8.GetBytes(json)));
    }
}
