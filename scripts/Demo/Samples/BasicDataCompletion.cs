using Pipeline.Catalogue;

namespace Demo.Samples;

/// <summary>S03 and S04: head counts, wage bases and targets that the given values lack.</summary>
internal static class BasicDataCompletion
{
    public static void Complete(YearCatalogue catalogue, IReadOnlyList<UnitValues> units)
    {
        foreach (var unit in units)
        {
            CompletePension(unit);
            CompleteInjury(unit);
            foreach (var item in catalogue.Forms.Where(f => f.Code is "S03" or "S04").SelectMany(f => f.Items).Where(i => i.Formula is null && !i.Code.EndsWith(".TARGET", StringComparison.Ordinal)))
                CompletePrior(item, unit);
        }

        foreach (var fund in (string[])["EI", "WI"]) ShareTarget(catalogue, fund, units);
    }

    private static void CompletePension(UnitValues u)
    {
        var retirees = u["EI.BASE.RETIREES"];
        u.Complete("EI.BASE.RETIREES.LX", "CUR", retirees / 2000);
        u.Complete("EI.BASE.RETIREES.TZ", "CUR", retirees / 500);
        u.Complete("EI.BASE.RETIREES.TX", "CUR", retirees - u["EI.BASE.RETIREES.LX"] - u["EI.BASE.RETIREES.TZ"]);
        u.Complete("EI.BASE.ACTIVE", "CUR", u["EI.BASE.INSURED"] - retirees);
        u.Complete("EI.BASE.ACTIVE.FLEX", "CUR", u["EI.BASE.ACTIVE"] / 5);
        u.Complete("EI.BASE.PAYERS", "CUR", UnitValues.Part(u["EI.BASE.ACTIVE"], 81, 100));
        // 单位 16 % and 个人 8 %.
        u.Complete("EI.BASE.WAGEBASE", "CUR", UnitValues.Part(u["EI.INC.PREM"], 100, 24));
        u.Complete("EI.BASE.ARREARS", "CUR", u["EI.INC.PREM"] / 90);
        u.Complete("EI.BASE.NEWRET", "CUR", UnitValues.Part(retirees, 4, 100));
        u.Complete("EI.BASE.DEATHS", "CUR", UnitValues.Part(retirees, 15, 1000));
        u.Complete("EI.BASE.RETIREES.TX", "PY", u["EI.BASE.RETIREES.TX"] - u["EI.BASE.NEWRET"] + u["EI.BASE.DEATHS"]);
        u.Complete("EI.BASE.RETIREES.LX", "PY", u["EI.BASE.RETIREES.LX"]);
        u.Complete("EI.BASE.RETIREES.TZ", "PY", u["EI.BASE.RETIREES.TZ"]);
        u.Complete("EI.BASE.ADJ.PERSONS", "PY", UnitValues.Part(u["EI.BASE.ADJ.PERSONS"], 97, 100));
        var before = u["EI.BASE.RETIREES.LX", "PY"] + u["EI.BASE.RETIREES.TX", "PY"] + u["EI.BASE.RETIREES.TZ", "PY"];
        foreach (var (column, due) in new[] { ("CUR", retirees), ("PY", before) })
        {
            u.Complete("EI.BASE.CERT.DUE", column, due);
            u.Complete("EI.BASE.CERT.OTHER", column, due / 100);
            u.Complete("EI.BASE.CERT.REMOTE", column, UnitValues.Part(due, 985, 1000));
        }
    }

    private static void CompleteInjury(UnitValues u)
    {
        var insured = u["WI.BASE.INSURED"];
        u.Complete("WI.BASE.INSURED.MIGRANT", "CUR", insured / 4);
        u.Complete("WI.BASE.INSURED.CIVIL", "CUR", Math.Max(insured / 16, u["WI.BASE.NEWCIVIL"]));
        u.Complete("WI.BASE.INSURED.CIVIL", "PY", u["WI.BASE.INSURED.CIVIL"] - u["WI.BASE.NEWCIVIL"]);
        u.Complete("WI.BASE.NEWCIVIL", "PY", Math.Min(UnitValues.Part(u["WI.BASE.NEWCIVIL"], 9, 10), u["WI.BASE.INSURED.CIVIL", "PY"]));
        u.Complete("WI.BASE.EMPLOYERS", "CUR", insured / 40);
        // 7.5 ‰ on average.
        u.Complete("WI.BASE.WAGEBASE", "CUR", UnitValues.Part(u["WI.INC.PREM"], 10000, 75));
        u.Complete("WI.BASE.WAGEBASE", "PY", UnitValues.Part(u["WI.INC.PREM", "PY"], 10000, 78));
        u.Complete("WI.BASE.BENEF.DISAB", "CUR", u["WI.BASE.ADJ.DISAB"]);
        u.Complete("WI.BASE.BENEF.DEPEND", "CUR", u["WI.BASE.ADJ.DEPEND"]);
        u.Complete("WI.BASE.BENEF.CARE", "CUR", u["WI.BASE.BENEF"] / 50);
        u.Complete("WI.BASE.INJURY", "CUR", UnitValues.Part(u["WI.BASE.BENEF"], 40, 100));
        u.Complete("WI.BASE.ASSESSED", "CUR", UnitValues.Part(u["WI.BASE.BENEF"], 25, 100));
        // One share for all of them: parts stay within their wholes.
        foreach (var item in (string[])["BENEF", "BENEF.DISAB", "BENEF.DEPEND", "BENEF.CARE", "INJURY", "ASSESSED", "ADJ.DISAB", "ADJ.DEPEND", "INSURED", "INSURED.MIGRANT"])
            u.Complete($"WI.BASE.{item}", "PY", UnitValues.Part(u[$"WI.BASE.{item}"], 96, 100));
    }

    private static void CompletePrior(Item item, UnitValues unit)
    {
        unit.Complete(item.Code, "CUR", 0);
        if (item.Has("PY")) unit.Complete(item.Code, "PY", UnitValues.Part(unit[item.Code], 96, 100));
    }

    /// <summary>Shares the province's target by insured persons; 省本级 takes what is left.</summary>
    private static void ShareTarget(YearCatalogue catalogue, string fund, IReadOnlyList<UnitValues> units)
    {
        var province = units.FirstOrDefault(u => u.Unit == catalogue.ProvincialUnit.Code);
        var target = province?[$"PV.TARGET.{fund}"] ?? 0;
        var insured = units.Sum(u => u[$"{fund}.BASE.INSURED"]);
        if (insured == 0) return;
        foreach (var unit in units.Where(u => u != province)) unit.Complete($"{fund}.BASE.TARGET", "CUR", UnitValues.Part(target, unit[$"{fund}.BASE.INSURED"], insured));
        province?.Complete($"{fund}.BASE.TARGET", "CUR", target - units.Where(u => u != province).Sum(u => u[$"{fund}.BASE.TARGET"]));
        foreach (var unit in units) unit.Complete($"{fund}.BASE.TARGET", "PY", UnitValues.Part(unit[$"{fund}.BASE.TARGET"], 96, 100));
    }
}
