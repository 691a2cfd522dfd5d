using System.Globalization;
using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>What the annexes add: tables, their figures, and the sums their columns print.</summary>
internal sealed record AnnexBook(IReadOnlyList<Annex> Annexes, IReadOnlyList<FigureDefinition> Figures, IReadOnlyList<Identity> Identities);

/// <summary>Reads <c>annexes.yaml</c>: each cell becomes a figure, each F row an identity in every column of amounts.</summary>
internal static class AnnexReader
{
    public static AnnexBook Read(DataNode root, int year, ItemIndex items)
    {
        var figures = new List<FigureDefinition>();
        var identities = new List<Identity>();
        var annexes = root.List().Select(node => ReadAnnex(node, year, items, figures, identities)).ToList();
        return new AnnexBook(annexes, figures, identities);
    }

    private static Annex ReadAnnex(DataNode node, int year, ItemIndex items, List<FigureDefinition> figures, List<Identity> identities)
    {
        node.Only("number", "title", "form", "node", "measure", "columns", "amounts_only", "notes");
        var form = items.FindForm(node.Text("form")) ?? throw node["form"].Wrong($"there is no form {node.Text("form")}");
        var amountsOnly = node.Texts("amounts_only");
        var notes = node.Find("notes")?.Entries().ToDictionary(e => e.Key, e => e.Value.Text()) ?? [];
        var columns = node["columns"].List();
        var rows = new List<AnnexRow>();
        foreach (var item in form.Items.Where(i => i.Kind != ItemKind.OfWhich))
        {
            var cells = columns.Skip(1).Select(column => ReadCell(node, column, item, amountsOnly, notes, figures)).ToList();
            rows.Add(new AnnexRow(item.Label, cells));
        }

        identities.AddRange(Sums(node, form, columns));
        return new Annex(node["number"].Int(), node.Text("title"), node.Text("measure"), [.. columns.Select(c => ReadColumn(c, year))], rows);
    }

    private static AnnexColumn ReadColumn(DataNode node, int year)
    {
        node.Only("caption", "value", "share", "growth", "difference", "note");
        var caption = node.Text("caption")
            .Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{prior}", (year - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return new AnnexColumn(caption, Suffix(node) is not null);
    }

    private static AnnexCell ReadCell(
        DataNode annex, DataNode column, Item item, IReadOnlyList<string> amountsOnly, Dictionary<string, string> notes, List<FigureDefinition> figures)
    {
        if (Suffix(column) is not { } suffix) return new AnnexCell(null, notes.GetValueOrDefault(item.Code, ""));
        var ratio = column.Find("share") ?? column.Find("growth");
        if (ratio is not null && amountsOnly.Contains(item.Code)) return new AnnexCell(null, "");

        Expression At(DataNode n) => new Reference(item.Code, n.Text());
        var (kind, value, against, role) =
            column.Find("value") is { } v ? (FigureKind.Amount, At(v), null, Role(item))
            : column.Find("difference") is { } d ? (FigureKind.Amount, new Binary(Operator.Subtract, At(d.List()[0]), At(d.List()[1])), null, FigureRole.Difference)
            : (column.Find("share") is null ? FigureKind.Growth : FigureKind.Share, At(ratio!.List()[0]), (Expression?)At(ratio.List()[1]), FigureRole.Item);
        var figure = new FigureDefinition(
            Id(annex, item.Code, suffix), $"附件{annex.Text("number")}", $"{item.Label.Trim('　')}·{column.Text("caption")}", kind, value, against,
            annex.Text("node"), kind == FigureKind.Amount ? annex.Text("measure") : "%", role);
        figures.Add(figure);
        return new AnnexCell(figure.Id, "");
    }

    private static IEnumerable<Identity> Sums(DataNode annex, Form form, IReadOnlyList<DataNode> columns)
    {
        foreach (var item in form.Items.Where(i => i.Formula is not null))
        {
            if (Linear.Terms(item.Formula!) is not { } terms) continue;
            foreach (var suffix in columns.Where(c => c.Find("value") is not null || c.Find("difference") is not null).Select(c => Suffix(c)!))
                yield return new Identity(Id(annex, item.Code, suffix), [.. terms.Select(t => (Id(annex, t.Code, suffix), t.Sign))]);
        }

        foreach (var column in columns.Where(c => c.Find("difference") is not null))
        {
            var (left, right) = (column["difference"].List()[0].Text(), column["difference"].List()[1].Text());
            foreach (var item in form.Items.Where(i => i.Kind != ItemKind.OfWhich))
                yield return new Identity(Id(annex, item.Code, Suffix(column)!), [(Id(annex, item.Code, left), 1), (Id(annex, item.Code, right), -1)]);
        }
    }

    private static FigureRole Role(Item item) => item.Code.Split('.') switch
    {
        [_, "BAL", "YEAR", ..] => FigureRole.Balance,
        _ when item.Kind == ItemKind.Formula => FigureRole.Total,
        _ => FigureRole.Item,
    };

    private static string? Suffix(DataNode column) =>
        column.Find("value")?.Text() ?? (column.Find("share") is not null ? "RATE" : column.Find("difference") is not null ? "DIFF" : column.Find("growth") is not null ? "GROWTH" : null);

    private static string Id(DataNode annex, string item, string suffix) => $"A{annex.Text("number")}.{item}.{suffix}";
}
