using System.Collections.Frozen;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;
using Pipeline.Rules.Causes;
using Pipeline.Rules.Judgements;

namespace Pipeline.Rules;

/// <summary>规则库: evaluates every rule that is written as an expression, and those that are judgement.</summary>
public sealed class RuleLibrary(YearCatalogue catalogue)
{
    private static readonly FrozenDictionary<string, IJudgement> Judgements = typeof(IJudgement).Assembly.GetTypes()
        .Where(t => t.IsClass && t.IsAssignableTo(typeof(IJudgement)))
        .Select(t => (IJudgement)Activator.CreateInstance(t)!)
        .ToFrozenDictionary(j => j.Rule);

    private readonly Dictionary<Condition, string> formulas = new(ReferenceEqualityComparer.Instance);

    /// <summary>Numbers of the rules that code judges over one return.</summary>
    internal static IEnumerable<string> Judged => Judgements.Keys;

    /// <summary>What the rules in force find in a return.</summary>
    /// <param name="subject">The return.</param>
    /// <param name="circumstances">What is known beside it.</param>
    /// <param name="reading">What was found while it was read: traces of how a number came to stand there.</param>
    public IReadOnlyList<Finding> Check(Return subject, Circumstances circumstances, IReadOnlyList<Finding>? reading = null)
    {
        var findings = new FindingList(catalogue, subject.Unit);
        var values = new ReturnValues(catalogue, subject, circumstances);
        var kind = catalogue.FindUnit(subject.Unit)?.Kind ?? UnitKind.Prefecture;
        var about = new RuleSubject(catalogue, subject, kind, values, circumstances);
        var context = CauseContext.Of(about, values.LastYear, reading ?? []);
        foreach (var rule in catalogue.Rules.Where(r => r.Judges(kind) && r.IsInForce(catalogue.Year)))
        {
            foreach (var condition in rule.Conditions.Where(c => c.Scopes.Contains(Rule.ScopeOf(kind)))) Check(rule, condition, values, context, findings);
            if (Judgements.TryGetValue(rule.Id, out var judgement)) judgement.Judge(about, findings);
        }

        return findings.All;
    }

    private void Check(Rule rule, Condition condition, ReturnValues values, CauseContext context, FindingList findings)
    {
        var zero = rule.Missing == MissingGuard.Zero;
        if (condition.Lines is not null)
        {
            foreach (var line in values.Lines(condition.Lines))
                Check(rule, condition, values, values.From(null, line, zero), context, findings, () => values.LinePlace(line, condition.At));
        }
        else if (condition.Column is null)
        {
            Check(rule, condition, values, values.From(null, null, zero), context, findings, () => values.FormPlace(condition.Form, condition.At));
        }
        else if (values.Row(condition.At) is not null)
        {
            Check(rule, condition, values, values.From(condition.Column, null, zero), context, findings, () => values.Place(condition.At, condition.Column));
        }
    }

    private void Check(Rule rule, Condition condition, ReturnValues all, IValues values, CauseContext context, FindingList findings, Func<Place> place)
    {
        if (condition.When is { } when && when.Evaluate(values) != 1) return;
        if (condition.Right is Literal literal)
        {
            CheckText(rule, condition, literal.Value, values, findings, place);
            return;
        }

        var (left, right) = (condition.Left.Evaluate(values), condition.Right.Evaluate(values));
        if (left is not { } l || right is not { } r)
        {
            if (rule.Missing == MissingGuard.Fail) findings.Add(rule, place(), ("左", ValuePrint.Nothing), ("右", ValuePrint.Nothing), ("差", ValuePrint.Nothing));
            return;
        }

        if (condition.Operator.Holds(l, r, rule.Tolerance)) return;
        var print = new ValuePrint(values, condition.As ?? StyleOf(condition));
        var at = place();
        var (reported, expected, difference) = (print.Of(l), print.Of(r), print.Of(Math.Abs(l - r)));
        var amounts = condition.As != ValueStyle.None;
        var cause = Discrepancies.Of(catalogue, condition, all, l, r) is { } discrepancy
            ? CauseFinder.Find(discrepancy, context)
            : RegisterCauses.Of(condition, all, context, l, r);
        var finding = findings.Word(rule, at, [
            ("左", reported), ("右", expected), ("差", difference), ("项目", at.Label),
            .. condition.Values.Select(v => (v.Key, print.Of(v.Value)))]);
        findings.Add(finding with
        {
            Severity = condition.Severity,
            Reported = amounts ? reported : null,
            Expected = amounts ? LineFormula.Expected(condition.Operator, expected) : null,
            Difference = amounts ? difference : null,
            Formula = amounts ? Formula(condition) : "",
            Cells = Compared(condition, all, at),
            Cause = cause ?? Usual(finding.Cause, condition, all),
        });
    }

    private void CheckText(Rule rule, Condition condition, string expected, IValues values, FindingList findings, Func<Place> place)
    {
        if (values.Text((Reference)condition.Left) is not { } said || said == expected == (condition.Operator == Operator.Equal)) return;
        findings.Add(findings.Word(rule, place(), ("左", said), ("右", expected)) with { Reported = said, Expected = expected, Formula = Formula(condition) });
    }

    private ValueStyle StyleOf(Condition condition) => catalogue.FindItem(condition.At)?.Item.Measure switch
    {
        Measure.Money => ValueStyle.Yuan,
        Measure.Rate => ValueStyle.Number,
        null when condition.At == "AMOUNT" => ValueStyle.Yuan,
        _ => ValueStyle.Count,
    };

    private string Formula(Condition condition)
    {
        lock (formulas)
        {
            return formulas.TryGetValue(condition, out var known) ? known : formulas[condition] = LineFormula.Of(catalogue, condition);
        }
    }

    /// <summary>What a breach of the rule usually comes from; of zero nothing is known, and of less than zero the sign is.</summary>
    private static Cause? Usual(Cause? usual, Condition condition, ReturnValues values) =>
        usual is null || condition.Column is null ? usual
        : values.Number(condition.At, condition.Column) switch
        {
            0 => null,
            < 0 => new Cause(CauseKind.Sign, "可能正负号填反"),
            _ => usual,
        };

    /// <summary>Every other cell the two sides speak of.</summary>
    private List<string> Compared(Condition condition, ReturnValues values, Place at) =>
    [
        .. OwnReferences(condition.Left).Concat(OwnReferences(condition.Right))
            .Where(r => catalogue.FindItem(r.Code) is not null && (r.Column ?? condition.Column) is not null && values.Row(r.Code) is not null)
            .Select(r => values.Place(r.Code, r.Column ?? condition.Column!))
            .Where(p => p.Cell != at.Cell || p.Sheet != at.Sheet)
            .Select(p => $"{p.Sheet}!{p.Cell}").Distinct(),
    ];

    /// <summary>What an expression speaks of in this return: last year's cells, budgets and adjustments stand elsewhere.</summary>
    private static IEnumerable<Reference> OwnReferences(Expression expression) => expression switch
    {
        Reference r => [r],
        Negation n => OwnReferences(n.Operand),
        Binary b => OwnReferences(b.Left).Concat(OwnReferences(b.Right)),
        Call { Name: "last" or "adjusted" or "approved" } => [],
        Call c => c.Arguments.SelectMany(OwnReferences),
        _ => [],
    };
}
