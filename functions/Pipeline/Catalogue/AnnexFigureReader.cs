using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>Reads what an annex says of figures: its own, those of a line, its scores and its sums.</summary>
internal static class AnnexFigureReader
{
    /// <summary>What scoring adds to an annex.</summary>
    public static IReadOnlyList<string> ScoredIds { get; } = ["EXEC.WEIGHT", "EXEC.SCORE", "TOTAL.WEIGHT", "TOTAL.SCORE"];

    public static FigureDefinition Read(DataNode node, DataNode annex, ItemIndex items, Func<string, string> dated)
    {
        node.Only("id", "label", "value", "share", "growth", "unit", "node", "role");
        var (kind, operands) = Operands(node);
        foreach (var operand in operands) items.Check(operand.Formula(), operand);
        return new FigureDefinition(
            $"A{annex.Text("number")}.{node.Text("id")}", $"附件{annex.Text("number")}", dated(node.Text("label")), kind, operands[0].Formula(),
            operands.Count > 1 ? operands[1].Formula() : null, node.Text("node", annex.Text("node")),
            node.Text("unit", kind == FigureKind.Amount ? annex.Text("measure") : "%"), node.Find("role")?.OneOf(FigureReader.Roles) ?? FigureRole.Item);
    }

    public static AnnexLineFigure Line(DataNode node, Register register, Func<string, string> dated)
    {
        node.Only("id", "label", "value", "share", "growth", "text", "unit");
        var (kind, operands) = node.Find("text") is { } text ? (FigureKind.Text, [text]) : Operands(node);
        foreach (var operand in operands) CheckColumns(operand.Formula(), register, operand);
        return new AnnexLineFigure(
            node.Text("id"), dated(node.Text("label")), kind, operands[0].Formula(), operands.Count > 1 ? operands[1].Formula() : null,
            node.Text("unit", kind == FigureKind.Text ? "" : "%"));
    }

    public static AnnexScoring Scoring(DataNode node, ItemIndex items)
    {
        node.Only("register", "where", "execution", "budget", "actual");
        var form = node.Text("register");
        if (items.FindForm(form)?.Register is not { } register) throw node["register"].Wrong($"there is no register {form}");
        foreach (var key in new[] { "where", "execution" }) CheckColumns(node[key].Formula(), register, node[key]);
        foreach (var key in new[] { "budget", "actual" }) items.Check(node[key].Formula(), node[key]);
        return new AnnexScoring(form, node["where"].Formula(), node["execution"].Formula(), node["budget"].Formula(), node["actual"].Formula());
    }

    public static Identity Identity(DataNode node, int annex, IReadOnlySet<string> own)
    {
        var identity = FigureReader.ReadIdentity(node);
        string Full(string id) => own.Contains($"A{annex}.{id}") ? $"A{annex}.{id}" : throw node.Wrong($"there is no figure {id} in annex {annex}");
        return new Identity(Full(identity.Total), [.. identity.Terms.Select(t => (Full(t.Figure), t.Sign))]);
    }

    /// <summary>A line is asked only for what its register has.</summary>
    public static void CheckColumns(Expression expression, Register register, DataNode at)
    {
        foreach (var reference in expression.References())
            if (reference.Column is not null || register.Columns.All(c => c.Code != reference.Code)) throw at.Wrong($"the register has no column {reference}");
    }

    private static (FigureKind Kind, IReadOnlyList<DataNode> Operands) Operands(DataNode node)
    {
        if (node.Find("value") is { } value) return (FigureKind.Amount, [value]);
        var (kind, ratio) = node.Find("share") is { } share ? (FigureKind.Share, share) : (FigureKind.Growth, node["growth"]);
        return ratio.List().Count == 2 ? (kind, ratio.List()) : throw ratio.Wrong("a ratio has two operands");
    }
}
