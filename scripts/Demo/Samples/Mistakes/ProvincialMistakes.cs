using Pipeline.Returns;

namespace Demo.Samples.Mistakes;

/// <summary>Forms that 省本级 alone files.</summary>
internal static class ProvincialMistakes
{
    private const string Unit = "430099";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("“三公”经费超过预算", Unit, "R-B-11", "S08 G29") { Filled = f => f.Put("PV.SG.RECEPTION", _ => 3_500_000) },
        new("得分大于分值", Unit, "R-A-28", "S09 J5") { Filled = f => f.ChangeLine("S09", 1, "SCORE=12") },
        new("分值合计不是 100", Unit, "R-A-28", "S09 G4") { Filled = f => f.ChangeLine("S09", 2, "WEIGHT=25;SCORE=25") },
        new("在职人员合计不等于各级别之和", Unit, "R-A-27", "S08 G7", CauseKind.StaleFormula) { Filled = f => f.Overwrite("PV.STAFF.ONJOB", v => v + 2) },
        new("项目支出明细与合计不符", Unit, "R-B-13", "S08 G24") { Filled = f => f.Put("PV.PROJ.E2", v => v + 1_000_000) },
        new("上解上级支出的对方单位不是中央", Unit, "R-T-07", "S05 D5") { Filled = f => f.ChangeLine("S05", 1, "PEER=430100;PEERNAME=长沙市") },
        new("中央与地方补贴之和不等于财政补贴", Unit, "R-A-11", "S01 H12", CauseKind.Transposition) { Filled = f => f.Put("EI.INC.SUBS.CENTRAL", Slips.Transpose) },
    ];
}
