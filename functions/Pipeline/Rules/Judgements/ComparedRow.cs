using Pipeline.Catalogue;

namespace Pipeline.Rules.Judgements;

/// <summary>A typed item with what it is compared with, in workbook units.</summary>
/// <param name="Item">The item.</param>
/// <param name="Current">本年数.</param>
/// <param name="LastYear">上年数, not zero.</param>
/// <param name="Budget">调整后预算数; null when the form has none.</param>
internal sealed record ComparedRow(Item Item, decimal Current, decimal LastYear, decimal? Budget)
{
    /// <summary>This year over last year.</summary>
    public decimal Ratio => Current / LastYear;

    /// <summary>Typed items of each form whose two years are both positive, in the order of the rows.</summary>
    public static IEnumerable<(Form Form, IReadOnlyList<ComparedRow> Rows)> Of(RuleSubject subject)
    {
        foreach (var form in subject.Catalogue.FormsOf(subject.Kind))
        {
            var budgeted = form.Columns.Any(c => c.Code == "B1");
            var rows =
                from item in form.Items
                where item.Formula is null && item.Measure != Measure.Rate
                let current = subject.Values.Number(item.Code, "CUR")
                let before = subject.Values.Number(item.Code, "PY")
                where current > 0 && before > 0
                select new ComparedRow(item, current.Value, before.Value, budgeted ? subject.Values.Number(item.Code, "B1") ?? 0 : null);
            if (rows.ToList() is { Count: > 0 } found) yield return (form, found);
        }
    }

    /// <summary>The middle ratio of some rows.</summary>
    public static decimal Median(IEnumerable<ComparedRow> rows)
    {
        var ratios = rows.Select(r => r.Ratio).Order().ToList();
        return ratios[ratios.Count / 2];
    }

    /// <summary>Whether a ratio is a power of ten, give or take a factor.</summary>
    public static bool IsNear(decimal ratio, decimal power, decimal factor) => ratio >= power / factor && ratio <= power * factor;
}
