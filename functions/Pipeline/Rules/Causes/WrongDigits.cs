using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>One digit left out, one too many, or a zero more or less at the end.</summary>
internal sealed class WrongDigits : IDetector
{
    // Shorter numbers become one another too easily.
    private const int FewestDigits = 4;

    // Parts that were rounded differ from their sum by less.
    private const decimal Smallest = 1;

    public Cause? Detect(Discrepancy discrepancy, CauseContext context) => Math.Abs(discrepancy.Difference) < Smallest
        ? null
        : SuspectCells.Tell(CauseKind.Digits, "少输一位数字", discrepancy, context, s => Fits(s, s.Should, s.Typed))
            ?? SuspectCells.Tell(CauseKind.Digits, "多输一位数字", discrepancy, context, s => Fits(s, s.Typed, s.Should));

    private static bool Fits(Suspect suspect, decimal longer, decimal shorter) =>
        suspect.Typed * suspect.Should > 0 && DigitText.Count(DigitText.Of(longer)) >= FewestDigits
        && (longer == shorter * 10
            || Drops(DigitText.Of(longer), DigitText.Of(shorter)) || Drops(DigitText.InFen(longer), DigitText.InFen(shorter)));

    private static bool Drops(string longer, string shorter)
    {
        if (longer.Length != shorter.Length + 1) return false;
        var at = 0;
        while (at < shorter.Length && longer[at] == shorter[at]) at++;
        return longer[at] != '.' && longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
    }
}
