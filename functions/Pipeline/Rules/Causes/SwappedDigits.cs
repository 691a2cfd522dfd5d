using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>Two neighbouring digits swapped. Many amounts can make the same difference, so several cells may be named; too many are told as a test result only.</summary>
internal sealed class SwappedDigits : IDetector
{
    public Cause? Detect(Discrepancy discrepancy, CauseContext context)
    {
        bool Fits(Suspect s) => Swaps(s, discrepancy.Measure);
        return SuspectCells.Tell(CauseKind.Transposition, "相邻两位数字颠倒", discrepancy, context, Fits)
            ?? (discrepancy.Suspects().Count(Fits) > 1
                ? new Cause(CauseKind.Transposition, $"差额 {SuspectCells.Print(Math.Abs(discrepancy.Difference), discrepancy.Measure)} 能被9整除，不排除某一项相邻两位数字颠倒，请逐项核对")
                : null);
    }

    private static bool Swaps(Suspect suspect, Measure measure)
    {
        if (suspect.Typed * suspect.Should <= 0) return false;
        var (typed, should) = (Keys(suspect.Typed, measure), Keys(suspect.Should, measure));
        if (typed.Length != should.Length || typed.Length < 3) return false;
        var at = 0;
        while (at < typed.Length && typed[at] == should[at]) at++;
        return at + 1 < typed.Length && typed[at] == should[at + 1] && typed[at + 1] == should[at]
            && typed.AsSpan(at + 2).SequenceEqual(should.AsSpan(at + 2));
    }

    private static string Keys(decimal value, Measure measure) =>
        (measure == Measure.Money ? DigitText.InFen(value) : DigitText.Of(value)).Replace(".", "", StringComparison.Ordinal);
}
