using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;

namespace Pipeline.Rules;

/// <summary>规则库: evaluates every rule that is written as an expression, and the few that are judgement.</summary>
public sealed class RuleLibrary(YearCatalogue catalogue)
{
    /// <summary>What the rules in force find in a return.</summary>
    public IReadOnlyList<Finding> Check(Return subject)
    {
        var findings = new FindingList(catalogue);
        var values = new ReturnValues(catalogue, subject);
        var kind = catalogue.FindUnit(subject.Unit)?.Kind ?? UnitKind.Prefecture;
        var lastDay = new DateOnly(catalogue.Year, 12, 31);
        foreach (var rule in catalogue.Rules.Where(r => r.Judges(kind) && r.ValidFrom <= lastDay && (r.ValidTo is null || r.ValidTo >= lastDay)))
        {
            foreach (var condition in rule.Conditions) Check(rule, condition, values, findings);
        }

        EmptyForms.Check(catalogue, subject, findings);
        NarrativeReferences.Check(catalogue, subject, findings);
        return findings.All;
    }

    private void Check(Rule rule, Condition condition, ReturnValues values, FindingList findings)
    {
        var zero = rule.Missing == MissingGuard.Zero;
        if (condition.Lines is not null)
        {
            foreach (var line in values.Lines(condition.Lines))
                Check(rule, condition, values.From(null, line, zero), findings, () => LinePlace(condition, line));
        }
        else if (condition.Column is null || values.Row(condition.At) is not null)
        {
            Check(rule, condition, values.From(condition.Column, null, zero), findings, () => ItemPlace(condition, values));
        }
    }

    private void Check(Rule rule, Condition condition, IValues values, FindingList findings, Func<Place> place)
    {
        if (condition.When is { } when && when.Evaluate(values) != 1) return;
        var (left, right) = (condition.Left.Evaluate(values), condition.Right.Evaluate(values));
        if (left is not { } l || right is not { } r)
        {
            if (rule.Missing == MissingGuard.Fail) findings.Add(rule, place(), ("左", "（空）"), ("右", "（空）"), ("差", "（空）"));
            return;
        }

        if (condition.Operator.Holds(l, r, rule.Tolerance)) return;
        var measure = catalogue.FindItem(condition.At)?.Item.Measure ?? Measure.Count;
        findings.Add(rule, place(), [
            ("左", Print(l, measure)), ("右", Print(r, measure)), ("差", Print(Math.Abs(l - r), measure)),
            .. condition.Values.Select(v => (v.Key, v.Value.Evaluate(values) is { } value ? Print(value, measure) : "（空）"))]);
    }

    private Place ItemPlace(Condition condition, ReturnValues values)
    {
        if (condition.Column is null)
        {
            var register = catalogue.Form(condition.Form);
            var column = register.Register!.Columns.First(c => c.Code == condition.At);
            return Place.OfCell(register.Sheet, $"{column.Letter}{register.Register.CaptionRow}", column.Caption);
        }

        var (form, item) = catalogue.FindItem(condition.At)!.Value;
        var row = values.Row(condition.At)!;
        return new Place(row.Sheet, $"{form.Columns.First(c => c.Code == condition.Column).Letter}{row.Row}", item.Code, item.Label.Trim('　'));
    }

    private Place LinePlace(Condition condition, RegisterLine line)
    {
        var column = catalogue.Form(condition.Form).Register!.Columns.First(c => c.Code == condition.At);
        return Place.OfCell(line.Sheet, $"{column.Letter}{line.Row}", column.Caption);
    }

    private static string Print(decimal value, Measure measure) =>
        value.ToString(measure == Measure.Money ? "#,##0.00" : "#,##0.##", CultureInfo.InvariantCulture);
}
