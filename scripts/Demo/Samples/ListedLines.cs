using Pipeline.Catalogue;

namespace Demo.Samples;

/// <summary>Lines of a register that are written down as they are: indicators (S09), narrative (S10), explanations (S07).</summary>
internal static class ListedLines
{
    /// <summary>Reads a YAML list whose keys are the register's columns in lower case.</summary>
    public static IEnumerable<Dictionary<string, string>> Read(string file, Register register)
    {
        var keys = register.Columns.ToDictionary(c => c.Code.ToLowerInvariant(), c => c.Code);
        foreach (var node in DataNode.Read(file, File.ReadAllText(file)).List())
            yield return node.Only([.. keys.Keys]).Entries().ToDictionary(e => keys[e.Key], e => e.Value.Text());
    }
}
