using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>万元 or 亿元 typed where 元 is meant: the typed figure times 10⁴ or 10⁸ agrees to the rounding of its last digit.</summary>
internal sealed class WrongScale : IDetector
{
    private const decimal TenThousand = 10_000m;
    private const decimal HundredMillion = 100_000_000m;

    // Fewer digits meet too many amounts within their rounding.
    private const int FewestDigits = 4;

    public Cause? Detect(Discrepancy discrepancy, CauseContext context) => discrepancy.Measure != Measure.Money
        ? null
        : SuspectCells.Tell(CauseKind.UnitScale, "把万元当成元填报", discrepancy, context, s => Agrees(s, TenThousand))
            ?? SuspectCells.Tell(CauseKind.UnitScale, "把亿元当成元填报", discrepancy, context, s => Agrees(s, HundredMillion));

    private static bool Agrees(Suspect suspect, decimal factor)
    {
        var digits = DigitText.Of(suspect.Typed);
        if (digits.Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length < FewestDigits) return false;
        var decimals = digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var half = 0.5m * factor;
        for (var i = 0; i < decimals; i++) half /= 10;
        return Math.Abs(suspect.Typed * factor - suspect.Should) <= half;
    }
}
