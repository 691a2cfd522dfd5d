using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Spectre.Console;

namespace Demo;

/// <summary>The answers to all uploads: verdict, counts, and the first thing each unit must mend or explain.</summary>
internal static class VerdictTable
{
    // What the other columns, borders and padding take.
    private const int Name = 12;
    private const int Beside = Name + 6 + 4 + 6 + 16;
    private const int MessageLines = 2;

    /// <param name="catalogue">The year.</param>
    /// <param name="receipts">In the order they are shown.</param>
    /// <param name="width">Columns of the console; a Chinese character takes two.</param>
    public static Table Of(YearCatalogue catalogue, IEnumerable<Receipt> receipts, int width)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators();
        table.AddColumn(new TableColumn("单位").NoWrap()).AddColumn(new TableColumn("结论").NoWrap());
        table.AddColumn(new TableColumn("错误").RightAligned().NoWrap()).AddColumn(new TableColumn("未说明").RightAligned().NoWrap()).AddColumn("首先处理");
        foreach (var receipt in receipts)
        {
            var errors = receipt.Findings.Where(f => f.Severity == Severity.Error).Sum(f => f.Count);
            var open = receipt.Findings.Where(f => f.IsUnexplained).Sum(f => f.Count);
            var first = receipt.Findings.FirstOrDefault(f => f.Severity == Severity.Error || f.IsUnexplained);
            table.AddRow(
                Markup.Escape(Fold(catalogue.FindUnit(receipt.Unit)?.Name ?? $"{receipt.Unit}（名录外）", Name, 1)[0]), Verdict(receipt.Verdict),
                errors.ToString(CultureInfo.InvariantCulture), open.ToString(CultureInfo.InvariantCulture),
                first is null ? "" : string.Join('\n', Lines(first, Math.Max(width - Beside, 20))));
        }

        return table;
    }

    private static IEnumerable<string> Lines(Finding first, int width)
    {
        var where = new Place(first.Sheet, first.Cell, first.Item, first.Label).ToString();
        yield return $"[bold]{Markup.Escape(Fold($"{first.Rule} {where}", width, 1)[0])}[/]";
        var head = where.Length == 0 ? $"【{first.Rule}】" : $"【{first.Rule}】{where}：";
        var said = first.Message.StartsWith(head, StringComparison.Ordinal) ? first.Message[head.Length..] : first.Message;
        foreach (var line in Fold(said, width, MessageLines)) yield return Markup.Escape(line);
        if (first.Cause is { } cause)
        {
            foreach (var line in Fold($"原因：{cause.Text}", width, MessageLines)) yield return $"[yellow]{Markup.Escape(line)}[/]";
        }
    }

    /// <summary>The text in at most so many lines of a width; what does not fit ends in an ellipsis.</summary>
    private static List<string> Fold(string text, int width, int lines)
    {
        var folded = new List<string>();
        for (var rest = text.Trim(); rest.Length > 0 && folded.Count < lines;)
        {
            var last = folded.Count == lines - 1;
            var fits = Fitting(rest, width);
            if (fits < rest.Length && last) folded.Add(rest[..Fitting(rest, width - 1)] + "…");
            else folded.Add(rest[..fits]);
            rest = rest[fits..].TrimStart();
        }

        return folded.Count > 0 ? folded : [""];
    }

    /// <summary>How many characters from the beginning fit; at least one. A number or word is not broken, no line begins with what closes a phrase, none ends with what opens one.</summary>
    private static int Fitting(string text, int width)
    {
        var taken = 0;
        var fits = 0;
        while (fits < text.Length && (taken += text[fits..(fits + 1)].GetCellWidth()) <= width) fits++;
        if (fits == text.Length) return fits;
        var whole = fits;
        while (whole > 0 && (Closes(text[whole]) || Opens(text[whole - 1]) || (IsWord(text[whole - 1]) && IsWord(text[whole])))) whole--;
        return Math.Max(whole > 0 ? whole : fits, 1);

        static bool Closes(char c) => "，。、；：）”》〕".Contains(c, StringComparison.Ordinal);
        static bool Opens(char c) => "（“《〔".Contains(c, StringComparison.Ordinal);
        static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or '-';
    }

    private static string Verdict(Verdict verdict) => verdict switch
    {
        Pipeline.Returns.Receipts.Verdict.Accepted => "[green]已接收[/]",
        Pipeline.Returns.Receipts.Verdict.Pending => "[yellow]待说明[/]",
        Pipeline.Returns.Receipts.Verdict.Refused => "[red]退回[/]",
        _ => "[yellow]被取代[/]",
    };
}
