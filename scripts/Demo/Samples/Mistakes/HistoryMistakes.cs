using Pipeline.Returns;
using Pipeline.Rules;

namespace Demo.Samples.Mistakes;

/// <summary>Against last year, the approved budget, or what the unit sent before.</summary>
internal static class HistoryMistakes
{
    private const string Unit = "430300";
    private const string SecondFile = "HNSB_2023_430300_v2.xlsx";
    private const string Ticket = "TH-2023-430300-1";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("上年结余与上年决算不一致", Unit, "R-Y-01", "S01 H6", CauseKind.Transposition) { Filled = f => f.Put("EI.BAL.OPEN", Slips.Transpose), Known = AfterLastYear },
        new("上年决算数重新录入时录错", Unit, "R-Y-02", "S01 D9", CauseKind.Transposition) { Filled = f => f.Put("EI.INC.PREM", Slips.Transpose, "PY"), Known = AfterLastYear },
        new("上年人数重新录入时录错", Unit, "R-Y-04", "S03 E11", CauseKind.Transposition) { Filled = f => f.Put("EI.BASE.RETIREES.TX", Slips.Transpose, "PY"), Known = AfterLastYear },
        new("年初预算数与批复不一致", Unit, "R-Y-07", "S01 E9", CauseKind.Transposition) { Filled = f => f.Put("EI.INC.PREM", Slips.Transpose, "B0"), Known = WithBudget },
        new("重报时版本号没有加 1", Unit, "R-C-06", "S00 B7") { Filled = f => f.Put("EI.BASE.CERT.OTHER", v => v + 1), Known = f => AfterFirst(f) with { Ticket = null } },
        new("退回重报时原样再交一次", Unit, "R-D-06", "") { Filled = Resubmitted, FileName = SecondFile, Known = AfterFirst },
        new("退回重报时改了退回单以外的数", Unit, "R-D-07", "S03 F24")
        {
            Filled = f => Resubmitted(f).Put("EI.EXP.FUNERAL", v => v + 100).Put("EI.BASE.CERT.OTHER", v => v + 1), FileName = SecondFile, Known = AfterFirst,
        },
        new("把已上报的文件又传了一次", Unit, "R-D-01", "")
        {
            Known = f => Circumstances.None with { SameFile = new EarlierUpload(f.Catalogue.Year, Unit, new DateTimeOffset(2024, 2, 10, 9, 30, 0, TimeSpan.FromHours(8))) },
        },
    ];

    private static Filling Resubmitted(Filling filling) => filling.Cover("TYPE", "退回重报").Cover("VERSION", "2").Cover("TICKET", Ticket);

    private static Circumstances AfterFirst(Filling sample) => Circumstances.None with
    {
        InForce = new ReturnInForce(new string('a', 64), 1, sample.Values),
        Ticket = new ReturnTicket(
            Ticket, Unit, "省级复核人", new DateTimeOffset(2024, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)), new DateOnly(2024, 3, 10), "丧葬抚恤支出请核对",
            [new TicketCell("S01企保收支表", "H26", "与发放台账不符")]),
    };

    private static Circumstances AfterLastYear(Filling sample) => Circumstances.None with { LastYear = LastYear(sample) };

    /// <summary>The return of the year before that closed with what this one opens with.</summary>
    private static Return LastYear(Filling sample) => new(
        sample.Catalogue.Year - 1, sample.Values.Unit,
        [.. sample.Values.Items.Where(i => i.Values.ContainsKey("PY")).Select(i => i with { Values = new Dictionary<string, long> { ["CUR"] = i.Values["PY"] } })], []);

    private static Circumstances WithBudget(Filling sample) => Circumstances.None with
    {
        ApprovedBudget = sample.Values.Items
            .Where(i => i.Values.ContainsKey("B0") && sample.Catalogue.Item(i.Item).Formula is null && i.Form is "S01" or "S02").ToDictionary(i => i.Item, i => i.Values["B0"]),
    };
}
