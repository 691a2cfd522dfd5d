using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>Reads <c>rules/*.yaml</c>: a rule is written once and instantiated over funds, items and columns.</summary>
internal static class RuleReader
{
    private static readonly Dictionary<string, Severity> Severities = new()
    {
        ["E"] = Severity.Error, ["W"] = Severity.Warning, ["I"] = Severity.Information,
    };

    private static readonly Dictionary<string, MissingGuard> Guards = new()
    {
        ["skip"] = MissingGuard.Skip, ["zero"] = MissingGuard.Zero, ["fail"] = MissingGuard.Fail,
    };

    public static IEnumerable<Rule> Read(DataNode root, ItemIndex items) => root.List().Select(node => ReadRule(node, items)).ToList();

    private static Rule ReadRule(DataNode node, ItemIndex items)
    {
        node.Only(
            "id", "version", "severity", "scope", "from", "to", "tolerance", "missing", "message", "basis", "expect", "at", "when", "lines",
            "items", "columns", "funds", "values");
        return new Rule(
            node.Text("id"), node.Find("version")?.Int() ?? 1, node["severity"].OneOf(Severities), [.. node.Text("scope").Split(',').Select(s => s.Trim()[0])],
            node["from"].Date(), node.Find("to")?.Date(), node.Find("tolerance")?.Decimal() ?? 0,
            node.Find("missing")?.OneOf(Guards) ?? MissingGuard.Skip, node.Text("message"), node.Text("basis", ""),
            node.Find("expect") is null ? [] : [.. Instantiate(node, items)]);
    }

    private static IEnumerable<Condition> Instantiate(DataNode node, ItemIndex items)
    {
        string[] funds = node.Find("funds") is null ? [""] : [.. node.Texts("funds")];
        string[] codes = node.Find("items") is null ? [""] : [.. node.Texts("items")];
        var lines = node.Find("lines")?.Text();
        foreach (var fund in funds)
        {
            foreach (var code in codes)
            {
                string Fill(string text) => text.Replace("{fund}", fund, StringComparison.Ordinal).Replace("{item}", code.Replace("{fund}", fund, StringComparison.Ordinal), StringComparison.Ordinal);
                if (lines is not null)
                {
                    yield return Make(node, items, Fill, null, lines);
                    continue;
                }

                var at = Fill(node.Text("at"));
                if (items.Find(at) is not { } found) throw node["at"].Wrong($"there is no item {at}");
                var columns = node.Find("columns") is null
                    ? found.Form.ValueColumns.Where(c => found.Item.Has(c.Code)).Select(c => c.Code)
                    : node.Texts("columns");
                foreach (var column in columns) yield return Make(node, items, Fill, column, null);
            }
        }
    }

    private static Condition Make(DataNode node, ItemIndex items, Func<string, string> fill, string? column, string? lines)
    {
        Expression Formula(DataNode n)
        {
            var formula = Parse(fill(n.Text()), n);
            items.Check(formula, n, column);
            return formula;
        }

        if (Formula(node["expect"]) is not Binary { Operator: var op } expected || !op.Compares())
            throw node["expect"].Wrong("a rule expects one comparison");
        var at = fill(node.Text("at"));
        var form = lines ?? items.Find(at)!.Value.Form.Code;
        var values = node.Find("values")?.Entries().ToDictionary(e => e.Key, e => Formula(e.Value)) ?? [];
        return new Condition(form, at, column, lines, node.Find("when") is { } when ? Formula(when) : null, expected.Left, op, expected.Right, values);
    }

    private static Expression Parse(string text, DataNode at)
    {
        try
        {
            return Expression.Parse(text);
        }
        catch (FormatException e)
        {
            throw at.Wrong(e.Message);
        }
    }
}
