using System.Reflection;
using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Rules;

public sealed class RuleCoverageTests
{
    private static readonly List<string> Claimed =
    [
        .. RuleLibrary.Judged,
        .. typeof(JudgesAttribute).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<JudgesAttribute>()).Select(a => a.Rule),
    ];

    [Fact]
    public void No_rule_is_judged_by_two_classes() =>
        Assert.Empty(Claimed.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_rule_that_a_class_judges_is_in_the_catalogue() =>
        Assert.Empty(Claimed.Except(Catalogue2023.Value.Rules.Select(r => r.Id)));

    [Fact]
    public void Every_rule_over_one_return_is_an_expression_or_judged_by_a_class() =>
        Assert.Empty(Catalogue2023.Value.Rules
            .Where(r => r.Conditions.Count == 0 && (r.Scopes.Contains('P') || r.Scopes.Contains('L'))).Select(r => r.Id).Except(Claimed));
}
