using System.Globalization;

namespace Pipeline.Tests.Reports.Rendering;

/// <summary>The characters that at least one font of the machine can draw.</summary>
internal sealed class FontCoverage
{
    private readonly HashSet<int> characters = [];

    public bool Has(char c) => characters.Contains(c);

    public static async Task<FontCoverage> ReadAsync()
    {
        var coverage = new FontCoverage();
        // One line a font: hexadecimal ranges, 4e00-9fa5 20ac.
        var ranges = (await Tool.RunAsync("fc-list", ":", "--format", "%{charset}\n")).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct();
        foreach (var range in ranges)
        {
            var ends = range.Split('-');
            for (var c = Hex(ends[0]); c <= Hex(ends[^1]); c++) coverage.characters.Add(c);
        }

        return coverage;
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
