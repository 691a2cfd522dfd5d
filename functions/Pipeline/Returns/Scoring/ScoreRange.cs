namespace Pipeline.Returns.Scoring;

/// <summary>What a score may be: between two bounds, both allowed; a measured indicator has one score.</summary>
/// <param name="Least">Lowest score.</param>
/// <param name="Most">Highest score.</param>
internal readonly record struct ScoreRange(decimal Least, decimal Most)
{
    /// <summary>Exactly this score.</summary>
    public static ScoreRange Only(decimal score) => new(score, score);

    /// <summary>Whether a score is in it, give or take the tolerance.</summary>
    public bool Allows(decimal score, decimal tolerance) => score >= Least - tolerance && score <= Most + tolerance;
}
