using Pipeline.Returns;

namespace Demo.Samples.Mistakes;

/// <summary>Sums that no longer fit their parts, and formulas typed over.</summary>
internal static class SumMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("合计粘贴为数值后，一项的两位数字颠倒", "430200", "R-A-01", "S01 H8", CauseKind.Transposition) { Filled = f => f.PutOverSums("EI.INC.PREM", Slips.Transpose) },
        new("合计粘贴为数值后，一项少打一位", "430200", "R-A-03", "S01 H21", CauseKind.Digits) { Filled = f => f.PutOverSums("EI.EXP.FUNERAL", Slips.LoseDigit) },
        new("合计粘贴为数值后，一项多打一位", "430200", "R-A-07", "S02 H9", CauseKind.Digits) { Filled = f => f.PutOverSums("WI.INC.INT", Slips.DoubleDigit) },
        new("合计粘贴为数值后，一项加了负号", "430200", "R-A-01", "S01 H8", CauseKind.Sign) { Filled = f => f.PutOverSums("EI.INC.OTHER", v => -v) },
        new("合计粘贴为数值后，一项以万元填报", "430200", "R-A-03", "S01 H21", CauseKind.UnitScale) { Filled = f => f.PutOverSums("EI.EXP.FUNERAL", v => Slips.InUnitsOf(10_000, v)) },
        new("上年数合计粘贴为数值后改了一项", "430200", "R-A-01", "S01 D8", CauseKind.Transposition) { Filled = f => f.PutOverSums("EI.INC.PREM", Slips.Transpose, "PY") },
        new("公式被另一个数覆盖", "430200", "R-A-03", "S01 H21", CauseKind.StaleFormula) { Filled = f => f.Overwrite("EI.EXP.SUB", v => v + 98_765_421) },
        new("公式被同一个数覆盖", "430200", "R-F-10", "S01 H8", CauseKind.StaleFormula) { Edited = d => d.Typed("S01", "H8", d.Cell("S01", "H8").Number!.Value) },
        new("改数后没有重算，公式显示旧数", "430200", "R-F-09", "S01 H8", CauseKind.StaleFormula)
        {
            Edited = d => d.Showing("S01", "H8", d.Cell("S01", "H8").Number!.Value - 1_234_567.89m),
        },
        new("公式被删除", "430200", "R-F-10", "S01 H8", CauseKind.StaleFormula) { Edited = d => d.Cleared("S01", "H8") },
        new("收支结余的公式被手工数覆盖", "430200", "R-A-05", "S01 H31", CauseKind.StaleFormula) { Filled = f => f.Overwrite("EI.BAL.YEAR", v => v - 98_765_421) },
        new("“其中”项大于主项", "430200", "R-A-12", "S01 H10") { Filled = f => f.Put("EI.INC.PREM.FLEX", _ => f.Amount("EI.INC.PREM") + 100_000_000) },
        new("养老金“其中”项之和大于主项", "430200", "R-A-13", "S01 H22") { Filled = f => f.Put("EI.EXP.PENSION.MED", _ => f.Amount("EI.EXP.PENSION") / 10) },
        new("工伤待遇分项之和不等于待遇支出", "430200", "R-A-14", "S02 H18", CauseKind.Digits) { Filled = f => f.Put("WI.EXP.BENEFIT.DISAB", Slips.LoseDigit) },
        new("储备金大于结余", "430200", "R-A-15", "S02 H29") { Filled = f => f.Put("WI.BAL.CLOSE.RESERVE", _ => f.Amount("WI.BAL.CLOSE") + 100) },
    ];
}
