using Pipeline.Returns;

namespace Pipeline.Consolidation;

/// <summary>The province in a year: the returns in force, its nodes, and what does not agree between units.</summary>
/// <param name="Snapshot">What it was made of.</param>
/// <param name="Nodes">By id: 7, 1 and 9.</param>
/// <param name="Findings">Findings across returns; any error makes the report a draft.</param>
public sealed record ConsolidatedYear(Snapshot Snapshot, IReadOnlyDictionary<string, Node> Nodes, IReadOnlyList<Finding> Findings)
{
    /// <summary>Of each unit what it is to look at, in its own return; a difference between two stands in the lists of both.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Finding>> WorkLists { get; } =
        Findings.Where(f => f.Unit.Length > 0).GroupBy(f => f.Unit).ToDictionary(g => g.Key, g => (IReadOnlyList<Finding>)[.. g]);
}
