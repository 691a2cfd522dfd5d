using System.Text.Json;

namespace EndToEnd.Tests.Settings;

/// <summary>The README says of everything in host.json why it is so.</summary>
public sealed class HostFileTableTests
{
    private const string Begin = "<!-- host.json: compared by a test -->";
    private const string End = "<!-- /host.json -->";

    [Fact]
    public void The_READMEs_table_has_what_host_json_has_and_nothing_else() =>
        Assert.Equal(Values(JsonDocument.Parse(Text("host.json")).RootElement, ""), Rows().Select(row => (Bare(row[0]), Bare(row[1]))));

    [Fact]
    public void Every_value_has_its_reason() => Assert.All(Rows(), row => Assert.True(row[2].Length > 20, row[0]));

    private static IEnumerable<(string Name, string Value)> Values(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(member => Values(member.Value, name.Length == 0 ? member.Name : $"{name}.{member.Name}"))
        : [(name, element.ToString())];

    private static List<string[]> Rows()
    {
        var readme = Text("README.md").ReplaceLineEndings("\n");
        var from = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var table = readme[from..readme.IndexOf(End, StringComparison.Ordinal)].Trim().Split('\n');
        return [.. table.Skip(2).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
    }

    private static string Bare(string cell) => cell.Trim('`');

    private static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));
}
