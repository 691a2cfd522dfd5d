using Demo.Samples;
using Demo.Samples.Mistakes;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Mistakes;

/// <summary>Each mistake of the table, planted into the sample return of its unit and judged as an upload is.</summary>
public sealed class MistakeTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

    private static readonly Dictionary<string, Return> Samples = SampleReturns
        .Make(Catalogue2023.Value, SampleValues.Read(Path.Combine(Folder, "values.csv"), Catalogue2023.Value), Folder).Returns.ToDictionary(r => r.Unit);

    private static readonly Dictionary<string, HashSet<(string, string, string)>> Untouched = Samples.Keys.ToDictionary(
        unit => unit,
        unit => Check(new Mistake("", unit, "", "")).Findings.Select(f => (f.Rule, f.Sheet, f.Cell)).ToHashSet());

    public static TheoryData<string> Names => [.. MistakeTable.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_thing_told_is_the_rule_the_cell_and_the_cause_of_the_mistake(string name)
    {
        var mistake = MistakeTable.All.Single(m => m.Name == name);

        var reading = Check(mistake);

        // What the return as it should be is asked as well is no part of the mistake.
        var told = reading.Findings.FirstOrDefault(f => !Untouched[mistake.Unit].Contains((f.Rule, f.Sheet, f.Cell)));
        var (sheet, cell) = mistake.PlaceIn(Catalogue2023.Value);
        Assert.True(told is not null, "Nothing was found.");
        Assert.True(
            (told.Rule, told.Sheet, told.Cell, told.Cause?.Kind, told.Explanation) == (mistake.Rule, sheet, cell, mistake.Cause, null),
            $"expected {mistake.Rule} {sheet} {cell} {mistake.Cause}, first told:\n{string.Join('\n', reading.Findings.SkipWhile(f => f != told).Take(5).Select(Line))}");
    }

    [Fact]
    public void No_two_mistakes_are_the_same() => Assert.Equal(MistakeTable.All.Count, MistakeTable.All.Select(m => m.Name).Distinct().Count());

    private static ReturnReading Check(Mistake mistake)
    {
        var sample = Samples[mistake.Unit];
        var upload = mistake.Plant(Catalogue2023.Value, sample);
        var known = mistake.Known?.Invoke(new Filling(Catalogue2023.Value, sample)) ?? Circumstances.None;
        return ReturnCheck.Check(new MemoryStream(upload.Content), Catalogue2023.Value, upload.Unit, upload.Name, known);
    }

    private static string Line(Finding finding) =>
        $"  {finding.Rule} {finding.Severity} {finding.Sheet} {finding.Cell} ×{finding.Count} {finding.Cause?.Kind.ToString() ?? "-"}: {finding.Message} {finding.Cause?.Text}";
}
