using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Demo.Samples.Mistakes;

/// <summary>万元, 亿元 or 万人 where 元 and persons were asked for.</summary>
internal static class ScaleMistakes
{
    private const long Wan = 10_000;
    private const long Yi = 100_000_000;

    // The column of last year was written by the template and stays in 元.
    private static readonly string[] Filled = ["B0", "BADJ", "CUR"];

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("整表以万元填报", "430500", "R-U-01", "S01", CauseKind.UnitScale) { Filled = f => f.PutAll("S01", Measure.Money, Filled, v => Slips.InUnitsOf(Wan, v)) },
        new("整表以亿元填报", "430500", "R-U-01", "S02", CauseKind.UnitScale) { Filled = f => f.PutAll("S02", Measure.Money, Filled, v => Slips.InUnitsOf(Yi, v)) },
        new("保费收入一格以万元填报", "430100", "R-U-02", "S01 H9", CauseKind.UnitScale) { Filled = f => f.Put("EI.INC.PREM", v => Slips.InUnitsOf(Wan, v)) },
        new("丧葬抚恤支出一格以亿元填报", "430100", "R-U-02", "S01 H26", CauseKind.UnitScale) { Filled = f => f.Put("EI.EXP.FUNERAL", v => Slips.InUnitsOf(Yi, v)) },
        new("人数以万人填报", "431200", "R-U-01", "S03", CauseKind.UnitScale) { Filled = f => f.PutAll("S03", Measure.Count, ["CUR"], v => v / Wan) },
        new("上年和本年人数都以万人填报", "431200", "R-U-05", "S03 F6", CauseKind.UnitScale) { Filled = f => f.PutAll("S03", Measure.Count, ["PY", "CUR"], v => v / Wan) },
        new("工伤参保人数几格以万人填报", "431200", "R-U-02", "S04 F6", CauseKind.UnitScale)
        {
            Filled = f => f.Put("WI.BASE.INSURED", v => v / Wan).Put("WI.BASE.INSURED.MIGRANT", v => v / Wan).Put("WI.BASE.INSURED.CIVIL", v => v / Wan),
        },
        new("缴费基数以万元填报", "431200", "R-U-02", "S03 F14", CauseKind.UnitScale) { Filled = f => f.Put("EI.BASE.WAGEBASE", v => Slips.InUnitsOf(Wan, v)) },
    ];
}
