using Pipeline.Catalogue;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Rules;

public sealed class RuleTableTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    public static TheoryData<char> Families => [.. Catalogue2023.Value.RuleFamilies.Select(f => f.Letter)];

    [Theory]
    [MemberData(nameof(Families))]
    public void The_README_counts_the_rules_of_every_family_as_the_catalogue_does(char letter)
    {
        var family = Catalogue2023.Value.RuleFamilies.Single(f => f.Letter == letter);
        var rules = Catalogue2023.Value.Rules.Where(r => r.Family == letter).ToList();
        int Count(Severity severity) => rules.Count(r => r.Severity == severity);

        Assert.Contains(
            $"| {letter} | {family.Title} | {rules.Count} | {Count(Severity.Error)} | {Count(Severity.Warning)} | {Count(Severity.Information)} | {family.Purpose} |",
            Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_README_says_how_many_rules_there_are() =>
        Assert.Contains($"**{Catalogue2023.Value.Rules.Count} rules**", Readme, StringComparison.Ordinal);
}
