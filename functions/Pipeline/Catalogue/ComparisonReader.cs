using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>Reads <c>comparison.yaml</c>; what it says must be right also while the appendix is switched off.</summary>
/// <param name="items">The items there are.</param>
/// <param name="figures">Ids of the figures of text and annexes.</param>
internal sealed class ComparisonReader(ItemIndex items, IReadOnlySet<string> figures)
{
    private readonly HashSet<string> ids = [];

    /// <exception cref="CatalogueException">Something is missing or speaks of what there is none of; the message names file and line.</exception>
    public ComparisonAppendix Read(DataNode root)
    {
        root.Only("enabled", "title", "budgets", "shares", "units", "indicators");
        // A switch that is not there is no switch.
        _ = root["enabled"];
        var units = root["units"].Only("title", "times", "least");
        var times = units["times"].Decimal() is > 0 and var t ? t : throw units["times"].Wrong("a number above zero is expected");
        var least = units["least"].Int() is > 0 and var l ? l : throw units["least"].Wrong("a number above zero is expected");
        return new ComparisonAppendix(
            root.Flag("enabled"), root.Text("title"), [.. root["budgets"].List().Select(ReadBudget)],
            [.. root["shares"].List().Select(ReadShares)], units.Text("title"), times, least, [.. root["indicators"].List().Select(ReadIndicator)]);
    }

    private BudgetComparison ReadBudget(DataNode node)
    {
        node.Only("title", "annex", "total");
        var total = items.Known(node["total"]);
        var parts = Parts(total).ToHashSet();
        if (parts.Contains(total)) throw node["total"].Wrong($"{total} adds up nothing");
        var chart = new BudgetComparison(
            node.Text("title"), node["annex"].Int(), total, [.. items.Find(total)!.Value.Form.Items.Select(i => i.Code).Where(parts.Contains)]);
        var needed = chart.Items.Append(total).SelectMany(item => new[] { chart.Figure(item, "B1"), chart.Figure(item, "CUR") }).Append(chart.Figure(total, "RATE"));
        if (needed.FirstOrDefault(id => !figures.Contains(id)) is { } unknown) throw node["annex"].Wrong($"there is no figure {unknown}");
        return chart;
    }

    /// <summary>What an item adds up, down to what is typed.</summary>
    private IEnumerable<string> Parts(string item) => items.Find(item)!.Value.Item.Formula is { } formula && Linear.Terms(formula) is { } terms
        ? terms.SelectMany(t => Parts(t.Code))
        : [item];

    private ShareComparison ReadShares(DataNode node)
    {
        node.Only("title", "series");
        var series = node["series"].List().Select(ReadShared).ToList();
        return series.Count > 0 ? new ShareComparison(node.Text("title"), series) : throw node.Wrong("a chart has a series");
    }

    private SharedAmount ReadShared(DataNode node)
    {
        node.Only("id", "caption", "value");
        return new SharedAmount(Own(node["id"], ".SHARE"), node.Text("caption"), Checked(node["value"]));
    }

    private ComparedIndicator ReadIndicator(DataNode node)
    {
        node.Only("id", "caption", "value", "share", "growth", "unit");
        var (kind, operands) = node.Find("value") is { } value ? (FigureKind.Amount, [value])
            : node.Find("share") is { } share ? (FigureKind.Share, share.List())
            : (FigureKind.Growth, node["growth"].List());
        if (operands.Count != (kind == FigureKind.Amount ? 1 : 2)) throw node.Wrong("a ratio has two operands");
        if (kind != FigureKind.Amount && node.Find("unit") is { } unit) throw unit.Wrong("a ratio is printed in %");
        return new ComparedIndicator(
            Own(node["id"], ""), node.Text("caption"), kind, Checked(operands[0]), operands.Count > 1 ? Checked(operands[1]) : null,
            kind == FigureKind.Amount ? node.Text("unit") : "");
    }

    private string Own(DataNode node, string suffix)
    {
        var id = node.Text();
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c == '.')) throw node.Wrong($"\"{id}\" is no part of a figure's id");
        return ids.Add(id + suffix) ? id : throw node.Wrong($"{id} is written twice");
    }

    private Expression Checked(DataNode node)
    {
        var expression = node.Formula();
        items.Check(expression, node);
        return expression;
    }
}
