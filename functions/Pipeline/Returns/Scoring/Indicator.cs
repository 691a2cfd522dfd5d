using System.Globalization;

namespace Pipeline.Returns.Scoring;

/// <summary>A line of 绩效指标 as its annex scores it.</summary>
/// <param name="Target">年度指标值, null for words.</param>
/// <param name="Actual">实际完成值, null for words.</param>
/// <param name="Measured">定量.</param>
/// <param name="Dropped">Not applicable (—, *, / or nothing as 实际完成值): it is not scored and the others are scaled to 100.</param>
/// <param name="Band">档次 of an indicator in words.</param>
/// <param name="Weight">分值; null when it cannot be read.</param>
/// <param name="Claimed">得分 as the return has it; null when it cannot be read.</param>
/// <param name="Reason">偏差原因分析及改进措施.</param>
internal sealed record Indicator(
    IndicatorValue? Target, IndicatorValue? Actual, bool Measured, bool Dropped, string Band, decimal? Weight, decimal? Claimed, string Reason)
{
    private static readonly string[] Nothing = ["", "—", "——", "-", "*", "/", "／"];

    // 档次 in the words of the rules for performance, and as grades.
    private static readonly Dictionary<string, ScoreRange> Bands = new()
    {
        ["优"] = new(0.8m, 1), ["良"] = new(0.8m, 1), ["达成年度指标"] = new(0.8m, 1), ["达成"] = new(0.8m, 1),
        ["中"] = new(0.6m, 0.8m), ["部分达成年度指标并具有一定效果"] = new(0.6m, 0.8m), ["部分达成"] = new(0.6m, 0.8m),
        ["差"] = new(0, 0.6m), ["未达成年度指标且效果较差"] = new(0, 0.6m), ["未达成"] = new(0, 0.6m),
    };

    public static Indicator Of(RegisterLine line)
    {
        string Text(string column) => line.Values.GetValueOrDefault(column, "").Trim();
        var target = Text("TARGET");
        var inWords = target.StartsWith("定性", StringComparison.Ordinal);
        return new Indicator(
            inWords ? null : IndicatorValue.Parse(target), IndicatorValue.Parse(Text("ACTUAL")), Text("KIND") == "定量" && !inWords,
            Nothing.Contains(Text("ACTUAL")), Text("BAND"), Number(Text("WEIGHT")), Number(Text("SCORE")), Text("REASON"));
    }

    /// <summary>Done ÷ meant; a ceiling (≤) is turned round. Null when the two cannot be compared.</summary>
    public decimal? Fulfilment => (Measured, Target, Actual) is not (true, { Amount: > 0 } target, { Amount: > 0 } actual) || target.Unit != actual.Unit ? null
        : target.IsCeiling ? target.Amount / actual.Amount : actual.Amount / target.Amount;

    /// <summary>What it may score; null when words, or units that differ, leave it to the reviewer.</summary>
    public ScoreRange? Allowed(ScoreProfile profile)
    {
        if (Dropped || Weight is not { } weight) return null;
        if (!Measured) return Bands.TryGetValue(Band, out var band) ? new ScoreRange(Round(band.Least * weight), Round(band.Most * weight)) : null;
        if (NoneAllowed) return ScoreRange.Only(Actual!.Amount == 0 ? weight : 0);
        if (Fulfilment is not { } done) return NothingDone ? ScoreRange.Only(Target!.IsCeiling ? weight : 0) : null;
        if (done < 1) return ScoreRange.Only(Round(done * weight));
        // An exact target that is passed is neither met nor missed in a way that has a formula.
        if (Target!.Operator is "=" or "" && done > 1) return null;
        // Reached by far: the target was set too low, so the reviewer may take points off, down to what the deviation is worth.
        return done > profile.Overshoot && !Target.IsCeiling ? new ScoreRange(Round(profile.Overshoot / done * weight), weight) : ScoreRange.Only(weight);
    }

    /// <summary>The score as printed: ours where there is one score, otherwise the return's where it may be; null when nothing is to be scored or agreed on.</summary>
    public decimal? Score(ScoreProfile profile, decimal tolerance)
    {
        if (Dropped || Weight is not { } weight || Claimed is not { } claimed) return null;
        var allowed = Allowed(profile) ?? new ScoreRange(0, weight);
        if (!allowed.Allows(claimed, tolerance)) return null;
        return allowed.Least == allowed.Most ? allowed.Least : claimed;
    }

    /// <summary>Whether 偏差原因 must be given: points are missing, or the target was passed by far.</summary>
    public bool NeedsReason(ScoreProfile profile) => !Dropped && (Claimed < Weight || (Target is { IsCeiling: false } && Fulfilment > profile.Overshoot));

    // ≤0起: one case is one too many, and there is nothing to divide by.
    private bool NoneAllowed => Measured && Target is { Amount: 0, IsCeiling: true } target && Actual is { Amount: >= 0 } actual && target.Unit == actual.Unit;

    private bool NothingDone => Measured && Target is { Amount: > 0 } target && Actual is { Amount: 0 } actual && target.Unit == actual.Unit;

    private static decimal Round(decimal score) => Math.Round(score, 2, MidpointRounding.AwayFromZero);

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
