using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Tests.Mistakes;

/// <summary>Each mistake of the tables, planted into the sample return of its unit and judged as an upload is.</summary>
public sealed class MistakeTests
{
    // What the returns are asked as they should be is no part of a mistake.
    private static readonly Dictionary<string, HashSet<(string, string, string)>> Untouched = SampleYear.Returns.Keys.ToDictionary(
        unit => unit,
        unit => SampleYear.Check(new Mistake("", unit, "", "")).Findings.Select(f => (f.Rule, f.Sheet, f.Cell)).ToHashSet());

    public static TheoryData<string> OfOneUnit => [.. MistakeTable.All.Select(m => m.Name)];

    public static TheoryData<string> BetweenTwo => [.. TransferMistakes.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(OfOneUnit))]
    public void The_first_thing_told_is_the_rule_the_cell_and_the_cause_of_the_mistake(string name)
    {
        var mistake = MistakeTable.All.Single(m => m.Name == name);

        var findings = SampleYear.Check(mistake).Findings;

        var told = findings.FirstOrDefault(f => !Untouched[mistake.Unit].Contains((f.Rule, f.Sheet, f.Cell)));
        AssertTold(mistake, told, findings);
    }

    [Theory]
    [MemberData(nameof(BetweenTwo))]
    public void What_one_side_alone_booked_is_sound_until_the_province_is_consolidated(string name)
    {
        var mistake = TransferMistakes.All.Single(m => m.Name == name);

        Assert.DoesNotContain(SampleYear.Check(mistake).Findings, f => f.Severity == Severity.Error);
        var found = SampleYear.Consolidate(mistake).Findings;
        Assert.Contains(found, f => f.Rule == "R-T-01");

        Assert.SkipUnless(SampleYear.Catalogue.FindRule(mistake.Rule) is not null, $"{mistake.Rule} is not in the catalogue yet.");
        var findings = found.Where(f => f.Unit == mistake.Unit).ToList();
        AssertTold(mistake, findings.FirstOrDefault(), findings);
    }

    [Fact]
    public void There_are_many_mistakes_and_no_two_are_the_same()
    {
        var names = MistakeTable.All.Concat(TransferMistakes.All).Select(m => m.Name).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.True(names.Count >= 44);
        Assert.Equal(SampleYear.Returns.Keys.Order(), MistakeTable.OnePerUnit.Select(m => m.Unit));
    }

    private static void AssertTold(Mistake mistake, Finding? told, IReadOnlyList<Finding> all)
    {
        Assert.True(told is not null, "Nothing was found.");
        var (sheet, cell) = mistake.PlaceIn(SampleYear.Catalogue);
        Assert.True(
            (told.Rule, told.Sheet, told.Cell, told.Cause?.Kind, told.Explanation) == (mistake.Rule, sheet, cell, mistake.Cause, null),
            $"expected {mistake.Rule} {sheet} {cell} {mistake.Cause}, first told:\n{string.Join('\n', all.SkipWhile(f => f != told).Take(5).Select(Line))}");
    }

    private static string Line(Finding finding) =>
        $"  {finding.Rule} {finding.Severity} {finding.Unit} {finding.Sheet} {finding.Cell} ×{finding.Count} {finding.Cause?.Kind.ToString() ?? "-"}: {finding.Message} {finding.Cause?.Text}";
}
