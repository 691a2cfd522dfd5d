namespace Pipeline.Returns.Scoring;

/// <summary>What scoring leaves to the year's rules.</summary>
/// <param name="Overshoot">Done ÷ meant from which a target counts as far exceeded: the reason is compulsory, the score may be lower.</param>
/// <param name="LeastExecution">预算执行率 below which the reason is compulsory.</param>
/// <param name="MostExecution">预算执行率 above which it is.</param>
internal sealed record ScoreProfile(decimal Overshoot = 1.3m, decimal LeastExecution = 0.9m, decimal MostExecution = 1.1m);
