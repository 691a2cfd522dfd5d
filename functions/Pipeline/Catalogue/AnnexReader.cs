using System.Globalization;

namespace Pipeline.Catalogue;

/// <summary>Reads <c>annexes/*.yaml</c>, one annex a file: a grid written row by row, or the rows of a form, or both.</summary>
/// <remarks>
/// Figures defined here, and referred to as <c>{{ID}}</c>, carry the annex's number in front: <c>A2.FUND.TOTAL.B0</c>. A name with no
/// figure here is one of <c>figures.yaml</c>.
/// </remarks>
internal sealed class AnnexReader(int year, ItemIndex items, IReadOnlySet<string> known)
{
    private static readonly Dictionary<string, bool> Orientations = new() { ["upright"] = false, ["landscape"] = true };

    private static readonly Dictionary<string, AnnexPosition> Positions = new()
    {
        ["left"] = AnnexPosition.Left, ["centre"] = AnnexPosition.Centre, ["right"] = AnnexPosition.Right,
    };

    private readonly List<FigureDefinition> figures = [];
    private readonly List<Identity> identities = [];

    /// <param name="roots">The files, in the order the annexes are printed in.</param>
    /// <param name="year">The year, for <c>{year}</c> and <c>{prior}</c>.</param>
    /// <param name="items">The items there are.</param>
    /// <param name="known">Ids of the figures of the text.</param>
    /// <exception cref="CatalogueException">An annex cannot be laid out as written; the message names file and line.</exception>
    public static AnnexBook Read(IEnumerable<DataNode> roots, int year, ItemIndex items, IReadOnlySet<string> known)
    {
        var reader = new AnnexReader(year, items, known);
        var annexes = new List<Annex>();
        foreach (var root in roots)
        {
            var annex = reader.Read(root);
            if (annexes.Any(a => a.Number == annex.Number)) throw root["number"].Wrong($"there are two annexes {annex.Number}");
            annexes.Add(annex);
        }

        return new AnnexBook([.. annexes.OrderBy(a => a.Number)], reader.figures, reader.identities);
    }

    private Annex Read(DataNode root)
    {
        root.Only(
            "number", "title", "subtitle", "preface", "orientation", "foot", "node", "measure", "widths", "align", "header", "rows", "figures",
            "identities", "scoring", "form", "columns", "amounts_only", "notes");
        var start = figures.Count;
        var annex = new Annex(root["number"].Int(), root.Text("title"), root.Text("measure"), [], [], [])
        {
            Landscape = root["orientation"].OneOf(Orientations),
            Subtitle = Dated(root.Text("subtitle", "")),
            Preface = root.Text("preface", ""),
            Foot = root.Text("foot", ""),
            Node = root.Text("node"),
        };
        foreach (var node in root.List("figures")) figures.Add(AnnexFigureReader.Read(node, root, items, Dated));
        var scoring = root.Find("scoring") is { } scored ? AnnexFigureReader.Scoring(scored, items) : null;
        if (root.Find("form") is { } form)
            annex = new AnnexFormReader(root, items.FindForm(form.Text()) ?? throw form.Wrong($"there is no form {form.Text()}"), Dated).Lay(annex, figures, identities);
        else
            annex = annex with { Columns = ReadColumns(root) };

        var own = figures.Skip(start).Select(f => f.Id).ToHashSet();
        if (scoring is not null) own.UnionWith(AnnexFigureReader.ScoredIds.Select(id => $"A{annex.Number}.{id}"));
        var layout = new AnnexRowReader(annex.Number, annex.Columns.Count, items, id => own.Contains($"A{annex.Number}.{id}") ? $"A{annex.Number}.{id}" : known.Contains(id) ? id : null, Dated);
        annex = annex with
        {
            Scoring = scoring,
            Header = [.. annex.Header, .. layout.Read(root.List("header"))],
            Rows = [.. annex.Rows, .. layout.Read(root.List("rows"))],
        };
        if (annex.Rows.Count == 0) throw root.Wrong("an annex has rows");
        identities.AddRange(root.List("identities").Select(node => AnnexFigureReader.Identity(node, annex.Number, own)));
        return annex;
    }

    private static List<AnnexColumn> ReadColumns(DataNode root)
    {
        var widths = root["widths"].List();
        var positions = root["align"].List();
        if (positions.Count != widths.Count) throw root["align"].Wrong($"{widths.Count} columns are expected");
        return [.. widths.Zip(positions, (width, position) => new AnnexColumn(
            width.Int() is > 0 and var share ? share : throw width.Wrong("a column has a width"), position.OneOf(Positions)))];
    }

    /// <summary><c>{year}</c> and <c>{prior}</c> in words of the catalogue.</summary>
    private string Dated(string text) => text
        .Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{prior}", (year - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
