using System.Globalization;
using Pipeline.Reports;
using Pipeline.Tests.Reports;

namespace Pipeline.Tests.Golden;

/// <summary>Everything the real report of 2023 prints, our document prints too, in its order.</summary>
public sealed class GoldenReportTests
{
    /// <summary>What a sentence makes of a label where it cannot print it as it stands; {0}, {1} are the printed numbers.</summary>
    private static readonly Dictionary<string, string> InItsSentence = new()
    {
        ["H01"] = "{0}年度",
        ["S6.01"] = "新增参加工伤保险人数{0}万人",
        ["S6.04"] = "企保年初目标{0}万",
        ["S6.05"] = "工保年初目标{0}万",
        ["S6.07"] = "从第{0}名上升到第{1}名",
        ["S6.09"] = "远程认证占{0}，其他认证占{1}",
        ["S6.14"] = "拨付合计约{0}亿元",
        ["S6.19"] = "费率下降{0}",
    };

    [Fact]
    public void All_119_figures_stand_in_order_behind_their_labels_and_before_their_units()
    {
        var text = ReportText.Extract(new MemoryStream(ReportDocument.Write(SampleReport.Subject)));
        var position = 0;
        foreach (var figure in Golden2023.Figures)
        {
            var printed = AsPrinted(figure.Id, figure.Label, figure.Printed, figure.Unit);
            var found = text.IndexOf(printed, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{figure.Id}: {printed} does not follow {text[Math.Max(0, position - 30)..position]}");
            position = found + printed.Length;
        }

        Assert.Equal(119, Golden2023.Figures.Count);
    }

    /// <summary>A label says of which fund or budget it is in words that the sentence has said before.</summary>
    private static string AsPrinted(string id, string label, string printed, string unit)
    {
        var numbers = printed.Split(" / ");
        if (InItsSentence.TryGetValue(id, out var sentence)) return string.Format(CultureInfo.InvariantCulture, sentence, [.. numbers]);
        if (id.StartsWith("S2.T", StringComparison.Ordinal)) return $"{label.Split(' ')[0]}\t{string.Join('\t', numbers)}\n";
        var name = label.Replace("(预算)", "", StringComparison.Ordinal).Replace("(text)", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal);
        return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..] + printed + unit;
    }
}
