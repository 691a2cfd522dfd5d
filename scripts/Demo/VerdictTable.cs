using Pipeline.Catalogue;
using Pipeline.Returns.Receipts;
using Spectre.Console;

namespace Demo;

/// <summary>The answers to all uploads, one line each.</summary>
internal static class VerdictTable
{
    public static Table Of(YearCatalogue catalogue, IEnumerable<Receipt> receipts)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("单位", "", "结论", "错误", "核实", "首条问题");
        foreach (var receipt in receipts)
        {
            var errors = receipt.Findings.Count(f => f.Severity == Severity.Error);
            var warnings = receipt.Findings.Count(f => f.Severity == Severity.Warning);
            var first = receipt.Findings.Count > 0 ? receipt.Findings[0] : null;
            table.AddRow(
                receipt.Unit, Markup.Escape(catalogue.FindUnit(receipt.Unit)?.Name ?? "（名录外）"), Verdict(receipt.Verdict),
                errors.ToString(), warnings.ToString(), first is null ? "" : Markup.Escape(first.Message));
        }

        return table;
    }

    private static string Verdict(Verdict verdict) => verdict switch
    {
        Pipeline.Returns.Receipts.Verdict.Accepted => "[green]已接收[/]",
        Pipeline.Returns.Receipts.Verdict.Pending => "[yellow]待说明[/]",
        Pipeline.Returns.Receipts.Verdict.Refused => "[red]退回[/]",
        _ => "[yellow]已被更新的报表取代[/]",
    };
}
