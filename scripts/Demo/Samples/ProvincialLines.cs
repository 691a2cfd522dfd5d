using System.Globalization;
using Pipeline.Catalogue;

namespace Demo.Samples;

/// <summary>Registers of 省本级 alone: projects (S08), indicators (S09), narrative (S10).</summary>
internal static class ProvincialLines
{
    /// <summary>Two projects that share the project expenditure.</summary>
    public static IEnumerable<Dictionary<string, string>> Projects(UnitValues unit)
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

    /// <summary>Lines of a YAML list whose keys are the register's columns in lower case.</summary>
    public static IEnumerable<Dictionary<string, string>> Listed(string file, Register register)
    {
        foreach (var node in DataNode.Read(file, File.ReadAllText(file)).List())
        {
            var keys = register.Columns.ToDictionary(c => c.Code.ToLowerInvariant(), c => c.Code);
            yield return node.Only([.. keys.Keys]).Entries().ToDictionary(e => keys[e.Key], e => e.Value.Text());
        }
    }
}
