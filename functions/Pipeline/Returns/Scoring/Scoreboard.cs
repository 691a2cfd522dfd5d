namespace Pipeline.Returns.Scoring;

/// <summary>Points of an annex: those that count, and what was earned of them.</summary>
/// <param name="Weight">Σ分值 of what is scored.</param>
/// <param name="Earned">Σ得分.</param>
internal readonly record struct Scoreboard(decimal Weight, decimal Earned)
{
    private const decimal Full = 100;

    public static Scoreboard Of(IEnumerable<(decimal Weight, decimal Score)> scored) =>
        scored.Aggregate(default(Scoreboard), (sum, next) => new Scoreboard(sum.Weight + next.Weight, sum.Earned + next.Score));

    /// <summary>Σ得分 of 100: what was dropped counts as if it had never been there. Null when nothing is scored.</summary>
    public decimal? Total => Weight == 0 ? null : Math.Round(Earned * Full / Weight, 2, MidpointRounding.AwayFromZero);

    /// <summary>优 from 90, 良 from 80, 中 from 60, 差 below; of the total not rounded to a whole.</summary>
    public string Grade => Total switch { null => "", >= 90 => "优", >= 80 => "良", >= 60 => "中", _ => "差" };
}
