using Pipeline.Catalogue;
using Pipeline.Consolidation;

namespace Pipeline.Reports.Provenance;

/// <summary>A tree as people read it.</summary>
public static class TreeText
{
    /// <summary>Lines of Chinese, drawn as a tree: figure, items, units, and with <paramref name="cells"/> on to the cells their formulas add up.</summary>
    public static IReadOnlyList<string> Print(YearCatalogue catalogue, FigureTree tree, bool cells)
    {
        var figure = tree.Figure;
        var lines = new List<string> { $"{figure.Id}　{figure.Name}　{figure.Printed}　【{figure.Section}】" };
        if (figure.Raw is { } raw) lines.Add($"原值　{CellNames.Amount(raw, CellNames.MeasureOf(figure))}（未舍入）");
        lines.Add($"公式　{figure.Expression}　取自{NodeName(catalogue, figure.Node)}");
        if (figure.Tail is { } tail) lines.Add($"尾差　单独四舍五入为 {tail.Rounded}，印作 {tail.Printed}，使 {tail.Identity} 在纸面上成立");
        if (figure.Pinned) lines.Add("定值　同一数在他处重复印出，不参与尾差调整");
        Draw(tree.Branches, "", cells, lines);
        if (figure.Raw is not null && !tree.Additive) lines.Add("说明　本数由公式算得，不是各项相加之和");
        return lines;
    }

    private static void Draw(IReadOnlyList<OriginNode> nodes, string margin, bool cells, List<string> lines)
    {
        foreach (var (index, node) in nodes.Index())
        {
            var last = index == nodes.Count - 1;
            lines.Add(margin + (last ? "└─ " : "├─ ") + Line(node, cells));
            var goesOn = cells || node.Kind is OriginKind.Operand or OriginKind.Item;
            if (goesOn) Draw([.. node.Parts, .. cells ? node.Basis : []], margin + (last ? "　 " : "│　"), cells, lines);
        }
    }

    private static string Line(OriginNode node, bool cells)
    {
        var text = $"{node.Label}　{CellNames.Amount(node.Value, node.Measure)}";
        if (node.Cell is { } cell) text += $"　{cell.Sheet}!{cell.Cell}{Said(cell.Text)}　{cell.File}";
        if (!cells && node.Kind == OriginKind.Cell && node.Parts.Count > 0) text += $"　由 {node.Leaves().Count()} 个填报单元格算得";
        return node.Note.Length == 0 ? text : $"{text}　（{node.Note}）";
    }

    private static string Said(string? text) => string.IsNullOrEmpty(text) ? "" : $" = \"{text}\"";

    private static string NodeName(YearCatalogue catalogue, string node) => node switch
    {
        Node.Sum => "节点7（全省汇总）",
        Node.Consolidated => "节点9（全省合并，往来已抵销）",
        _ => $"{catalogue.FindUnit(node)?.Name ?? node}的报表",
    };
}
