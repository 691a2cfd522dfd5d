namespace Pipeline.Returns.Scoring;

/// <summary>预算执行率 of a self-evaluation table.</summary>
/// <param name="Budget">全年预算数 (A), exact.</param>
/// <param name="Actual">全年执行数 (B), exact.</param>
internal readonly record struct Execution(decimal Budget, decimal Actual)
{
    /// <summary>Without budget and without spending there is nothing to score: the rest is scaled to 100.</summary>
    public bool Dropped => Budget == 0 && Actual == 0;

    /// <summary>B/A, not rounded; null without a budget.</summary>
    public decimal? Rate => Budget == 0 ? null : Actual / Budget;

    /// <summary><c>min(B/A, 1) × weight</c>; spending without a budget scores nothing.</summary>
    public decimal? Score(decimal weight) =>
        Dropped ? null : Math.Round(Math.Clamp(Rate ?? 0, 0, 1) * weight, 2, MidpointRounding.AwayFromZero);

    /// <summary>Whether 偏差原因 must be given.</summary>
    public bool NeedsReason(ScoreProfile profile) => !Dropped && (Rate is not { } rate || rate < profile.LeastExecution || rate > profile.MostExecution);
}
