using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Mistakes;

/// <summary>The fifteen sample returns, made once, and one of them with a mistake in it.</summary>
internal static class SampleYear
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

    public static YearCatalogue Catalogue => Catalogue2023.Value;

    public static IReadOnlyDictionary<string, Return> Returns { get; } = SampleReturns
        .Make(Catalogue2023.Value, SampleValues.Read(Path.Combine(Folder, "values.csv"), Catalogue2023.Value), Folder).Returns.ToDictionary(r => r.Unit);

    /// <summary>What the upload with the mistake is told.</summary>
    public static ReturnReading Check(Mistake mistake)
    {
        var sample = Returns[mistake.Unit];
        var upload = mistake.Plant(Catalogue, sample);
        var known = mistake.Known?.Invoke(new Filling(Catalogue, sample)) ?? Circumstances.None;
        return ReturnCheck.Check(new MemoryStream(upload.Content), Catalogue, upload.Unit, upload.Name, known);
    }

    /// <summary>The year with one unit's return as filled with the mistake.</summary>
    public static ConsolidatedYear Consolidate(Mistake mistake)
    {
        var units = Returns.Values.Select(r => r.Unit == mistake.Unit ? mistake.Filled(new Filling(Catalogue, r)).Values : r)
            .Select(r => new SnapshotUnit(r.Unit, new string('0', 58) + r.Unit, $"{r.Unit}.xlsx", r));
        return Province.Consolidate(Catalogue, new Snapshot(Catalogue.Year, "sample", Catalogue.Version, [.. units], []));
    }

    /// <summary>Why the first finding is not the one that was to be told; null when it is.</summary>
    public static string? Differs(Mistake mistake, Finding? told, IEnumerable<Finding> all)
    {
        var (sheet, cell) = mistake.PlaceIn(Catalogue);
        if (told is null) return "nothing was found";
        if ((told.Rule, told.Sheet, told.Cell, told.Cause?.Kind, told.Explanation) == (mistake.Rule, sheet, cell, mistake.Cause, null)) return null;
        return $"expected {mistake.Rule} {sheet} {cell} {mistake.Cause}, first told:\n{string.Join('\n', all.SkipWhile(f => f != told).Take(5).Select(Line))}";
    }

    private static string Line(Finding finding) =>
        $"  {finding.Rule} {finding.Severity} {finding.Unit} {finding.Sheet} {finding.Cell} ×{finding.Count} {finding.Cause?.Kind.ToString() ?? "-"}: {finding.Message} {finding.Cause?.Text}";
}
