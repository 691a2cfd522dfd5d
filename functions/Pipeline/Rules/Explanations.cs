using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;

namespace Pipeline.Rules;

/// <summary>Answers to questions: from 编报说明 (S07) of the return, else from the province, with last year's at hand.</summary>
internal sealed partial class Explanations(YearCatalogue catalogue, Return subject, Circumstances circumstances)
{
    private const string Form = "S07";
    private const int Least = 10;

    private readonly ILookup<string, string> own = Lines(subject);

    /// <summary>The finding with what answers it, if anything does.</summary>
    public Finding Answer(Finding finding)
    {
        if (finding.Severity != Severity.Warning) return finding;
        var rule = catalogue.Rule(finding.Rule);
        // What explains one item of such a rule must not hide a mistake in the next.
        var perItem = rule.PerItem && finding.Item.Length > 0;
        var texts = (perItem ? [] : own[finding.Rule]).Concat(finding.Item.Length > 0 ? own[finding.Item] : []).ToList();
        if (texts.Find(text => IsAnswer(text, rule, finding)) is { } said) return finding with { Explanation = new Explanation(said, ExplanationSource.Own) };
        var province = circumstances.Explanations.FirstOrDefault(e => e.Rule == finding.Rule && (e.Item is null || e.Item == finding.Item));
        if (province is not null) return finding with { Explanation = new Explanation(province.Text, ExplanationSource.Provincial) };
        var ask = rule.Cites ? $"不少于{Least}个字，并注明依据文号" : $"不少于{Least}个字，不能只写“无”“正常”";
        var how = texts.Count > 0
            ? $"“编报说明”表中对 {finding.Rule} 的说明不合要求：须{ask}。"
            : $"请核对；数据无误的，在“编报说明”表中以 {(perItem ? finding.Item : finding.Item.Length > 0 ? $"{finding.Rule} 或 {finding.Item}" : finding.Rule)} 说明原因，{ask}。";
        return finding with { Remedy = finding.Remedy + how };
    }

    /// <summary>What the unit said last year to what is not answered now.</summary>
    public IReadOnlyList<OfferedExplanation> Offer(IReadOnlyList<Finding> findings)
    {
        if (circumstances.LastYear is not { } before) return [];
        var said = Lines(before);
        return
        [
            .. from finding in findings
               where finding.IsUnexplained
               from key in (string[])[finding.Rule, finding.Item]
               where key.Length > 0
               from text in said[key]
               group text by (finding.Rule, key) into offered
               select new OfferedExplanation(offered.Key.Rule, offered.Key.key, offered.First()),
        ];
    }

    private static ILookup<string, string> Lines(Return of) => of.Lines
        .Where(l => l.Form == Form)
        .ToLookup(l => l.Values.GetValueOrDefault("SUBJECT", "").Trim(), l => l.Values.GetValueOrDefault("TEXT", "").Trim());

    private static bool IsAnswer(string text, Rule rule, Finding finding)
    {
        var words = text.Count(char.IsLetterOrDigit);
        var empty = Filler().IsMatch(text) || text.Trim() == finding.Label;
        return text.Length >= Least && words >= Least / 2 && !empty && (!rule.Cites || Document().IsMatch(text));
    }

    // No repetition inside the repetition: a long row of stops would be tried in every way it can be cut up.
    [GeneratedRegex("^(无|正常|情况正常|无异常|无说明|见附件|[\\s。，、.…])+$")]
    private static partial Regex Filler();

    [GeneratedRegex(@"〔\d{4}〕|\[\d{4}\]|\d+号")]
    private static partial Regex Document();
}
