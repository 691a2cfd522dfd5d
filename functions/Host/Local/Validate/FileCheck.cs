using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Rules;

namespace Host.Local.Validate;

/// <summary>Checks files as their upload would be checked, with no more known than lies on this machine.</summary>
internal sealed partial class FileCheck
{
    private readonly YearCatalogue catalogue;
    private readonly TimeProvider clock;
    private readonly Dictionary<string, (string File, Return Return)> lastYear = [];
    private readonly HashSet<string> used = [];

    /// <param name="catalogue">The year.</param>
    /// <param name="clock">Tells when.</param>
    /// <param name="lastYearFiles">Returns of the year before, one a unit.</param>
    /// <exception cref="CannotValidateException">One of them cannot be read, or is a second one of its unit.</exception>
    public FileCheck(YearCatalogue catalogue, TimeProvider clock, IReadOnlyList<string> lastYearFiles)
    {
        (this.catalogue, this.clock) = (catalogue, clock);
        foreach (var file in lastYearFiles)
        {
            if (!File.Exists(file)) throw new CannotValidateException($"找不到文件 {file}，请核对路径。");
            using var content = File.OpenRead(file);
            // What its cover says of year and template is that year's business: only the values count.
            if (ReturnReader.Read(content, catalogue, "", Path.GetFileName(file)).Return is not { } read || UnitOf(read, file) is not { } unit)
                throw new CannotValidateException($"{file} 不能作为上年报表读取，请核对文件。");
            if (!lastYear.TryAdd(unit, (file, read with { Year = catalogue.Year - 1, Unit = unit })))
                throw new CannotValidateException($"{file} 与 {lastYear[unit].File} 是同一单位的上年报表，请只给一份。");
        }
    }

    /// <summary>Checks a file.</summary>
    public CheckedFile Check(string file)
    {
        using var content = File.OpenRead(file);
        var name = Path.GetFileName(file);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        content.Position = 0;
        var unit = UnitOf(ReturnReader.Read(content, catalogue, "", name).Return, file) ?? "-";
        content.Position = 0;
        var reading = ReturnCheck.Check(content, catalogue, unit, name, Circumstances.None with { LastYear = LastYearOf(unit) });
        var cover = Cover(reading.Return);
        var receipt = new Receipt(
            catalogue.Year, unit, catalogue.FindUnit(unit)?.Name ?? "", hash, name, clock.GetUtcNow(), catalogue.Version, false, reading.Findings)
        {
            Version = cover?.Values.GetValueOrDefault("VERSION") ?? "",
            Preparer = cover?.Values.GetValueOrDefault("PREPARER") ?? "",
            Offered = reading.Offered,
        };
        return new(Path.GetFileNameWithoutExtension(file), receipt, reading.Return);
    }

    /// <summary>A return of the year before that went with no file was meant for one.</summary>
    /// <exception cref="CannotValidateException">There is one.</exception>
    public void RequireEveryLastYearUsed()
    {
        if (lastYear.FirstOrDefault(l => !used.Contains(l.Key)) is { Key: { } unit, Value.File: var file })
            throw new CannotValidateException($"上年报表 {file} 是单位 {unit} 的，所给文件中没有该单位的报表，请核对。");
    }

    private Return? LastYearOf(string unit)
    {
        if (!lastYear.TryGetValue(unit, out var found)) return null;
        used.Add(unit);
        return found.Return;
    }

    /// <summary>The unit as the cover has it, otherwise as the file is named; null when neither says.</summary>
    private string? UnitOf(Return? read, string file) =>
        Cover(read)?.Values.GetValueOrDefault("UNIT") is { Length: > 0 } unit ? unit
        : StandardName().Match(Path.GetFileName(file)) is { Success: true } name ? name.Groups[1].Value
        : null;

    private RegisterLine? Cover(Return? read)
    {
        var cover = catalogue.Forms.First(f => f.Fields.Count > 0).Code;
        return read?.Lines.FirstOrDefault(l => l.Form == cover);
    }

    [GeneratedRegex(@"^HNSB_\d{4}_(\d{6})_v\d+\.xlsx$", RegexOptions.IgnoreCase)]
    private static partial Regex StandardName();
}
