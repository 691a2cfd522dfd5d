using Pipeline.Returns;

namespace Demo.Samples.Mistakes;

/// <summary>S05, S06 and S07 against the forms they explain.</summary>
internal static class RegisterMistakes
{
    private const string Adjustment = "FUND=EI;ITEM=EI.EXP.FUNERAL;DOCUMENT=湘财社〔2023〕88号;DATE=2023-09-15;REASON=年中调整;AMOUNT=";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("往来明细漏登一笔", "430700", "R-B-01", "S01 H30", CauseKind.Omitted) { Filled = f => f.DropLine("S05", 2) },
        new("往来明细金额以万元填列", "430700", "R-B-01", "S01 H30", CauseKind.UnitScale)
        {
            Filled = f => f.ChangeLine("S05", 1, $"AMOUNT={f.Amount("EI.EXP.TOUPPER") / 2 / 1_000_000}").ChangeLine("S05", 2, $"AMOUNT={f.Amount("EI.EXP.TOUPPER") / 2 / 1_000_000}"),
        },
        new("往来明细的对方单位写成了邻市", "430600", "R-T-08", "S05 D5") { Filled = f => f.ChangeLine("S05", 1, "PEER=430700;PEERNAME=常德市") },
        new("往来明细的基金写错", "430600", "R-B-01", "S01 H30") { Filled = f => f.ChangeLine("S05", 1, "FUND=WI") },
        new("往来明细的方向写反", "430600", "R-B-01", "S01 H18") { Filled = f => f.ChangeLine("S05", 1, "DIRECTION=上级补助") },
        new("同一笔往来登记了两次", "430700", "R-D-05", "S05 G14", CauseKind.Doubled)
        {
            Filled = f => f.Put("EI.EXP.TOUPPER", v => v + 2 * 12_345_600)
                .AddLine("S05", "NO=9;FUND=EI;DIRECTION=上解上级;PEER=430099;PEERNAME=省本级;DATE=2023-10-12;AMOUNT=123456;VOUCHER=记-1012")
                .AddLine("S05", "NO=10;FUND=EI;DIRECTION=上解上级;PEER=430099;PEERNAME=省本级;DATE=2023-10-12;AMOUNT=123456;VOUCHER=记-1012"),
        },
        new("市州把县区上缴填入下级上解收入", "430700", "R-T-06", "S01 H19") { Filled = f => f.Put("EI.INC.FROMLOWER", _ => 1_234_567_800) },
        new("市州填了委托投资收益", "430700", "R-S-05", "S01 H15") { Filled = f => f.Put("EI.INC.INVEST", _ => 123_456_700) },
        new("预算调整明细少一位", "430700", "R-B-02", "S01 F26", CauseKind.Digits) { Filled = f => f.Put("EI.EXP.FUNERAL", _ => 512_345_600, "BADJ").AddLine("S06", Adjustment + "512345.60") },
        new("预算调减忘了负号", "430700", "R-B-02", "S01 F26", CauseKind.Sign) { Filled = f => f.Put("EI.EXP.FUNERAL", _ => 512_345_600, "BADJ").AddLine("S06", Adjustment + "-5123456.00") },
        new("填了预算调整数，没有登记明细", "430700", "R-B-02", "S01 F26") { Filled = f => f.Put("EI.EXP.FUNERAL", _ => 512_345_600, "BADJ") },
    ];
}
