using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>Lays out an annex over the rows of a form: each cell becomes a figure, each F row an identity in every column of amounts.</summary>
/// <param name="root">The annex's file.</param>
/// <param name="form">The form.</param>
/// <param name="dated">Puts in the year.</param>
internal sealed class AnnexFormReader(DataNode root, Form form, Func<string, string> dated)
{
    private readonly IReadOnlyList<DataNode> columns = root["columns"].List();
    private readonly IReadOnlyList<string> amountsOnly = root.Texts("amounts_only");
    private readonly Dictionary<string, string> notes = root.Find("notes")?.Entries().ToDictionary(e => e.Key, e => e.Value.Text()) ?? [];

    public Annex Lay(Annex annex, List<FigureDefinition> figures, List<Identity> identities)
    {
        var rows = new List<AnnexRow>();
        foreach (var item in form.Items.Where(i => i.Kind != ItemKind.OfWhich))
            rows.Add(new AnnexRow([new AnnexCell(item.Label), .. columns.Skip(1).Select(column => ReadCell(column, item, figures))]));
        identities.AddRange(Sums());
        return annex with
        {
            Columns = [.. columns.Select(ReadColumn)],
            Header = [new AnnexRow([.. columns.Select(c => new AnnexCell(dated(c.Text("caption"))))])],
            Rows = rows,
        };
    }

    private AnnexColumn ReadColumn(DataNode node)
    {
        node.Only("caption", "width", "value", "share", "growth", "difference", "note");
        return new AnnexColumn(node["width"].Int(), Suffix(node) is null ? AnnexPosition.Left : AnnexPosition.Right);
    }

    private AnnexCell ReadCell(DataNode column, Item item, List<FigureDefinition> figures)
    {
        if (Suffix(column) is not { } suffix) return new AnnexCell(notes.GetValueOrDefault(item.Code, ""));
        var ratio = column.Find("share") ?? column.Find("growth");
        if (ratio is not null && amountsOnly.Contains(item.Code)) return new AnnexCell("");

        Expression At(DataNode n) => new Reference(item.Code, n.Text());
        var (kind, value, against, role) =
            column.Find("value") is { } v ? (FigureKind.Amount, At(v), null, Role(item))
            : column.Find("difference") is { } d ? (FigureKind.Amount, new Binary(Operator.Subtract, At(d.List()[0]), At(d.List()[1])), null, FigureRole.Difference)
            : (column.Find("share") is null ? FigureKind.Growth : FigureKind.Share, At(ratio!.List()[0]), (Expression?)At(ratio.List()[1]), FigureRole.Item);
        var figure = new FigureDefinition(
            Id(item.Code, suffix), $"附件{root.Text("number")}", $"{item.Label.Trim('　')}·{dated(column.Text("caption"))}", kind, value, against,
            root.Text("node"), kind == FigureKind.Amount ? root.Text("measure") : "%", role);
        figures.Add(figure);
        return new AnnexCell($"{{{{{figure.Id}}}}}");
    }

    private IEnumerable<Identity> Sums()
    {
        foreach (var item in form.Items.Where(i => i.Formula is not null))
        {
            if (Linear.Terms(item.Formula!) is not { } terms) continue;
            foreach (var suffix in columns.Where(c => c.Find("value") is not null || c.Find("difference") is not null).Select(c => Suffix(c)!))
                yield return new Identity(Id(item.Code, suffix), [.. terms.Select(t => (Id(t.Code, suffix), t.Sign))]);
        }

        foreach (var column in columns.Where(c => c.Find("difference") is not null))
        {
            var (left, right) = (column["difference"].List()[0].Text(), column["difference"].List()[1].Text());
            foreach (var item in form.Items.Where(i => i.Kind != ItemKind.OfWhich))
                yield return new Identity(Id(item.Code, Suffix(column)!), [(Id(item.Code, left), 1), (Id(item.Code, right), -1)]);
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

    private string Id(string item, string suffix) => $"A{root.Text("number")}.{item}.{suffix}";
}
