using System.Globalization;
using System.Text;
using Demo;
using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Workbooks;

namespace Capacity.Measuring;

/// <summary>The sample year with as many units as asked: the fourteen prefectures and, beyond them, parts of prefectures with smaller values, so
/// that the province's sums stay what they are; beyond some hundred units the sums grow.</summary>
internal sealed class SyntheticYear
{
    public const int Year = 2023;

    private const int Prefectures = 14;

    // A unit with fewer insured than this leaves of the smallest prefecture is told that it must have counted in 万人.
    private const int MostShares = 12;

    private readonly Dictionary<string, string> names = [];

    private SyntheticYear(string folder) => CatalogueRoot = folder;

    /// <summary>The folder of catalogues to give to the stages.</summary>
    public string CatalogueRoot { get; }

    public YearCatalogue Catalogue { get; private init; } = null!;

    /// <summary>One return a unit, in order of code; 省本级 is the last but not the largest.</summary>
    public IReadOnlyList<Return> Returns { get; private init; } = [];

    public IEnumerable<Return> OfPrefectures => Returns.Where(r => r.Unit != Catalogue.ProvincialUnit.Code);

    public Return OfProvince => Returns.Single(r => r.Unit == Catalogue.ProvincialUnit.Code);

    /// <param name="units">How many report, 省本级 among them; at least 15.</param>
    /// <param name="folder">Where the catalogue with that many units goes.</param>
    public static SyntheticYear Make(int units, string folder)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units, Prefectures + 1);
        var year = new SyntheticYear(folder);
        var real = CatalogueFolder.Default.Read(Year);
        var origins = year.WriteCatalogue(real, units);
        var catalogue = new CatalogueFolder(folder).Read(Year);
        var samples = Repository.Samples(Year);
        var values = Spread(real, catalogue, samples, origins);
        return new SyntheticYear(folder) { Catalogue = catalogue, Returns = SampleReturns.Make(catalogue, values, samples).Returns };
    }

    /// <summary>The workbook of a return, with another version on its cover than the first.</summary>
    public UploadFile File(Return values, int version = 1) => new(
        values.Unit, string.Create(CultureInfo.InvariantCulture, $"HNSB_{Year}_{values.Unit}_v{version}.xlsx"), Write(Versioned(values, version)));

    /// <summary>The return with another version on its cover, and one amount that differs, so that nothing is a repetition.</summary>
    public static Return Versioned(Return values, int version) => values with
    {
        Lines = [.. values.Lines.Select(l => l.Form != "S00" ? l : l with
        {
            Values = new Dictionary<string, string>(l.Values) { ["VERSION"] = version.ToString(CultureInfo.InvariantCulture) },
        })],
    };

    private byte[] Write(Return values)
    {
        using var workbook = new MemoryStream();
        XlsxWriter.Write(FilledReturn.Make(Catalogue, Catalogue.FindUnit(values.Unit)!, values), workbook);
        return workbook.ToArray();
    }

    /// <summary>Copies the catalogue with more units in it.</summary>
    /// <returns>Code of every unit → code of the prefecture it is modelled on.</returns>
    private Dictionary<string, string> WriteCatalogue(YearCatalogue real, int units)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Catalogue", $"{Year}");
        var target = Path.Combine(CatalogueRoot, $"{Year}");
        var prefectures = real.ReportingUnits.Where(u => u.Kind == UnitKind.Prefecture).ToList();
        var origins = prefectures.ToDictionary(u => u.Code, u => u.Code);
        var lines = new StringBuilder();
        for (var more = 0; more < units - Prefectures - 1; more++)
        {
            var (code, origin) = ($"5{more:D5}", prefectures[more % Prefectures]);
            origins[code] = origin.Code;
            names[code] = $"{origin.Name}第{(more / Prefectures) + 1}单位";
            lines.Append(CultureInfo.InvariantCulture, $"  - {{ code: \"{code}\", name: {names[code]}, kind: 市州 }}\n");
        }

        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            var text = System.IO.File.ReadAllText(file);
            System.IO.File.WriteAllText(to, Path.GetFileName(file) == "year.yaml" ? text.Replace("units:\n", $"units:\n{lines}", StringComparison.Ordinal) : text);
        }

        return origins;
    }

    /// <summary>Every prefecture's values, divided among the units modelled on it; what 省本级 books of transfers is the sum of what they book.</summary>
    private static Dictionary<ValueKey, long> Spread(YearCatalogue real, YearCatalogue catalogue, string samples, Dictionary<string, string> origins)
    {
        var given = SampleValues.Read(Path.Combine(samples, "values.csv"), real);
        foreach (var (key, value) in SampleValues.Read(Path.Combine(samples, "parameters.csv"), real)) given.TryAdd(key, value);
        var ofUnit = given.ToLookup(v => v.Key.Unit);
        var sharing = origins.Values.CountBy(o => o).ToDictionary();
        // A sum that was given would contradict its smaller parts; but heads are divided from their sums down.
        bool IsTyped(string item) => catalogue.Item(item).Formula is null || item.Contains(".BASE.", StringComparison.Ordinal);
        static bool IsFund(string item) => item.StartsWith("EI.", StringComparison.Ordinal) || item.StartsWith("WI.", StringComparison.Ordinal);
        var spread = new Dictionary<ValueKey, long>();
        foreach (var (unit, origin) in origins)
        {
            foreach (var (key, value) in ofUnit[origin].Where(v => sharing[origin] == 1 || IsTyped(v.Key.Item))) spread[key with { Unit = unit }] = value / Math.Min(MostShares, sharing[origin]);
        }

        // Beyond that the province grows.
        var growth = Math.Max(1, (origins.Count + Prefectures - 1) / Prefectures / MostShares);

        var province = catalogue.ProvincialUnit.Code;
        var transfers = catalogue.Eliminations.ToDictionary(e => e.Provincial, e => e.Prefecture);
        foreach (var (key, value) in ofUnit[province].Where(v => origins.Count == Prefectures || IsTyped(v.Key.Item)))
            spread[key] = transfers.TryGetValue(key.Item, out var booked) && origins.Count > Prefectures ? spread.Where(v => v.Key.Unit != province && v.Key.Item == booked && v.Key.Column == key.Column).Sum(v => v.Value) : IsFund(key.Item) ? value * growth : value;
        return spread;
    }
}
