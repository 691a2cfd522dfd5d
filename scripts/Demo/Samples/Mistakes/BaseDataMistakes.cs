using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Demo.Samples.Mistakes;

/// <summary>S03 and S04: persons who do not fit one another, or the money.</summary>
internal static class BaseDataMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("缴费人数大于在职参保人数", "431200", "R-A-19", "S03 F13") { Filled = f => f.Put("EI.BASE.PAYERS", _ => f.Amount("EI.BASE.ACTIVE") + 321) },
        new("调待人数大于离退休人数", "431200", "R-A-20", "S03 F18") { Filled = f => f.Put("EI.BASE.ADJ.PERSONS", _ => f.Amount("EI.BASE.RETIREES") + 321) },
        new("认证人数大于应认证人数", "431200", "R-A-21", "S03 F22") { Filled = f => f.Put("EI.BASE.CERT.OTHER", v => v * 2) },
        new("合计人数粘贴为数值后，一项的两位数字颠倒", "431200", "R-A-18", "S03 F9", CauseKind.Transposition) { Filled = f => f.PutOverSums("EI.BASE.RETIREES.TX", Slips.Transpose) },
        new("农民工人数大于参保人数", "431200", "R-A-22", "S04 F7") { Filled = f => f.Put("WI.BASE.INSURED.MIGRANT", _ => f.Amount("WI.BASE.INSURED") + 321) },
        new("有享受待遇人数，没有待遇支出", "431200", "R-B-07", "S02 H18")
        {
            Filled = f => f.Put("WI.EXP.BENEFIT", _ => 0).Put("WI.EXP.BENEFIT.MED", _ => 0).Put("WI.EXP.BENEFIT.DISAB", _ => 0).Put("WI.EXP.BENEFIT.DEATH", _ => 0),
        },
        new("有调待人数，没有调待金额", "431200", "R-B-08", "S03 F19") { Filled = f => f.Put("EI.BASE.ADJ.MONTHLY", _ => 0) },
        new("月调整额填成了全年数", "431200", "R-B-05", "S03 F19") { Filled = f => f.Put("EI.BASE.ADJ.MONTHLY", v => v * 12) },
        new("新增离退休人数漏填一批", "431200", "R-B-09", "S03 F9") { Filled = f => f.Put("EI.BASE.NEWRET", v => v - 2_345) },
        new("把上年数整列复制到本年", "431200", "R-R-16", "S03") { Filled = f => f.Copy("S03", "PY") },
        new("交了一张全为零的表", "431200", "R-B-07", "S04 F13") { Filled = f => f.PutAll("S04", Measure.Count, ["CUR"], _ => 0).PutAll("S04", Measure.Money, ["CUR"], _ => 0) },
    ];
}
