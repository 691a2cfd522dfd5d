using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;
using Pipeline.Returns.Scoring;

namespace Pipeline.Figures;

/// <summary>The points of an annex: 预算执行率 from its money, the sum of all, the grade.</summary>
internal sealed class AnnexScores
{
    private readonly Annex annex;
    private readonly Source source;

    public AnnexScores(Annex annex, AnnexScoring scoring, Source source)
    {
        (this.annex, this.source) = (annex, source);
        var lines = source.Lines(scoring.Form, scoring.Where).ToList();
        var execution = source.Lines(scoring.Form, scoring.Execution).FirstOrDefault(lines.Contains);
        var weight = execution is null ? null : At(execution, "WEIGHT");
        var scores = lines.ToDictionary(line => line, line => line == execution
            ? new Call("execution", [scoring.Actual, scoring.Budget, weight!])
            : new Call("score", [At(line, "SCORE")]));

        var counted = lines.Select(line => (Line: line, Weight: At(line, "WEIGHT").Evaluate(source), Score: scores[line].Evaluate(source))).ToList();
        var board = Scoreboard.Of(counted.Where(c => c is { Weight: not null, Score: not null }).Select(c => (c.Weight!.Value, c.Score!.Value)));
        var sum = Sum(counted.Where(c => c.Score is not null).Select(c => (Expression)scores[c.Line]));
        var whole = lines.Count == 0 ? Nothing : Sum(lines.Select(line => (Expression)At(line, "WEIGHT")));
        // Scaled only when something was dropped: otherwise the points add up as printed.
        var scaled = board.Weight == 0 ? Nothing : board.Weight == 100 ? sum : new Call("round", [new Binary(Operator.Divide, new Binary(Operator.Multiply, sum, new Number(100)), new Number(board.Weight))]);
        Figures =
        [
            Figure("EXEC.WEIGHT", "预算执行率·分值", weight ?? Nothing, FigureRole.Item),
            Figure("EXEC.SCORE", "预算执行率·得分", execution is null ? Nothing : scores[execution], FigureRole.Item),
            Figure("TOTAL.WEIGHT", "总分·分值", whole, FigureRole.Total),
            Figure("TOTAL.SCORE", "总分·得分", scaled, FigureRole.Total),
        ];
        Texts = new Dictionary<string, string> { ["GRADE"] = board.Grade, ["EXEC.REASON"] = execution?.Values.GetValueOrDefault("REASON", "") ?? "" };
        Contradictions =
        [
            .. lines.Select(line => Contradiction(line, line == execution ? scores[line].Evaluate(source) : null)).OfType<string>(),
            .. Unexplained(scoring, execution),
        ];
    }

    // A cell that is not there: the figure prints —.
    private static Reference Nothing { get; } = new("S09.WEIGHT", "0");

    public IReadOnlyList<FigureDefinition> Figures { get; }

    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>Each a sentence; the report must not be published with one of them.</summary>
    public IReadOnlyList<string> Contradictions { get; }

    private string? Contradiction(RegisterLine line, decimal? ours)
    {
        var indicator = Indicator.Of(line);
        if (indicator.Dropped || indicator.Claimed is not { } claimed) return null;
        var agreed = ours is { } score ? Math.Abs(score - claimed) <= source.ScoreTolerance : indicator.Score(source.ScoreProfile, source.ScoreTolerance) is not null;
        return agreed ? null : string.Create(
            CultureInfo.InvariantCulture, $"附件{annex.Number}“{line.Values.GetValueOrDefault("LEVEL3", "")}”得分{claimed:0.##}与评分规则不符{(ours is { } o ? $"，应为{o:0.##}" : "")}");
    }

    /// <summary>偏差原因 is compulsory far from the budget, whatever the line itself says it has done.</summary>
    private IEnumerable<string> Unexplained(AnnexScoring scoring, RegisterLine? execution)
    {
        if (execution is null || execution.Values.GetValueOrDefault("REASON", "").Length > 0) yield break;
        if (scoring.Actual.Evaluate(source) is not { } actual || scoring.Budget.Evaluate(source) is not { } budget) yield break;
        if (new Execution(budget, actual).NeedsReason(source.ScoreProfile))
            yield return string.Create(CultureInfo.InvariantCulture, $"附件{annex.Number}预算执行率{Rounding.Percent(actual, budget)}，未填写执行率偏差原因");
    }

    private FigureDefinition Figure(string id, string label, Expression value, FigureRole role) =>
        new($"A{annex.Number}.{id}", $"附件{annex.Number}", label, FigureKind.Amount, value, null, annex.Node, "分", role);

    private static Reference At(RegisterLine line, string column) => new($"{line.Form}.{column}", line.Row.ToString(CultureInfo.InvariantCulture));

    private static Expression Sum(IEnumerable<Expression> terms) => terms.DefaultIfEmpty(new Number(0)).Aggregate((a, b) => new Binary(Operator.Add, a, b));
}
