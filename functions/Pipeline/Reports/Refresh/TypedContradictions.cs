using System.Text.RegularExpressions;
using Pipeline.Figures;
using Pipeline.Reports.Proof;
using Pipeline.Returns;

namespace Pipeline.Reports.Refresh;

/// <summary>Numbers somebody typed that the data contradict: beside a figure's name another value, or a value that is no longer so.</summary>
/// <param name="report">The refreshed text.</param>
/// <param name="changes">What was refreshed in it.</param>
internal sealed partial class TypedContradictions(PrintedReport report, IReadOnlyList<FigureChange> changes)
{
    private const string Same = "R-G-03";

    // 20 is a number of many things; 1544.39 is not.
    private const int DigitsThatTell = 3;
    private const int ShortestName = 4;

    private readonly ILookup<string, PrintedFigure> byName = report.Subject.Figures.Figures.Values
        .Where(f => PrintedReport.Number(f.Text) is not null).SelectMany(f => Names(f).Select(name => (name, f))).ToLookup(n => n.name, n => n.f);

    /// <summary>What contradicts, in the order of the text.</summary>
    public IEnumerable<Finding> Find()
    {
        foreach (var typed in FreeNumbers.In(report))
        {
            if (Named(typed) is { Count: > 0 } meant)
            {
                if (!meant.Any(f => Says(f, typed))) yield return Word(typed, meant[0].Id, meant[0].Label, meant[0].Text + meant[0].Unit);
            }
            else if (changes.FirstOrDefault(c => WasSaid(c, typed)) is { } change)
            {
                yield return Word(typed, change.Id, $"{change.Label}（由{change.From}变动）", change.To);
            }
        }
    }

    /// <summary>The figures whose name stands before a number, with nothing but 为, 达到 or the like between; the longest name counts.</summary>
    private List<PrintedFigure> Named(TypedNumber typed)
    {
        var before = Plain(Between().Replace(typed.Before, ""));
        for (var length = before.Length; length >= ShortestName; length--)
        {
            if (byName[before[^length..]].ToList() is { Count: > 0 } found) return found;
        }

        return [];
    }

    /// <summary>Whether the typed number is the figure, in the figure's unit or another, as exactly as it was typed.</summary>
    private static bool Says(PrintedFigure figure, TypedNumber typed)
    {
        var number = PrintedReport.Number(figure.Text)!.Value;
        if (typed.Value == Math.Abs(number) && (typed.Unit.Length == 0 || typed.Unit == figure.Unit || typed.Unit == "%")) return true;
        return figure.Raw is { } raw && DisplayScale.Find(typed.Unit) is { } scale
            && (typed.Value == decimal.Round(Math.Abs(scale.Exact(raw)), typed.Decimals, MidpointRounding.AwayFromZero)
                || typed.Value == decimal.Round(Math.Abs(number), typed.Decimals, MidpointRounding.AwayFromZero) && typed.Unit == figure.Unit);
    }

    private static bool WasSaid(FigureChange change, TypedNumber typed)
    {
        if (PrintedReport.Number(change.From) is not { } old || Math.Abs(old) != typed.Value) return false;
        var unit = change.From.TrimStart('-').TrimStart([.. "0123456789.,"]);
        return unit == typed.Unit ? unit.Length > 0 || Telling(typed) : (unit.Length == 0 || typed.Unit.Length == 0) && Telling(typed);
    }

    private static bool Telling(TypedNumber typed) => typed.Text.Count(char.IsAsciiDigit) >= DigitsThatTell;

    private Finding Word(TypedNumber typed, string id, string label, string now) => new FindingList(report.Subject.Catalogue).Word(
        report.Subject.Catalogue.Rule(Same), Place.OfSheet(typed.Line.Section), ("位置1", "正文手工输入的数字"), ("值1", typed.Unit == "%" ? typed.Text : typed.Text + typed.Unit),
        ("位置2", label), ("值2", now), ("图号", id), (FindingSentence.Name, typed.Line.SentenceAt(typed.At)));

    /// <summary>企保 实际收入 is written 企保实际收入; of 基本支出·工资福利支出 and 年初目标（万人） only the whole is a name.</summary>
    private static IEnumerable<string> Names(PrintedFigure figure) =>
        new[] { Plain(figure.Label), Plain(Brackets().Replace(figure.Label, "")) }.Where(n => n.Length >= ShortestName).Distinct();

    private static string Plain(string text) => Marks().Replace(text, "");

    [GeneratedRegex(@"[\s\uFFFC·]+")]
    private static partial Regex Marks();

    [GeneratedRegex("（[^）]*）")]
    private static partial Regex Brackets();

    [GeneratedRegex("(合计|共计|累计|总额|金额|已|约|共|计|仅|为|是|达到|达|到|：|:|数|了|的|人民币)+$")]
    private static partial Regex Between();
}
