using System.Text;
using System.Text.Json;
using Pipeline.Figures;
using Pipeline.Reports;

namespace Pipeline.Tests.Reports;

/// <summary>Every printed number leads to its cells, and the nodes to other programs.</summary>
public sealed class TraceFileTests
{
    [Fact]
    public void A_figure_leads_to_its_cells()
    {
        using var trace = JsonDocument.Parse(TraceFile.Write(Report2023.Subject()));
        var figure = trace.RootElement.GetProperty("figures").GetProperty("S5.W.A.I1");
        var contributions = figure.GetProperty("contributions").EnumerateArray().ToList();

        Assert.Equal(("48.5亿元", "48.5", "亿元", "7"),
            (Text(figure, "printed"), Text(figure, "text"), Text(figure, "unit"), Text(figure, "node")));
        Assert.Equal(("工伤保险保费收入", "五（二）", "WI.INC.PREM@CUR"), (Text(figure, "label"), Text(figure, "section"), Text(figure, "expression")));
        Assert.Equal(15, contributions.Count);
        Assert.Equal(figure.GetProperty("raw").GetInt64(), contributions.Sum(c => c.GetProperty("raw").GetInt64()));
        Assert.All(contributions, c => Assert.Equal((64, "S02工伤收支表"), (Text(c, "submission").Length, Text(c, "sheet"))));
    }

    [Fact]
    public void Every_figure_and_group_of_the_catalogue_has_an_entry()
    {
        var subject = Report2023.Subject();
        using var trace = JsonDocument.Parse(TraceFile.Write(subject));

        var ids = trace.RootElement.GetProperty("figures").EnumerateObject().Select(f => f.Name).ToList();

        Assert.Equal([.. subject.Figures.Figures.Keys, .. subject.Catalogue.Groups.Select(g => g.Id)], ids);
        Assert.Empty(subject.Catalogue.Figures.Select(f => f.Id).Except(ids));
    }

    [Fact]
    public void A_row_of_the_table_is_one_entry()
    {
        using var trace = JsonDocument.Parse(TraceFile.Write(Report2023.Subject()));

        var row = trace.RootElement.GetProperty("figures").GetProperty("S2.T2");

        Assert.Equal("1.05 / 0.53 / 0.52 / 98.34%", Text(row, "printed"));
        Assert.Equal(["S2.T2.1", "S2.T2.2", "S2.T2.3", "S2.T2.4"], row.GetProperty("parts").EnumerateArray().Select(p => p.GetString()));
    }

    [Fact]
    public void A_figure_moved_so_that_the_page_adds_up_says_so()
    {
        var subject = Report2023.Subject();
        var figures = subject.Figures.Figures.ToDictionary();
        figures["S2.03"] = figures["S2.03"] with { Tail = new TailMove("6.38", "6.39", "S2.03 = S2.01 − S2.02") };
        using var trace = JsonDocument.Parse(TraceFile.Write(subject with { Figures = subject.Figures with { Figures = figures } }));

        var entries = trace.RootElement.GetProperty("figures");

        Assert.Equal("6.38", Text(entries.GetProperty("S2.03").GetProperty("tail"), "rounded"));
        Assert.Equal("6.39", Text(entries.GetProperty("S2.03").GetProperty("tail"), "printed"));
        Assert.Equal(JsonValueKind.Null, entries.GetProperty("S2.02").GetProperty("tail").ValueKind);
    }

    [Fact]
    public void The_trace_of_a_draft_names_what_is_missing_in_plain_Chinese()
    {
        var bytes = TraceFile.Write(Report2023.Without("430100"));
        using var trace = JsonDocument.Parse(bytes);

        Assert.True(trace.RootElement.GetProperty("draft").GetBoolean());
        Assert.Equal("430100", trace.RootElement.GetProperty("missing")[0].GetString());
        Assert.Contains(trace.RootElement.GetProperty("findings").EnumerateArray(),
            f => Text(f, "rule") == "R-C-13" && Text(f, "severity") == "W");
        Assert.Contains("长沙市", Encoding.UTF8.GetString(bytes.Span), StringComparison.Ordinal);
        Assert.Equal(bytes.Span, TraceFile.Write(Report2023.Without("430100")).Span);
    }

    [Fact]
    public void Totals_list_the_three_nodes_with_sum_and_difference_making_the_consolidation()
    {
        var lines = Encoding.UTF8.GetString(TotalsFile.Write(Report2023.Subject())).TrimEnd('\n').Split('\n');
        var values = lines.Skip(1).Select(l => l.Split(','))
            .ToDictionary(f => (f[0], f[1], f[2]), f => long.Parse(f[3], System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal("node,item_code,column,value", lines[0]);
        Assert.Equal(
            values[("9", "EI.EXP.TOUPPER", "CUR")], values[("7", "EI.EXP.TOUPPER", "CUR")] + values[("1", "EI.EXP.TOUPPER", "CUR")]);
        Assert.True(values[("1", "EI.EXP.TOUPPER", "CUR")] < 0);
        Assert.Equal(["7", "1", "9"], lines.Skip(1).Select(l => l.Split(',')[0]).Distinct());
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
