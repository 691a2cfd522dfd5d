using Pipeline.Catalogue;

namespace Pipeline.Returns;

/// <summary>Collects findings in the words of the catalogue.</summary>
public sealed class FindingList(YearCatalogue catalogue)
{
    private readonly List<Finding> findings = [];

    /// <summary>What was found, in the order it was found.</summary>
    public IReadOnlyList<Finding> All => findings;

    /// <summary>Adds what a rule found at a place; the values fill the message's placeholders.</summary>
    public void Add(string rule, Place place, params ReadOnlySpan<(string Name, string Value)> values) => Add(catalogue.Rule(rule), place, values);

    /// <inheritdoc cref="Add(string, Place, ReadOnlySpan{ValueTuple{string, string}})"/>
    public void Add(Rule rule, Place place, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var message = rule.Message;
        var named = new Dictionary<string, string>(values.Length);
        foreach (var (name, value) in values)
        {
            named[name] = value;
            message = message.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        var where = place.ToString();
        findings.Add(new Finding(
            rule.Id, rule.Severity, place.Sheet, place.Cell, place.Item, where.Length == 0 ? $"【{rule.Id}】{message}" : $"【{rule.Id}】{where}：{message}", named));
    }
}
