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
}
