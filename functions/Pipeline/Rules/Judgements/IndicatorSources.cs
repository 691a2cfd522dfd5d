using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Scoring;

namespace Pipeline.Rules.Judgements;

/// <summary>完成值 that names the item it comes from says what the item says, at the decimals it is written with.</summary>
internal sealed class IndicatorSources : IJudgement
{
    private const string Form = "S09";

    public string Rule => "R-B-14";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        foreach (var line in subject.Values.Lines(Form))
        {
            var (source, said) = (line.Values.GetValueOrDefault("SOURCE", "").Trim(), line.Values.GetValueOrDefault("ACTUAL", ""));
            if (subject.Catalogue.FindItem(source) is not { Item.Measure: not Measure.Rate }
                || IndicatorValue.Parse(said) is not { } actual || actual.Unit.Contains('%')
                || subject.Values.Number(source, "CUR") is not { } value) continue;
            var expected = Math.Round(value / actual.Scale, actual.Decimals, MidpointRounding.AwayFromZero);
            if (expected == actual.Number) continue;
            var print = expected.ToString($"F{actual.Decimals}", CultureInfo.InvariantCulture)
                + actual.Scale switch { 10_000m => "万", 100_000_000m => "亿", _ => "" } + actual.Unit;
            var at = subject.Values.Place(source, "CUR");
            findings.Add(findings.Word(
                subject.Catalogue.Rule(Rule), subject.Values.LinePlace(line, "ACTUAL"), ("值", said), ("来源", source), ("应为", print)) with
            {
                Reported = said,
                Expected = print,
                Cells = [$"{at.Sheet}!{at.Cell}"],
            });
        }
    }
}
