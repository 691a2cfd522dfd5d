using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Spectre.Console;

namespace Host.Local.Validate;

/// <summary>A receipt on the console: the verdict first, then a block for each finding.</summary>
internal sealed class FindingPrint(IAnsiConsole console)
{
    public void Print(Receipt receipt, string? workbook)
    {
        var unit = receipt.UnitName.Length > 0 ? $"{receipt.UnitName}（{receipt.Unit}）" : receipt.Unit == "-" ? "单位不明" : $"名录外单位（{receipt.Unit}）";
        console.Write(new Spectre.Console.Rule { Style = Style.Parse("grey") });
        Line($"[bold]{Safe(receipt.File)}[/]  {receipt.Year}年度  {Safe(unit)}");
        Line(Verdict(receipt));
        Line(Counts(receipt.Findings));
        foreach (var finding in receipt.Findings) Print(finding);
        foreach (var offered in receipt.Offered)
            Line($"[grey]上年对 {Safe(offered.Rule)} 的说明，可供参考：[/]{Safe(offered.Text)}");
        if (workbook is not null) Line($"回执：{Safe(workbook)}");
        console.WriteLine();
    }

    private void Print(Finding finding)
    {
        var (colour, letter) = finding.Severity switch
        {
            Severity.Error => ("red", "错误"),
            Severity.Warning when finding.Explanation is not null => ("green", "核实，已说明"),
            Severity.Warning => ("yellow", "核实"),
            _ => ("blue", "提示"),
        };
        console.WriteLine();
        var place = finding.Sheet.Length == 0 ? "整个文件" : finding.Cell.Length == 0 ? finding.Sheet : $"{finding.Sheet}!{finding.Cell}";
        var others = finding.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"（同一原因共 {finding.Count} 处）") : "";
        Line($"[{colour}]● {letter}[/] [bold]{Safe(finding.Rule)}[/]  [bold]{Safe(place)}[/]  {Safe(finding.Label)}{others}");
        Detail("", finding.Message);
        if (finding.Reported is { } reported)
            Detail("", $"填报 {reported}{(finding.Expected is { } expected ? $"，应为 {expected}" : "")}{(finding.Difference is { } difference ? $"，相差 {difference}" : "")}");
        if (finding.Cells.Count > 0) Detail("相关单元格", string.Join("、", finding.Cells));
        if (finding.Cause is { } cause) Detail("可能原因", cause.Text);
        if (finding.Remedy.Length > 0) Detail("如何修改", finding.Remedy);
        if (finding.Explanation is { } explanation)
            Detail(explanation.Source == ExplanationSource.Own ? "单位说明" : "省级统一说明", explanation.Text);
    }

    private void Detail(string caption, string text) =>
        console.Write(new Padder(new Markup(caption.Length == 0 ? Safe(text) : $"[grey]{caption}：[/]{Safe(text)}"), new Padding(3, 0, 0, 0)));

    private void Line(string markup) => console.MarkupLine(markup);

    private static string Verdict(Receipt receipt) => receipt.Verdict switch
    {
        Pipeline.Returns.Receipts.Verdict.Refused => "[bold red]退回[/]  有错误须更正，不要上传。",
        Pipeline.Returns.Receipts.Verdict.Pending => "[bold yellow]待说明[/]  可以上传，但有核实性问题未说明；请更正，或在编报说明中逐项说明，否则不能审核通过。",
        _ => "[bold green]可以接收[/]  没有须更正的错误，核实性问题均已说明。",
    };

    private static string Counts(IReadOnlyList<Finding> findings)
    {
        var (errors, questions, notes) = (Count(Severity.Error), Count(Severity.Warning), Count(Severity.Information));
        var open = findings.Count(f => f.IsUnexplained);
        return string.Create(CultureInfo.InvariantCulture, $"错误 {errors}  核实 {questions}（未说明 {open}）  提示 {notes}");

        int Count(Severity severity) => findings.Count(f => f.Severity == severity);
    }

    // Text of a return must not speak to the terminal, nor to the markup.
    private static string Safe(string text) => Markup.Escape(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));
}
