using System.Text.RegularExpressions;

namespace Infra.Tests;

/// <summary>A measurement of the app's meter "Pipeline", as its logs name it.</summary>
/// <param name="Name">Name of the instrument.</param>
/// <param name="Tag">What it is broken down by; empty for nothing.</param>
internal sealed partial record Measurement(string Name, string Tag)
{
    public static IReadOnlyList<Measurement> All { get; } =
    [
        new("pipeline.uploads.unanswered.age", ""),
        new("pipeline.poison", "queue"),
        new("pipeline.reports.held", ""),
        new("pipeline.returns.missing", "year"),
    ];

    /// <summary>The names in a query.</summary>
    public static IEnumerable<string> In(string query) => Names().Matches(query).Select(m => m.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\bName == '([^']+)'")]
    private static partial Regex Names();
}
