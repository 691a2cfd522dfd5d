using System.Globalization;
using System.Security.Cryptography;
using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Workbooks;

namespace Deploy;

/// <summary>The return that the smoke test sends.</summary>
/// <param name="Path">Name of the upload in its container.</param>
/// <param name="Unit">Unit it is uploaded for.</param>
/// <param name="Content">The workbook.</param>
/// <param name="Counts">Whether it is meant to be put in force.</param>
internal sealed record SmokeReturn(string Path, string Unit, byte[] Content, bool Counts)
{
    /// <summary>Fiscal year of the samples.</summary>
    public const int Year = 2023;

    /// <summary>Whose sample it is.</summary>
    public const string SampleUnit = "430100";

    /// <summary>中央, which reports nothing: what is uploaded for it is answered and nothing of it is kept.</summary>
    public const string SilentUnit = "000000";

    /// <summary>Name of the receipt in its container.</summary>
    public string Receipt => $"{Year}/{Unit}/{Convert.ToHexStringLower(SHA256.HashData(Content))}.json";

    /// <summary>The sample, to be put in force: only where figures are for trying things out.</summary>
    /// <param name="version">版本号; another than before makes it another file, which gets a receipt of its own.</param>
    public static SmokeReturn Sample(int version) => new($"{Year}/{SampleUnit}/HNSB_{Year}_{SampleUnit}_v{version}.xlsx", SampleUnit, Make(version), Counts: true);

    /// <summary>The same workbook for a unit that reports nothing. It goes the whole way to a receipt and can touch no figure, so it may be sent where figures are real.</summary>
    /// <param name="now">Makes it another file each time.</param>
    public static SmokeReturn Harmless(DateTimeOffset now) => new($"{Year}/{SilentUnit}/smoke.xlsx", SilentUnit, Make((int)(now.ToUnixTimeSeconds() % 1_000_000_000)), Counts: false);

    private static byte[] Make(int version)
    {
        var catalogue = new CatalogueFolder(System.IO.Path.Combine(AppContext.BaseDirectory, "Catalogue")).Read(Year);
        var samples = Clone.Samples(Year);
        var made = SampleReturns.Make(catalogue, SampleValues.Read(System.IO.Path.Combine(samples, "values.csv"), catalogue), samples);
        var sample = made.Returns.Single(r => r.Unit == SampleUnit);
        var cover = sample.Lines.Select(line => line.Form != "S00" ? line : line with
        {
            Values = line.Values.ToDictionary(v => v.Key, v => v.Key == "VERSION" ? version.ToString(CultureInfo.InvariantCulture) : v.Value),
        });
        using var workbook = new MemoryStream();
        XlsxWriter.Write(FilledReturn.Make(catalogue, catalogue.FindUnit(SampleUnit)!, sample with { Lines = [.. cover] }), workbook);
        return workbook.ToArray();
    }
}
