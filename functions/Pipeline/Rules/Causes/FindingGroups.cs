using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>Findings of one cause become one, at the cell to mend. What must be explained stays one per rule.</summary>
internal static class FindingGroups
{
    private const string WholeSheet = "R-U-01";
    private const string LeftBlank = "R-C-08";
    private const string Moved = "R-F-06";

    // Two blank cells are two oversights, three are a missing block.
    private const int SmallestBlock = 3;

    /// <summary>The findings to show, errors first; every rule that stands behind one is named in it.</summary>
    public static IReadOnlyList<Finding> Group(IReadOnlyList<Finding> findings)
    {
        var scaled = findings.Where(f => f.Rule == WholeSheet).Select(f => (f.Unit, f.Sheet)).ToHashSet();
        return
        [
            .. findings.GroupBy(f => Key(f, scaled)).SelectMany(g => g.Key.Kind switch
            {
                Kinship.None => g,
                Kinship.Blank when g.Count() < SmallestBlock => g,
                Kinship.SameDifference => Linked([.. g]).Select(Merge),
                _ => [Merge([.. g])],
            }).OrderBy(f => Rank(f.Severity)),
        ];
    }

    private static (Kinship Kind, Severity, string Unit, string Key, bool Explained) Key(Finding finding, HashSet<(string, string)> scaled)
    {
        (Kinship, Severity, string, string, bool) Of(Kinship kind, string key) => (kind, finding.Severity, finding.Unit, key, finding.Explanation is not null);
        var isError = finding.Severity == Severity.Error;
        if (scaled.Contains((finding.Unit, finding.Sheet)) && finding.Sheet.Length > 0)
        {
            if (isError && IsOfScale(finding)) return Of(Kinship.OneSheet, finding.Sheet);

            // Each rule asks for its own explanation, even where one mistake tripped them all.
            if (finding.Severity == Severity.Warning && (IsOfScale(finding) || finding.Rule.StartsWith("R-R-", StringComparison.Ordinal)))
                return Of(Kinship.OneSheet, $"{finding.Sheet} {finding.Rule}");
        }

        if (finding.Rule == Moved) return Of(Kinship.OneSheet, $"{finding.Sheet} {finding.Rule}");
        if (finding.Rule == LeftBlank) return Of(Kinship.Blank, $"{finding.Sheet} {finding.Cell.TrimEnd([.. "0123456789"])}");
        return isError && finding.Difference is { } difference && difference.Any(c => c is >= '1' and <= '9')
            ? Of(Kinship.SameDifference, difference)
            : Of(Kinship.None, "");
    }

    private static bool IsOfScale(Finding finding) =>
        finding.Rule.StartsWith("R-U-0", StringComparison.Ordinal) && finding.Rule is not ("R-U-06" or "R-U-07" or "R-U-08")
        || finding.Cause?.Kind == CauseKind.UnitScale;

    /// <summary>Those of the same difference that share cells, directly or through others. Two mistakes at one total differ in amount.</summary>
    private static List<List<Finding>> Linked(List<Finding> same)
    {
        var groups = new List<List<Finding>>();
        foreach (var finding in same)
        {
            var cells = AllCells(finding).ToHashSet();
            var touching = groups.Where(g => g.Any(f => AllCells(f).Any(cells.Contains))).ToList();
            groups.RemoveAll(touching.Contains);
            groups.Add([.. touching.SelectMany(g => g), finding]);
        }

        return groups;
    }

    private static Finding Merge(List<Finding> group)
    {
        if (group.Count == 1) return group[0];
        var shared = group.SelectMany(f => AllCells(f).Distinct()).CountBy(c => c).ToDictionary();
        var owns = group.Select(Own).ToHashSet();
        var root = group.OrderBy(f => f.Rule == WholeSheet ? 0 : 1)
            .ThenBy(f => f.Cause is null ? 1 : 0)
            .ThenBy(f => f.Cells.Any(c => c != Own(f) && owns.Contains(c)) ? 1 : 0)
            .ThenByDescending(f => shared.GetValueOrDefault(Own(f)))
            .ThenBy(f => f.Cells.Count)
            .First();
        var others = group.Where(f => !ReferenceEquals(f, root)).ToList();
        var rules = string.Join("、", others.Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal));
        return root with
        {
            Count = group.Sum(f => f.Count),
            Cells = [.. root.Cells.Concat(others.SelectMany(AllCells)).Where(c => c != Own(root)).Distinct()],
            Cause = root.Cause ?? others.Select(f => f.Cause).FirstOrDefault(c => c is not null),
            Message = $"{root.Message}（同一原因另有 {others.Sum(f => f.Count)} 条：{rules}）",
            Values = new Dictionary<string, string>(root.Values) { ["同因规则"] = rules },
        };
    }

    private static IEnumerable<string> AllCells(Finding finding) => finding.Cell.Length == 0 ? finding.Cells : finding.Cells.Prepend(Own(finding));

    private static string Own(Finding finding) => $"{finding.Sheet}!{finding.Cell}";

    private static int Rank(Severity severity) => severity switch { Severity.Error => 0, Severity.Warning => 1, _ => 2 };

    private enum Kinship
    {
        None,
        SameDifference,
        OneSheet,
        Blank,
    }
}
