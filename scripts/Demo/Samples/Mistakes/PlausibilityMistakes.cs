using Pipeline.Returns;

namespace Demo.Samples.Mistakes;

/// <summary>Amounts that could be right and hardly are, and explanations that explain nothing.</summary>
internal static class PlausibilityMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("支出填成负数", "431100", "R-S-01", "S01 H26", CauseKind.Sign) { Filled = f => f.Put("EI.EXP.FUNERAL", v => -v) },
        new("丧葬抚恤支出大增，没有说明", "431100", "R-R-01", "S01 H26") { Filled = f => Jump(f.Unexplained()) },
        new("丧葬抚恤支出大增，说明只写“正常”", "431100", "R-R-01", "S01 H26")
        {
            Filled = f => Jump(f.Unexplained().AddLine("S07", "SUBJECT=EI.EXP.FUNERAL;KIND=变动原因;TEXT=正常").AddLine("S07", "SUBJECT=R-R-01;KIND=变动原因;TEXT=无")),
        },
        new("丧葬抚恤支出大增，说明只抄了项目名称", "431100", "R-R-01", "S01 H26")
        {
            Filled = f => Jump(f.Unexplained().AddLine("S07", "SUBJECT=EI.EXP.FUNERAL;KIND=变动原因;TEXT=2.丧葬抚恤补助支出")),
        },
        new("丧葬抚恤支出少打一位", "431100", "R-U-03", "S01 H26", CauseKind.Digits) { Filled = f => f.Put("EI.EXP.FUNERAL", Slips.LoseDigit) },
        new("保费收入填成负数", "431100", "R-U-04", "S01 H9", CauseKind.Sign) { Filled = f => f.Put("EI.INC.PREM", v => -v) },
        new("工伤上年结余填成负数", "431100", "R-S-03", "S02 H6", CauseKind.Sign) { Filled = f => f.Put("WI.BAL.OPEN", v => -v).Put("WI.BAL.OPEN.RESERVE", _ => 0) },
        new("上年有数的项目本年填了 0", "431100", "R-U-04", "S02 H10") { Filled = f => f.Put("WI.INC.PREM", _ => 0) },
    ];

    private static Filling Jump(Filling filling) => filling.Put("EI.EXP.FUNERAL", v => v * 3 / 2);
}
