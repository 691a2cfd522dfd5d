using System.Globalization;

namespace Demo.Samples;

/// <summary>The projects of 省本级 (S08).</summary>
internal static class ProjectLines
{
    /// <summary>Two projects that share the project expenditure.</summary>
    public static IEnumerable<Dictionary<string, string>> Of(UnitValues unit)
    {
        string Yuan(long fen) => (fen / 100m).ToString(CultureInfo.InvariantCulture);
        var (b0, b1, cur) = (unit["PV.PROJ.B0"], unit["PV.PROJ.B0"] + unit["PV.PROJ.CARRY"] + unit["PV.PROJ.ADD"],
            unit["PV.PROJ.E1"] + unit["PV.PROJ.E2"] + unit["PV.PROJ.E3"] + unit["PV.PROJ.E4"]);
        foreach (var (name, share) in new[] { ("社会保险经办服务", 60), ("基金监管与稽核", 40) })
        {
            long Share(long whole) => share == 60 ? UnitValues.Part(whole, 60, 100) : whole - UnitValues.Part(whole, 60, 100);
            yield return new Dictionary<string, string> { ["PROJECT"] = name, ["B0"] = Yuan(Share(b0)), ["B1"] = Yuan(Share(b1)), ["CUR"] = Yuan(Share(cur)) };
        }
    }
}
