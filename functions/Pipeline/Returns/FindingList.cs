using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Returns.Receipts;

namespace Pipeline.Returns;

/// <summary>Collects findings in the words of the catalogue.</summary>
/// <param name="catalogue">Where the rules are.</param>
/// <param name="unit">Code of the unit whose return is judged.</param>
public sealed partial class FindingList(YearCatalogue catalogue, string unit = "")
{
    // A cell may hold pages of text, under which what to do would be lost; the finding's values have the whole.
    private const int LongestValue = 500;

    private readonly List<Finding> findings = [];

    /// <summary>What was found, in the order it was found.</summary>
    public IReadOnlyList<Finding> All => findings;

    /// <summary>Adds a finding as it is.</summary>
    public void Add(Finding finding) => findings.Add(finding);

    /// <summary>Adds what a rule found at a place; the values fill the message's placeholders.</summary>
    public void Add(string rule, Place place, params ReadOnlySpan<(string Name, string Value)> values) => Add(catalogue.Rule(rule), place, values);

    /// <inheritdoc cref="Add(string, Place, ReadOnlySpan{ValueTuple{string, string}})"/>
    public void Add(Rule rule, Place place, params ReadOnlySpan<(string Name, string Value)> values) => findings.Add(Word(rule, place, values));

    /// <summary>The same, where who found it knows what probably happened.</summary>
    public void Add(string rule, Place place, Cause? cause, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var finding = Word(catalogue.Rule(rule), place, values);
        findings.Add(finding with { Cause = cause ?? finding.Cause });
    }

    /// <summary>The finding as it would be added, to be completed by who found it.</summary>
    public Finding Word(Rule rule, Place place, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var named = new Dictionary<string, string>(values.Length);
        foreach (var (name, value) in values) named[name] = value;
        // All at once: braces in a text of the upload are no placeholders.
        var message = Placeholder().Replace(rule.Message, p => named.TryGetValue(p.Groups[1].Value, out var value) ? UploadedText.Cut(value, LongestValue) : p.Value);
        var where = place.ToString();
        return new Finding(
            rule.Id, rule.Severity, place.Sheet, place.Cell, place.Item, where.Length == 0 ? $"【{rule.Id}】{message}" : $"【{rule.Id}】{where}：{message}", named)
        {
            Unit = unit,
            Label = place.Label,
            Remedy = rule.Remedy,
            Cause = rule.Cause is { } cause ? new Cause(Enum.Parse<CauseKind>(cause.Kind), cause.Text) : null,
        };
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Placeholder();
}
