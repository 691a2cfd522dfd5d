using System.Reflection;
using Pipeline.Catalogue;
using Pipeline.Consolidation.Reconciliation;
using Pipeline.Reports.Proof;
using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Rules;

public sealed class RuleCoverageTests
{
    // A narrative is asked for its figures twice: while it can be mended (P, L), and on the printed page (D).
    private static readonly List<string> OverOneReturn =
    [
        .. RuleLibrary.Judged,
        .. typeof(JudgesAttribute).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<JudgesAttribute>()).Select(a => a.Rule),
    ];

    private static readonly List<string> OverTheYear = [.. YearRules.Judged];

    private static readonly List<string> OverTheReport = [.. ReportProof.Judged];

    [Fact]
    public void There_are_140_rules() => Assert.Equal(140, Catalogue2023.Value.Rules.Count);

    [Fact]
    public void No_rule_is_judged_by_two_classes() =>
        Assert.All([OverOneReturn, OverTheYear, OverTheReport], claimed => Assert.Equal(claimed.Distinct().Order(), claimed.Order()));

    [Fact]
    public void Every_rule_that_a_class_judges_is_in_the_catalogue() =>
        Assert.Empty(OverOneReturn.Concat(OverTheYear).Concat(OverTheReport).Except(Catalogue2023.Value.Rules.Select(r => r.Id)));

    [Fact]
    public void Every_rule_is_an_expression_or_judged_by_a_class() =>
        Assert.Empty(Catalogue2023.Value.Rules.Where(r => r.Conditions.Count == 0).Select(r => r.Id).Except(OverOneReturn).Except(OverTheYear).Except(OverTheReport));

    [Fact]
    public void Every_rule_says_what_it_rests_on_and_every_scope_is_known() =>
        Assert.All(Catalogue2023.Value.Rules, rule =>
        {
            Assert.NotEmpty(rule.Basis);
            Assert.Contains(rule.Message, c => c is >= '一' and <= '龥');
            Assert.All(rule.Scopes, scope => Assert.Contains(scope, "PLXD"));
        });

    [Fact]
    public void Every_condition_is_rendered_as_clerks_read_it() =>
        Assert.All(Catalogue2023.Value.Rules.SelectMany(r => r.Conditions), condition =>
        {
            var text = LineFormula.Of(Catalogue2023.Value, condition);
            Assert.DoesNotContain('{', text);
            Assert.DoesNotContain('@', text);
            Assert.DoesNotContain(text, char.IsAsciiLetterLower);
        });

    [Theory]
    [InlineData("R-A-01", "3行=4行+6行+7行+10行+11行+12行")]
    [InlineData("R-A-16", "调整后预算数=年初预算数+预算调整数")]
    [InlineData("R-B-06", "13行÷S04表8行≥5000")]
    [InlineData("R-Y-02", "上年决算数=上年[本年决算数]")]
    [InlineData("R-T-01", "各市州合计[25行]=省本级[14行]")]
    public void A_rule_reads_like_the_notes_of_the_form(string rule, string text) =>
        Assert.Equal(text, LineFormula.Of(Catalogue2023.Value, Catalogue2023.Value.Rule(rule).Conditions[0]));
}
