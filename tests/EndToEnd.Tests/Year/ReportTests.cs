using System.Text.Json;
using Microsoft.VisualBasic.FileIO;
using Pipeline.Ledger;
using Pipeline.Reports;

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
        var text = ReportText.Extract(new MemoryStream(document)).ReplaceLineEndings("");
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
        var changed = Samples2023.Of("430100").WithCell("EI.INC.PREM", "CUR", yuan => $"{decimal.Parse(yuan) + 100_000_000m}");
        Assert.Equal(Verdict.Accepted, (await year.AnswerAsync(changed)).Verdict);
        await year.CloseAsync();
        var after = Figures(await year.Client.DownloadAsync("trace.json", default));

        var moved = before.Keys.Where(id => before[id].Printed != after[id].Printed).ToHashSet();
        Assert.Equal(["S5.E.A.I1", "S5.E.A.INC", "S5.E.BAL", "S5.E.CLOSE"], moved.Where(id => id.StartsWith('S')).Order());
        Assert.All(moved, id => Assert.True(after[id].MadeOfIt, $"{id} is not made of the cell, yet {before[id].Printed} became {after[id].Printed}"));
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

    /// <summary>Every figure of sections 二 and 五 and every data-bound one of 六, as label, number, unit, one behind the other.</summary>
    private static void AssertPrinted(string text)
    {
        var at = 0;
        foreach (var (id, section, label, printed, unit) in Golden().Where(f => f.Id[..2] is "S2" or "S5" or "S6"))
        {
            // The table of the CSV's rows stands in the text as the numbers of its cells.
            var numbers = printed.Split(" / ");
            foreach (var (number, index) in numbers.Select((n, i) => (n, i)))
            {
                var found = text.IndexOf(number + (numbers.Length == 1 ? PrintedUnit(number, unit) : ""), at, StringComparison.Ordinal);
                Assert.True(found >= 0, $"{id} {label}: {number} is not printed behind {text[Math.Max(0, at - 30)..at]}");
                if (index == 0) Assert.True(HasLabel(text[at..found], label), $"{id}: {label} does not stand before {number} but {text[at..found]}");
                at = found + number.Length;
            }
        }
    }

    private static string PrintedUnit(string number, string unit) => number.EndsWith('%') ? "" : unit is "万(人)" ? "万" : unit;

    /// <summary>Brackets of the CSV's labels tell figures apart; on the page the sentence does.</summary>
    private static bool HasLabel(string before, string label) =>
        label.Split(':')[^1].Split('(', '（')[0].Split(' ')[^1].Split("从/至")[0] is var core && before.Contains(core[..Math.Min(2, core.Length)], StringComparison.Ordinal);

    private static IEnumerable<(string Id, string Section, string Label, string Printed, string Unit)> Golden()
    {
        using var csv = new TextFieldParser(Path.Combine(AppContext.BaseDirectory, "Golden", "figures.csv")) { Delimiters = [","] };
        csv.ReadFields();
        while (!csv.EndOfData)
        {
            var f = csv.ReadFields()!;
            yield return (f[0], f[1], f[2], f[3], f[4]);
        }
    }

    private static Dictionary<string, (string Printed, bool MadeOfIt)> Figures(byte[] trace) =>
        JsonDocument.Parse(trace).RootElement.GetProperty("figures").EnumerateObject().ToDictionary(
            f => f.Name,
            f => (f.Value.GetProperty("printed").GetString()!,
                f.Value.TryGetProperty("contributions", out var cells) && cells.EnumerateArray().Any(c =>
                    c.GetProperty("unit").GetString() == "430100" && c.GetProperty("item").GetString() == "EI.INC.PREM" && c.GetProperty("column").GetString() == "CUR")));
}
