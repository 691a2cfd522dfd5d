using System.Text.Json;
using Microsoft.VisualBasic.FileIO;
using Pipeline.Ledger;
using Pipeline.Reports;
using Pipeline.Returns.Receipts;

namespace EndToEnd.Tests.Year;

public sealed class ReportTests
{
    [Fact]
    public async Task Fifteen_uploads_end_in_a_report_with_the_figures_of_2023()
    {
        await using var year = await YearUnderTest.StartAsync();

        var receipts = await year.AnswerAsync(Samples2023.Files);
        var state = await year.CloseAsync();
        var document = await year.Client.DownloadAsync("report.docx", default);

        Assert.All(receipts, r => Assert.Equal(Verdict.Accepted, r.Verdict));
        Assert.False(state.Draft);
        Assert.Empty(state.Missing);
        var text = ReportText.Extract(new MemoryStream(document)).ReplaceLineEndings("\n");
        AssertPrinted(text);
        Assert.All(["1986.39", "38.15", "98.11"], wrong => Assert.DoesNotContain(wrong, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_cell_changed_by_100_million_moves_exactly_the_figures_made_of_it()
    {
        await using var year = await YearUnderTest.StartAsync();
        await year.AnswerAsync(Samples2023.Files);
        await year.CloseAsync();
        var before = Figures(await year.Client.DownloadAsync("trace.json", default));

        await Task.Delay(1100); // The store's clock ticks in whole seconds, and the newest upload counts.
        var changed = Samples2023.Of("430100").WithCell("EI.INC.PREM", "CUR", yuan => $"{decimal.Parse(yuan) + 100_000_000m}").WithVersion(2);
        // Sums were not computed again, which is a question; the return is in force all the same.
        Assert.Equal(Verdict.Pending, (await year.AnswerAsync(changed)).Verdict);
        await year.CloseAsync();
        var after = Figures(await year.Client.DownloadAsync("trace.json", default));

        var moved = before.Keys.Where(id => before[id].Printed != after[id].Printed).ToHashSet();
        Assert.Equal(["S5.E.A.I1", "S5.E.A.INC", "S5.E.BAL", "S5.E.CLOSE"], moved.Where(id => id.StartsWith('S')).Order());
        Assert.All(moved, id => Assert.True(MadeOf(after[id].Expression, "EI.INC.PREM"), $"{id} is not made of the cell, yet {before[id].Printed} became {after[id].Printed}"));
        Assert.Equal("1037.21亿元", after["S5.E.A.I1"].Printed);
    }

    [Fact]
    public async Task Two_hosts_on_one_storage_give_the_same_report_as_one()
    {
        var reports = new List<byte[]>();
        foreach (var hosts in new[] { 1, 2 })
        {
            await using var year = await YearUnderTest.StartAsync(hosts);
            await year.AnswerAsync(Samples2023.Files);
            await year.CloseAsync();
            reports.Add(await year.Client.DownloadAsync("report.docx", default));
        }

        Assert.Equal(reports[0], reports[1]);
    }

    /// <summary>Every figure of sections 二, 五 and 六, one behind the other: label, number, unit.</summary>
    private static void AssertPrinted(string text)
    {
        var at = 0;
        foreach (var (id, label, printed, unit) in Golden().Where(f => f.Id[..2] is "S2" or "S5" or "S6"))
        {
            var free = id.StartsWith("S6", StringComparison.Ordinal);
            var spoken = !free;
            foreach (var expected in free ? InNarrative(printed, unit) : [InTemplate(id, label, printed, unit)])
            {
                var found = text.IndexOf(expected, at, StringComparison.Ordinal);
                Assert.True(found >= 0, $"{id}: {expected} does not follow {text[Math.Max(0, at - 30)..at]}");
                spoken |= text[at..found].Intersect(label).Count() >= 2;
                Assert.True(spoken, $"{id}: {text[at..found]} does not speak of {label}");
                at = found + expected.Length;
            }
        }
    }

    /// <summary>The template prints labels as the list has them; which fund or budget, the sentence has said before.</summary>
    private static string InTemplate(string id, string label, string printed, string unit)
    {
        if (id.StartsWith("S2.T", StringComparison.Ordinal)) return $"{label.Split(' ')[0]}\t{printed.Replace(" / ", "\t", StringComparison.Ordinal)}";
        var name = label.Replace("(预算)", "", StringComparison.Ordinal).Replace("(text)", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..] + printed + unit;
    }

    /// <summary>In the narrative words surround the numbers freely.</summary>
    private static string[] InNarrative(string printed, string unit) =>
        [.. printed.Split(" / ").Select(number => number.EndsWith('%') ? number : number + unit.Split('(')[0])];

    private static IEnumerable<(string Id, string Label, string Printed, string Unit)> Golden()
    {
        using var csv = new TextFieldParser(Path.Combine(AppContext.BaseDirectory, "Golden", "figures.csv")) { Delimiters = [","] };
        csv.ReadFields();
        while (!csv.EndOfData)
        {
            var f = csv.ReadFields()!;
            yield return (f[0], f[2], f[3], f[4]);
        }
    }

    private static Dictionary<string, (string Printed, string Expression)> Figures(byte[] trace) =>
        JsonDocument.Parse(trace).RootElement.GetProperty("figures").EnumerateObject().ToDictionary(
            f => f.Name,
            f => (f.Value.GetProperty("printed").GetString()!, f.Value.TryGetProperty("expression", out var made) ? made.GetString()! : ""));

    /// <summary>Whether an expression speaks of this year's value of an item, or of a sum that the item is part of.</summary>
    private static bool MadeOf(string expression, string item)
    {
        var sums = new HashSet<string> { item };
        var formulas = Samples2023.Catalogue.Forms.SelectMany(f => f.Items).Where(i => i.Formula is not null).ToList();
        while (formulas.Where(f => Words(f.Formula!.ToString()!).Any(sums.Contains)).Select(f => f.Code).Except(sums).ToList() is { Count: > 0 } more) sums.UnionWith(more);
        return Words(expression).Any(word => word.EndsWith("@CUR", StringComparison.Ordinal) && sums.Contains(word[..^4]));
    }

    private static string[] Words(string expression) => expression.Split([' ', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries);
}
