using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;
using Pipeline.Workbooks;

namespace Pipeline.Rules.Causes;

/// <summary>What probably happened to the lines of 往来明细 or 预算调整 whose sum is not the amount of the cell.</summary>
internal static class RegisterCauses
{
    private const string Transfers = "S05";

    private const int MostCells = 5;

    private static readonly string[] Forms = [Transfers, "S06"];

    /// <summary>The cause of <c>sum(S05.AMOUNT, …) = ITEM</c> being broken; null for other conditions.</summary>
    public static Cause? Of(Condition condition, ReturnValues values, CauseContext context, decimal lines, decimal cell)
    {
        if (condition.Left is not Call { Name: "sum", Arguments: [Reference summed, ..] } sum || summed.Code.Split('.')[0] is var form && !Forms.Contains(form)) return null;
        var sheet = values.Lines(form).FirstOrDefault()?.Sheet ?? form;
        if (Unread(sum, values, context, form, sheet) is { } unread) return unread;
        // The sum of lines has neither a year before nor a budget of its own.
        var total = context with { Place = (_, _) => Place.OfSheet(sheet) with { Label = "明细合计" }, Number = (_, _) => null };
        return CauseFinder.Find(new Discrepancy(lines, cell, Measure.Money, condition.At, condition.Column!), total)
            ?? (form == Transfers ? OfTransfer(sum, values, lines, cell) : null);
    }

    /// <summary>A line of the sum, as far as it can be read, that has a cell which cannot: the sum lacks it, and nothing need be guessed.</summary>
    private static Cause? Unread(Call sum, ReturnValues values, CauseContext context, string form, string sheet)
    {
        var rows = values.Lines(form).Where(l => sum.Arguments.Skip(1).All(condition => condition.Evaluate(values.From(null, l, missingIsZero: false)) != 0)).Select(l => l.Row).ToHashSet();
        var cells = context.Reading
            .Where(f => f.Sheet == sheet && f.Cell.Length > 0 && f.Rule is ("R-F-08" or "R-F-11" or "R-F-15") && rows.Contains(CellAddress.Parse(f.Cell).Row)).Select(f => f.Cell).ToList();
        return cells.Count == 0 ? null : new Cause(CauseKind.TextNumber, $"明细表 {string.Join("、", cells.Take(MostCells))} 未能读取，该行没有计入合计，请先更正");
    }

    private static Cause? OfTransfer(Call sum, ReturnValues values, decimal lines, decimal cell)
    {
        var gap = Math.Abs(lines - cell);
        var print = gap.ToString("#,##0.00", CultureInfo.InvariantCulture);
        var own = sum.Arguments.Skip(1).ToList();
        var alike = values.Lines(Transfers).Where(l => Amount(l) == gap).ToList();
        var inside = alike.Count(l => own.All(condition => condition.Evaluate(values.From(null, l, missingIsZero: false)) == 1));
        if (lines > cell) return inside > 1 ? new Cause(CauseKind.Doubled, $"往来明细可能重复登记了 {print} 元") : null;
        // A line of that amount under another fund or direction was written there by mistake, not left out.
        return lines > 0 && inside == alike.Count ? new Cause(CauseKind.Omitted, $"往来明细可能漏登 {print} 元") : null;
    }

    private static decimal? Amount(RegisterLine line) =>
        decimal.TryParse(line.Values.GetValueOrDefault("AMOUNT"), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
