using Pipeline.Returns;
using Pipeline.Rules;

namespace Demo.Samples.Mistakes;

/// <summary>Against last year, the approved budget, or what the unit sent before.</summary>
internal static class HistoryMistakes
{
    private const string Unit = "430300";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("上年结余与上年决算不一致", Unit, "R-Y-01", "S01 H6", CauseKind.Transposition) { Filled = f => f.Put("EI.BAL.OPEN", Slips.Transpose), Known = AfterLastYear },
        new("上年决算数重新录入时录错", Unit, "R-Y-02", "S01 D9", CauseKind.Transposition) { Filled = f => f.Put("EI.INC.PREM", Slips.Transpose, "PY"), Known = AfterLastYear },
        new("上年人数重新录入时录错", Unit, "R-Y-04", "S03 E11", CauseKind.Transposition) { Filled = f => f.Put("EI.BASE.RETIREES.TX", Slips.Transpose, "PY"), Known = AfterLastYear },
        new("年初预算数与批复不一致", Unit, "R-Y-07", "S01 E9", CauseKind.Transposition) { Filled = f => f.Put("EI.INC.PREM", Slips.Transpose, "B0"), Known = WithBudget },
    ];

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
