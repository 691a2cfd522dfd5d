namespace Pipeline.Tests.Figures.Random;

/// <summary>The province once more, from the text of the dossier and nothing else: what nodes 7, 1 and 9 must hold to the 分.</summary>
internal static class ReferenceProvince
{
    private static readonly string[][] Sums = [.. new[]
    {
        "EI.INC.SUB EI.INC.PREM EI.INC.INT EI.INC.SUBS EI.INC.INVEST EI.INC.OTHER EI.INC.TRANSIN",
        "EI.INC.TOTAL EI.INC.SUB EI.INC.FROMUPPER EI.INC.FROMLOWER", "EI.EXP.SUB EI.EXP.PENSION EI.EXP.FUNERAL EI.EXP.OTHER EI.EXP.TRANSOUT",
        "EI.EXP.TOTAL EI.EXP.SUB EI.EXP.TOLOWER EI.EXP.TOUPPER", "EI.BAL.YEAR EI.INC.TOTAL -EI.EXP.TOTAL", "EI.BAL.CLOSE EI.BAL.OPEN EI.BAL.YEAR",
        "WI.INC.SUB WI.INC.PREM WI.INC.INT WI.INC.SUBS WI.INC.OTHER", "WI.INC.TOTAL WI.INC.SUB WI.INC.FROMUPPER WI.INC.FROMLOWER",
        "WI.EXP.SUB WI.EXP.BENEFIT WI.EXP.ASSESS WI.EXP.PREVENT WI.EXP.OTHER", "WI.EXP.TOTAL WI.EXP.SUB WI.EXP.TOLOWER WI.EXP.TOUPPER",
        "WI.BAL.YEAR WI.INC.TOTAL -WI.EXP.TOTAL", "WI.BAL.CLOSE WI.BAL.OPEN WI.BAL.YEAR",
        "EI.BASE.RETIREES EI.BASE.RETIREES.LX EI.BASE.RETIREES.TX EI.BASE.RETIREES.TZ", "EI.BASE.INSURED EI.BASE.ACTIVE EI.BASE.RETIREES",
        "PV.STAFF.ONJOB PV.STAFF.FJ PV.STAFF.ZFC PV.STAFF.KJ", "PV.BASIC.B1 PV.BASIC.B0 PV.BASIC.CARRY PV.BASIC.ADD",
        "PV.BASIC.CUR PV.BASIC.E1 PV.BASIC.E2 PV.BASIC.E3 PV.BASIC.E4", "PV.PROJ.B1 PV.PROJ.B0 PV.PROJ.CARRY PV.PROJ.ADD",
        "PV.PROJ.CUR PV.PROJ.E1 PV.PROJ.E2 PV.PROJ.E3 PV.PROJ.E4", "PV.SG.CAR PV.SG.CAR.RUN PV.SG.CAR.BUY", "PV.SG.TOTAL PV.SG.ABROAD PV.SG.RECEPTION PV.SG.CAR",
        "PV.SPLIT.TOTAL PV.SPLIT.WORK PV.SPLIT.RUN PV.SPLIT.SPECIAL",
    }.Select(line => line.Split(' '))];

    private static readonly (string Provincial, string Prefectures)[] Transfers =
    [
        ("EI.INC.FROMLOWER", "EI.EXP.TOUPPER"), ("EI.EXP.TOLOWER", "EI.INC.FROMUPPER"), ("WI.INC.FROMLOWER", "WI.EXP.TOUPPER"), ("WI.EXP.TOLOWER", "WI.INC.FROMUPPER"),
    ];

    /// <summary>By node 分 and heads by item and column; what is absent is nothing.</summary>
    public static Dictionary<string, Dictionary<(string Item, string Column), Int128>> Of(IEnumerable<(string Unit, string Item, string Column, long Value)> typed)
    {
        Dictionary<(string Item, string Column), Int128> sum = [], difference = [], province = [], own = [];
        foreach (var (unit, item, column, value) in typed)
        {
            Add(sum, item, column, value);
            if (unit == RandomLedger.Provincial) Add(own, item, column, value);
        }

        foreach (var column in (string[])["PY", "B0", "BADJ", "CUR"])
        {
            foreach (var (provincial, prefectures) in Transfers)
            {
                var upper = own.GetValueOrDefault((provincial, column));
                var lower = sum.GetValueOrDefault((prefectures, column)) - own.GetValueOrDefault((prefectures, column));
                var both = Int128.Sign(upper) != Int128.Sign(lower) ? 0 : Int128.Abs(upper) < Int128.Abs(lower) ? upper : lower;
                Add(difference, provincial, column, -both);
                Add(difference, prefectures, column, -both);
            }
        }

        foreach (var ((item, column), value) in sum.Concat(difference)) Add(province, item, column, value);
        foreach (var node in (Dictionary<(string Item, string Column), Int128>[])[sum, difference, province])
        {
            foreach (var ((item, column), value) in node.ToList())
                if (column is "B0" or "BADJ" && item[..3] is "EI." or "WI.") Add(node, item, "B1", value);
            foreach (var line in Sums)
                foreach (var column in (string[])["PY", "B0", "BADJ", "B1", "CUR"])
                    foreach (var part in line[1..])
                        if (node.TryGetValue((part.TrimStart('-'), column), out var value)) Add(node, line[0], column, part[0] == '-' ? -value : value);
        }

        return new() { ["7"] = sum, ["1"] = difference, ["9"] = province };

        static void Add(Dictionary<(string Item, string Column), Int128> node, string item, string column, Int128 value) =>
            node[(item, column)] = node.GetValueOrDefault((item, column)) + value;
    }
}
