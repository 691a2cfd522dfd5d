namespace Pipeline.Catalogue;

/// <summary>Reads <c>rules/*.yaml</c>, one file a family: a rule is written once and instantiated over funds, items and columns.</summary>
internal static class RuleReader
{
    public static readonly Dictionary<string, Severity> Severities = new()
    {
        ["E"] = Severity.Error, ["W"] = Severity.Warning, ["I"] = Severity.Information,
    };

    private static readonly Dictionary<string, MissingGuard> Guards = new()
    {
        ["skip"] = MissingGuard.Skip, ["zero"] = MissingGuard.Zero, ["fail"] = MissingGuard.Fail,
    };

    private static readonly string[] RuleKeys =
    [
        "id", "version", "from", "to", "tolerance", "missing", "message", "remedy", "basis", "parameters", "suspendable", "cites", "per_item", "cause", "checks",
        .. RuleTemplate.Keys,
    ];

    public static (RuleFamily Family, IReadOnlyList<Rule> Rules) Read(DataNode root, ItemIndex items)
    {
        root.Only("family", "title", "purpose", "basis", "from", "suspendable", "rules");
        var family = new RuleFamily(root.Text("family")[0], root.Text("title"), root.Text("purpose"));
        return (family, [.. root["rules"].List().Select(node => ReadRule(node, root, family, items))]);
    }

    private static Rule ReadRule(DataNode node, DataNode file, RuleFamily family, ItemIndex items)
    {
        node.Only(RuleKeys);
        if (node.Text("id") is not ['R', '-', var letter, '-', _, _] || (letter != family.Letter && family.Letter != '_')) throw node["id"].Wrong($"a rule here is called R-{family.Letter}-nn");
        var checks = node.Find("checks")?.List().Select(check => check.Only(RuleTemplate.Keys).Within(node)) ?? (node.Find("expect") is null ? [] : [node]);
        var parameters = node.Find("parameters")?.Entries().ToDictionary(e => e.Key, e => e.Value.Decimal()) ?? [];
        var conditions = checks.SelectMany(check => RuleTemplate.Instantiate(check, parameters, items)).ToList();
        return new Rule(
            node.Text("id"), node.Find("version")?.Int() ?? 1, node["severity"].OneOf(Severities),
            Scopes(node["scope"]),
            (node.Find("from") ?? file["from"]).Date(), node.Find("to")?.Date(), Funds(conditions),
            node.Find("tolerance")?.Decimal() ?? 0, node.Find("missing")?.OneOf(Guards) ?? MissingGuard.Skip,
            node.Text("message"), node.Text("remedy", ""), node.Text("basis", file.Text("basis")), parameters, conditions)
        {
            Suspendable = node.Find("suspendable") is null ? file.Find("suspendable") is null || file.Flag("suspendable") : node.Flag("suspendable"),
            Cites = node.Flag("cites"),
            PerItem = node.Flag("per_item"),
            Cause = node.Find("cause")?.Entries().Select(e => new RuleCause(e.Key, e.Value.Text())).Single(),
        };
    }

    /// <summary><c>P,L</c>.</summary>
    public static IReadOnlyList<char> Scopes(DataNode node) => [.. node.Text().Split(',', StringSplitOptions.TrimEntries).Select(scope => scope[0])];

    private static List<string> Funds(IEnumerable<Condition> conditions) =>
        [.. conditions.Select(c => c.At.Split('.')[0]).Where(fund => fund is "EI" or "WI").Distinct().Order(StringComparer.Ordinal)];
}
