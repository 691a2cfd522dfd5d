using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>Reads <c>rules/*.yaml</c>: a rule is written once and instantiated over funds, items and columns.</summary>
internal static class RuleReader
{
    private static readonly string[] CheckKeys = ["expect", "at", "when", "lines", "items", "forms", "columns", "funds", "values"];

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
        node.Only([
            "id", "version", "severity", "scope", "from", "to", "tolerance", "missing", "message", "basis", "checks", .. CheckKeys]);
        var checks = node.Find("checks")?.List().Select(check => check.Only(CheckKeys)) ?? (node.Find("expect") is null ? [] : [node]);
        return new Rule(
            node.Text("id"), node.Find("version")?.Int() ?? 1, node["severity"].OneOf(Severities),
            [.. node.Text("scope").Split(',', StringSplitOptions.TrimEntries).Select(scope => scope[0])],
            node["from"].Date(), node.Find("to")?.Date(), node.Find("tolerance")?.Decimal() ?? 0,
            node.Find("missing")?.OneOf(Guards) ?? MissingGuard.Skip, node.Text("message"), node.Text("basis", ""),
            [.. checks.SelectMany(check => Instantiate(check, items))]);
    }

    private static IEnumerable<Condition> Instantiate(DataNode check, ItemIndex items)
    {
        string[] funds = check.Find("funds") is null ? [""] : [.. check.Texts("funds")];
        return from fund in funds
               from subject in Subjects(check, items)
               let template = new Template(check, items, fund, subject)
               from condition in template.Conditions()
               select condition;
    }

    /// <summary>What <c>{item}</c> stands for: the items named, or all items of the forms named, or nothing.</summary>
    private static IEnumerable<string> Subjects(DataNode check, ItemIndex items) =>
        check.Find("items") is not null ? check.Texts("items")
        : check.Find("forms") is { } forms
            ? forms.List().SelectMany(f => (items.FindForm(f.Text()) ?? throw f.Wrong($"there is no form {f.Text()}")).Items.Select(i => i.Code))
        : [""];

    /// <summary>One check with its fund and item filled in.</summary>
    private sealed class Template(DataNode check, ItemIndex items, string fund, string subject)
    {
        public IEnumerable<Condition> Conditions()
        {
            var at = Fill(check.Text("at"));
            if (check.Find("lines") is { } lines) return [Make(lines.Text(), at, null, lines.Text())];
            if (items.Find(at) is not { } found)
            {
                return at.Split('.', 2) is [var form, var column] && items.FindForm(form)?.Register is not null
                    ? [Make(form, column, null, null)]
                    : throw check["at"].Wrong($"there is no item {at}");
            }

            var columns = check.Find("columns") is not null
                ? check.Texts("columns")
                : found.Form.ValueColumns.Where(c => found.Item.Has(c.Code)).Select(c => c.Code);
            return columns.Select(column => Make(found.Form.Code, at, column, null));
        }

        private Condition Make(string form, string at, string? column, string? lines)
        {
            if (Formula(check["expect"], column) is not Binary { Operator: var op } expected || !op.Compares())
                throw check["expect"].Wrong("a rule expects one comparison");
            var values = check.Find("values")?.Entries().ToDictionary(e => e.Key, e => Formula(e.Value, column)) ?? [];
            var when = check.Find("when") is { } node ? Formula(node, column) : null;
            return new Condition(form, at, column, lines, when, expected.Left, op, expected.Right, values);
        }

        private Expression Formula(DataNode node, string? column)
        {
            var formula = node.Formula(Fill(node.Text()));
            items.Check(formula, node, column);
            return formula;
        }

        private string Fill(string text) =>
            text.Replace("{item}", subject, StringComparison.Ordinal).Replace("{fund}", fund, StringComparison.Ordinal);
    }
}
