using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>A transfer that is written twice in 往来明细: same fund, direction, peer, date and amount.</summary>
internal sealed class RepeatedTransfers : IJudgement
{
    private static readonly string[] Key = ["FUND", "DIRECTION", "PEER", "DATE", "AMOUNT"];

    public string Rule => "R-D-05";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        // A line that lacks a part is told of as it is read; two of them are not thereby the same.
        var complete = subject.Values.Lines("S05").Where(line => Key.All(line.Values.ContainsKey));
        foreach (var same in complete.GroupBy(line => string.Join('\n', Key.Select(column => line.Values[column]))))
        {
            var first = subject.Values.LinePlace(same.First(), "AMOUNT");
            foreach (var line in same.Skip(1))
            {
                findings.Add(findings.Word(
                    subject.Catalogue.Rule(Rule), subject.Values.LinePlace(line, "AMOUNT"),
                    ("日期", line.Values["DATE"]), ("金额", line.Values["AMOUNT"]), ("首行", $"{same.First().Row}")) with { Cells = [$"{first.Sheet}!{first.Cell}"] });
            }
        }
    }
}
