using Demo.Samples;
using Demo.Samples.Mistakes;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Workbooks;

namespace Demo;

/// <summary>The returns of a run: made from values, or taken from a folder as they are.</summary>
/// <param name="Files">In order of upload.</param>
/// <param name="Notes">What the user should know about them.</param>
internal sealed record UploadFiles(IReadOnlyList<UploadFile> Files, IReadOnlyList<string> Notes)
{
    /// <summary>Makes the workbooks of every unit the values speak of.</summary>
    public static UploadFiles Make(YearCatalogue catalogue, string values, string samples)
    {
        var made = SampleReturns.Make(catalogue, SampleValues.Read(values, catalogue), samples);
        var files = made.Returns.Select(r => new UploadFile(r.Unit, $"HNSB_{catalogue.Year}_{r.Unit}_v1.xlsx", Write(catalogue, r)));
        return new UploadFiles([.. files], made.Notes);
    }

    /// <summary>Makes them with one mistake of a clerk in each.</summary>
    public static UploadFiles MakeMistaken(YearCatalogue catalogue, string values, string samples)
    {
        var made = SampleReturns.Make(catalogue, SampleValues.Read(values, catalogue), samples);
        var planted = MistakeTable.OnePerUnit.Join(made.Returns, m => m.Unit, r => r.Unit, (mistake, r) => (Mistake: mistake, File: mistake.Plant(catalogue, r))).ToList();
        return new UploadFiles([.. planted.Select(p => p.File)], [.. made.Notes, .. planted.Select(p => $"{p.File.Unit} 样例中的错误：{p.Mistake.Name}")]);
    }

    /// <summary>Takes every <c>{unit}*.xlsx</c> of a folder.</summary>
    public static UploadFiles Take(string folder)
    {
        var found = Directory.EnumerateFiles(folder, "*.xlsx").Order(StringComparer.Ordinal).ToLookup(file => UnitOf(file) is not null);
        if (!found[true].Any()) throw new DemoException($"{folder} has no file named {{unit}}*.xlsx, such as 430100.xlsx.");
        return new UploadFiles(
            [.. found[true].Select(file => new UploadFile(UnitOf(file)!, Path.GetFileName(file), File.ReadAllBytes(file)))],
            [.. found[false].Select(file => $"{Path.GetFileName(file)} was not uploaded: its name does not begin with a unit code.")]);
    }

    private static byte[] Write(YearCatalogue catalogue, Return values)
    {
        using var workbook = new MemoryStream();
        XlsxWriter.Write(FilledReturn.Make(catalogue, catalogue.FindUnit(values.Unit)!, values), workbook);
        return workbook.ToArray();
    }

    private static string? UnitOf(string file) => Path.GetFileName(file) is { Length: > 6 } name && name[..6].All(char.IsAsciiDigit) ? name[..6] : null;
}
