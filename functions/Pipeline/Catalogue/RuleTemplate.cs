using System.Globalization;
using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>One check as written: a comparison with places left open for fund, item and thresholds.</summary>
internal sealed class RuleTemplate
{
    /// <summary>What a check may say.</summary>
    public static readonly string[] Keys =
        ["expect", "at", "when", "lines", "items", "forms", "kinds", "except", "columns", "funds", "as", "values", "thresholds", "severity", "scope"];

    private static readonly Dictionary<string, ItemKind> Kinds = new()
    {
        ["I"] = ItemKind.Input, ["F"] = ItemKind.Formula, ["O"] = ItemKind.OfWhich,
    };

    private static readonly Dictionary<string, ValueStyle> Styles = new()
    {
        ["yuan"] = ValueStyle.Yuan, ["count"] = ValueStyle.Count, ["percent"] = ValueStyle.Percent, ["number"] = ValueStyle.Number, ["none"] = ValueStyle.None,
    };

    private readonly DataNode check;
    private readonly ItemIndex items;
    private readonly Dictionary<string, string> open;

    private RuleTemplate(DataNode check, IReadOnlyDictionary<string, decimal> parameters, ItemIndex items, string fund, string subject)
    {
        this.check = check;
        this.items = items;
        open = parameters.ToDictionary(p => p.Key, p => p.Value.ToString(CultureInfo.InvariantCulture));
        // A threshold of this item's own goes before the rule's.
        foreach (var (name, value) in check.Find("thresholds")?.Find(subject)?.Entries() ?? []) open[name] = value.Text();
        open["fund"] = fund;
        open["item"] = subject;
    }

    /// <summary>The check once for every fund, item and column it is written over.</summary>
    /// <param name="check">As written; what it leaves out stands in its rule.</param>
    /// <param name="parameters">The rule's thresholds.</param>
    /// <param name="items">All items.</param>
    public static IEnumerable<Condition> Instantiate(DataNode check, IReadOnlyDictionary<string, decimal> parameters, ItemIndex items)
    {
        string[] funds = check.Find("funds") is null ? [""] : [.. check.Texts("funds")];
        return from fund in funds
               from subject in Subjects(check, items)
               from condition in new RuleTemplate(check, parameters, items, fund, subject).Conditions()
               select condition;
    }

    /// <summary>What <c>{item}</c> stands for: the items named, or the items of the forms named, or nothing.</summary>
    private static List<string> Subjects(DataNode check, ItemIndex items)
    {
        var named = check.Texts("items");
        if (check.Find("forms") is { } forms)
        {
            var kinds = check.List("kinds").Select(k => k.OneOf(Kinds)).ToHashSet();
            var except = check.List("except").Select(items.Known).ToHashSet();
            named = [.. forms.List().SelectMany(f => (items.FindForm(f.Text()) ?? throw f.Wrong($"there is no form {f.Text()}")).Items)
                .Where(i => (kinds.Count == 0 || kinds.Contains(i.Kind)) && !except.Contains(i.Code)).Select(i => i.Code)];
        }

        return named.Count == 0 ? [""] : [.. named];
    }

    private IEnumerable<Condition> Conditions()
    {
        var at = Fill(check.Text("at"));
        if (check.Find("lines") is { } lines) return [Make(lines.Text(), at, null, lines.Text())];
        if (items.Find(at) is not { } found)
        {
            return at.Split('.', 2) is [var form, var column] && items.FindForm(form) is { } known && (known.Register is not null || known.Fields.Count > 0)
                ? [Make(form, column, null, null)]
                : throw check["at"].Wrong($"there is no item {at}");
        }

        var columns = check.Find("columns") is not null
            ? check.Texts("columns").Where(found.Item.Has)
            : found.Form.ValueColumns.Where(c => found.Item.Has(c.Code)).Select(c => c.Code);
        return columns.Select(column => Make(found.Form.Code, at, column, null));
    }

    private Condition Make(string form, string at, string? column, string? lines)
    {
        if (Formula(check["expect"], column) is not Binary { Operator: var op } expected || !op.Compares())
            throw check["expect"].Wrong("a rule expects one comparison");
        var values = check.Find("values")?.Entries().ToDictionary(e => e.Key, e => Formula(e.Value, column)) ?? [];
        var when = check.Find("when") is { } node ? Formula(node, column) : null;
        return new Condition(form, at, column, lines, when, expected.Left, op, expected.Right, check.Find("as")?.OneOf(Styles), values)
        {
            Severity = check["severity"].OneOf(RuleReader.Severities),
            Scopes = RuleReader.Scopes(check["scope"]),
        };
    }

    private Expression Formula(DataNode node, string? column)
    {
        var formula = node.Formula(Fill(node.Text()));
        items.Check(formula, node, column);
        return formula;
    }

    private string Fill(string text) => open.Aggregate(text, (filled, place) => filled.Replace($"{{{place.Key}}}", place.Value, StringComparison.Ordinal));
}
