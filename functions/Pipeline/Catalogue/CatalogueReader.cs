namespace Pipeline.Catalogue;

/// <summary>Files → <see cref="YearCatalogue"/>, or the file and line of the first mistake.</summary>
internal static class CatalogueReader
{
    private static readonly Dictionary<string, UnitKind> UnitKinds = new()
    {
        ["市州"] = UnitKind.Prefecture, ["省本级"] = UnitKind.Provincial, ["全省"] = UnitKind.Province, ["中央"] = UnitKind.Centre,
    };

    // The order in which a clerk meets them: the file, the cover, the form, the other forms, the year before, the other side, …
    private const string FamilyOrder = "FCABYTSRUDG";

    /// <param name="files">Relative name, with <c>/</c>, → text.</param>
    /// <param name="version">Version of the whole.</param>
    public static YearCatalogue Read(IReadOnlyDictionary<string, string> files, string version)
    {
        DataNode Open(string file) => DataNode.Read(file, Text(file));
        string Text(string file) => files.TryGetValue(file, out var text) ? text : throw new CatalogueException(file, 1, "the file is missing");

        var year = Open("year.yaml").Only("year", "reporter", "template", "fill_from", "deadline", "units", "eliminations");
        var units = year["units"].List().Select(ReadUnit).ToList();

        var columns = FormReader.ReadColumnSets(Open("columns.yaml"));
        var forms = files.Keys.Where(f => f.StartsWith("forms/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(f => FormReader.Read(Open(f), columns)).ToList();
        var items = new ItemIndex(forms);
        FormReader.CheckFormulas(files.Keys.Where(f => f.StartsWith("forms/", StringComparison.Ordinal)).Select(Open), items);

        var families = files.Keys.Where(f => f.StartsWith("rules/", StringComparison.Ordinal)).Select(f => RuleReader.Read(Open(f), items))
            .OrderBy(f => FamilyOrder.IndexOf(f.Family.Letter)).ToList();
        var rules = families.SelectMany(f => f.Rules).OrderBy(r => FamilyOrder.IndexOf(r.Family)).ToList();
        if (rules.GroupBy(r => r.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new CatalogueException("rules", 1, $"rule {twice.Key} is written twice");

        var figures = FigureReader.Read(Open("figures.yaml"), items);
        var annexes = AnnexReader.Read(
            files.Keys.Where(f => f.StartsWith("annexes/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Open), year["year"].Int(), items,
            figures.Definitions.Select(f => f.Id).ToHashSet());
        figures.Add(annexes);
        figures.Check("figures.yaml");

        return new YearCatalogue(
            year["year"].Int(), version, year.Text("reporter"), year.Text("template"), year["fill_from"].Date(), year["deadline"].Moment(),
            units, forms, rules, [.. year.List("eliminations").Select(n => ReadElimination(n, items))],
            figures.Definitions, figures.Groups, figures.Identities, annexes.Annexes, Text("report.md.liquid"))
        {
            RuleFamilies = [.. families.Select(f => f.Family).Where(f => f.Letter != '_')],
            Style = StyleReader.Read(Open("style.yaml")),
            Comparison = new ComparisonReader(items, figures.Definitions.Select(f => f.Id).ToHashSet()).Read(Open("comparison.yaml")),
        };
    }

    private static Unit ReadUnit(DataNode node)
    {
        node.Only("code", "name", "kind");
        return new Unit(node.Text("code"), node.Text("name"), node["kind"].OneOf(UnitKinds));
    }

    private static Elimination ReadElimination(DataNode node, ItemIndex items)
    {
        node.Only("provincial", "prefecture");
        return new Elimination(items.Known(node["provincial"]), items.Known(node["prefecture"]));
    }
}
