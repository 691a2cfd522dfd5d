using System.Globalization;
using Pipeline.Returns;

namespace Demo.Samples.Mistakes;

/// <summary>Transfers that the other side booked otherwise. Each return is sound in itself; only both together show it.</summary>
internal static class TransferMistakes
{
    private const string Unit = "430700";
    private const string Item = "EI.EXP.TOUPPER";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("只有省本级登记了一笔上解", Unit, "R-T-03", "S01 H30", CauseKind.Omitted)
        {
            Filled = f => f.Put(Item, v => v - Second(f)).DropLine("S05", 2),
        },
        new("上解金额两位数字颠倒，收支表同错", Unit, "R-T-03", "S05 G6", CauseKind.Transposition)
        {
            Filled = f => f.Put(Item, v => v - Second(f) + Slips.Transpose(Second(f))).ChangeLine("S05", 2, $"AMOUNT={Yuan(Slips.Transpose(Second(f)))}"),
        },
        new("年末上解的款项省本级次年才到账", Unit, "R-T-03", "S05 G13", CauseKind.InTransit)
        {
            Filled = f => f.Put(Item, v => v + 765_432_100)
                .AddLine("S05", "NO=9;FUND=EI;DIRECTION=上解上级;PEER=430099;PEERNAME=省本级;DATE=2023-12-29;AMOUNT=7654321;VOUCHER=EI上430700-12"),
        },
    ];

    /// <summary>The November instalment: what the half of June leaves.</summary>
    private static long Second(Filling filling) => filling.Amount(Item) - filling.Amount(Item) / 2;

    private static string Yuan(long fen) => (fen / 100m).ToString(CultureInfo.InvariantCulture);
}
