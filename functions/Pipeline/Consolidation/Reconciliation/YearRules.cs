using System.Collections.Frozen;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;
using Pipeline.Rules;

namespace Pipeline.Consolidation.Reconciliation;

/// <summary>Rules of scope X: what returns must say of each other, and what only shows side by side.</summary>
internal static class YearRules
{
    private static readonly FrozenDictionary<string, IYearJudgement> Judgements = typeof(IYearJudgement).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IYearJudgement)))
        .Select(t => (IYearJudgement)Activator.CreateInstance(t)!)
        .ToFrozenDictionary(j => j.Rule);

    /// <summary>Numbers of the rules that code judges over a year.</summary>
    public static IEnumerable<string> Judged => Judgements.Keys;

    /// <summary>What the rules in force find between the returns of a year, errors first.</summary>
    public static IReadOnlyList<Finding> Check(YearSubject year)
    {
        var findings = new List<Finding>();
        foreach (var rule in year.Catalogue.Rules.Where(r => r.Scopes.Contains('X') && r.IsInForce(year.Catalogue.Year)))
        {
            if (Judgements.TryGetValue(rule.Id, out var judgement)) findings.AddRange(judgement.Judge(year));
            else findings.AddRange(rule.Conditions.SelectMany(condition => Check(rule, condition, year)));
        }

        return [.. findings.OrderBy(f => f.Severity)];
    }

    /// <summary>A condition that speaks of the province is asked once; any other of every return.</summary>
    private static IEnumerable<Finding> Check(Rule rule, Condition condition, YearSubject year)
    {
        var wide = condition.Left.Parts().Concat(condition.Right.Parts()).OfType<Call>().Any(c => YearValues.Speaks(c.Name));
        var units = wide ? [year.Catalogue.ProvincialUnit.Code] : year.Snapshot.Units.Select(u => u.Unit);
        return units.Where(u => year.Values(u) is not null).Select(unit => Check(rule, condition, year, unit)).OfType<Finding>();
    }

    private static Finding? Check(Rule rule, Condition condition, YearSubject year, string unit)
    {
        var values = new YearValues(year, year.Values(unit)!.From(condition.Column, null, rule.Missing == MissingGuard.Zero), condition.Column);
        if (condition.When is { } when && when.Evaluate(values) != 1) return null;
        if (condition.Left.Evaluate(values) is not { } left || condition.Right.Evaluate(values) is not { } right || condition.Operator.Holds(left, right, rule.Tolerance)) return null;
        var print = new ValuePrint(values, condition.As ?? (year.Catalogue.FindItem(condition.At)?.Item.Measure == Measure.Money ? ValueStyle.Yuan : ValueStyle.Count));
        var place = year.Values(unit)!.Place(condition.At, condition.Column!);
        var (form, _) = year.Catalogue.FindItem(condition.At)!.Value;
        var apart = year.Transfers.Where(p => p.ProvincialItem == condition.At && p.OwnTotal != p.ProvincialTotal).Select(p => year.Name(p.Unit)).ToList();
        return year.Tell(rule.Id, unit, place, [
            ("左", print.Of(left)), ("右", print.Of(right)), ("差", print.Of(Math.Abs(left - right))), ("项目", place.Label),
            ("栏", form.Columns.First(c => c.Code == condition.Column).Caption), ("名单", apart.Count > 0 ? string.Join("、", apart) : "（往来明细未显示差异）"),
            .. condition.Values.Select(v => (v.Key, print.Of(v.Value)))]) with
        {
            Severity = condition.Severity, Reported = print.Of(left), Expected = LineFormula.Expected(condition.Operator, print.Of(right)), Difference = print.Of(Math.Abs(left - right)),
            Formula = LineFormula.Of(year.Catalogue, condition),
        };
    }
}
