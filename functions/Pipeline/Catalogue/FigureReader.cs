using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>Reads <c>figures.yaml</c>: blocks of figures that share section, node and unit; groups; identities.</summary>
internal static class FigureReader
{
    public static readonly Dictionary<string, FigureRole> Roles = new()
    {
        ["item"] = FigureRole.Item, ["difference"] = FigureRole.Difference, ["balance"] = FigureRole.Balance, ["total"] = FigureRole.Total,
        ["pinned"] = FigureRole.Pinned,
    };

    public static FigureBook Read(DataNode root, ItemIndex items)
    {
        root.Only("blocks", "groups", "identities");
        return new FigureBook(
            [.. root["blocks"].List().SelectMany(block => ReadBlock(block, items))],
            [.. root.List("groups").Select(ReadGroup)],
            [.. root.List("identities").Select(ReadIdentity)]);
    }

    private static IEnumerable<FigureDefinition> ReadBlock(DataNode block, ItemIndex items)
    {
        block.Only("section", "node", "unit", "figures");
        foreach (var node in block["figures"].List())
        {
            node.Only("id", "label", "value", "share", "growth", "unit", "node", "role");
            var (kind, operands) = node.Find("value") is { } value ? (FigureKind.Amount, [value])
                : node.Find("share") is { } share ? (FigureKind.Share, share.List())
                : (FigureKind.Growth, node["growth"].List());
            if (operands.Count != (kind == FigureKind.Amount ? 1 : 2)) throw node.Wrong("a ratio has two operands");
            foreach (var operand in operands) items.Check(operand.Formula(), operand);
            yield return new FigureDefinition(
                node.Text("id"), block.Text("section"), node.Text("label"), kind, operands[0].Formula(),
                operands.Count > 1 ? operands[1].Formula() : null, node.Text("node", block.Text("node", "")), node.Text("unit", block.Text("unit", "")),
                node.Find("role")?.OneOf(Roles) ?? FigureRole.Item);
        }
    }

    private static FigureGroup ReadGroup(DataNode node)
    {
        node.Only("id", "section", "label", "parts");
        return new FigureGroup(node.Text("id"), node.Text("section"), node.Text("label"), node.Texts("parts"));
    }

    public static Identity ReadIdentity(DataNode node)
    {
        if (node.Formula() is not Binary { Operator: Operator.Equal, Left: Reference total } equation)
            throw node.Wrong("an identity reads: total = part + part - part");
        return new Identity(total.Code, Linear.Terms(equation.Right) ?? throw node.Wrong("an identity only adds and subtracts figures"));
    }
}
