using System.Collections.Frozen;

namespace Pipeline.Catalogue;

/// <summary>Everything that is data about a fiscal year: who reports what, how it is judged and what is printed.</summary>
public sealed record YearCatalogue(
    int Year, string Version, string Reporter, string TemplateVersion, DateOnly FillFrom, DateTimeOffset Deadline,
    IReadOnlyList<Unit> Units, IReadOnlyList<Form> Forms, IReadOnlyList<Rule> Rules, IReadOnlyList<Elimination> Eliminations,
    IReadOnlyList<FigureDefinition> Figures, IReadOnlyList<FigureGroup> Groups, IReadOnlyList<Identity> Identities,
    IReadOnlyList<Annex> Annexes, string ReportText)
{
    private readonly FrozenDictionary<string, (Form Form, Item Item)> items =
        Forms.SelectMany(f => f.Items.Select(i => (f, i))).ToFrozenDictionary(p => p.i.Code, p => p);

    private readonly FrozenDictionary<string, Rule> rules = Rules.ToFrozenDictionary(r => r.Id);

    private readonly FrozenDictionary<string, Unit> units = Units.ToFrozenDictionary(u => u.Code);

    /// <summary>The chapters of the rule library, in order.</summary>
    public IReadOnlyList<RuleFamily> RuleFamilies { get; init; } = [];

    /// <summary>The look of the report.</summary>
    public required StyleProfile Style { get; init; }

    /// <summary>The appendix behind the annexes.</summary>
    public required ComparisonAppendix Comparison { get; init; }

    /// <summary>The units a return is expected from, in order.</summary>
    public IEnumerable<Unit> ReportingUnits => Units.Where(u => u.Reports);

    /// <summary>省本级.</summary>
    public Unit ProvincialUnit => Units.Single(u => u.Kind == UnitKind.Provincial);

    /// <summary>The unit of a code, or null.</summary>
    public Unit? FindUnit(string code) => units.GetValueOrDefault(code);

    /// <summary>The item of a code with its form, or null.</summary>
    public (Form Form, Item Item)? FindItem(string code) => items.TryGetValue(code, out var found) ? found : null;

    /// <summary>The item of a code that the catalogue is known to have.</summary>
    public Item Item(string code) => items[code].Item;

    /// <summary>The form of a code that the catalogue is known to have.</summary>
    public Form Form(string code) => Forms.First(f => f.Code == code);

    /// <summary>The rule of an id, or null.</summary>
    public Rule? FindRule(string id) => rules.GetValueOrDefault(id);

    /// <summary>The rule of an id that code judges by; a missing one is a defect of ours.</summary>
    public Rule Rule(string id) => rules[id];

    /// <summary>The forms a unit of this kind files, in sheet order.</summary>
    public IEnumerable<Form> FormsOf(UnitKind unit) => Forms.Where(f => f.IsFiledBy(unit));

    /// <summary>What the template writes into its 模板校验码: a hash over sheets, captions, codes and rows a unit of this kind files.</summary>
    public string CheckCode(UnitKind unit) => TemplateCheck.Code(TemplateVersion, FormsOf(unit));
}
