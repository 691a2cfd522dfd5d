using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Stages;

namespace Host.Local.Provenance;

/// <summary>Returns that lie in a folder → a snapshot, as if they were the ones in force.</summary>
internal static partial class ReturnsFolder
{
    /// <summary>Every .xlsx of the folder is one return.</summary>
    /// <exception cref="CannotAnswerException">There is none, one has errors, or a unit has two.</exception>
    public static Snapshot Read(YearCatalogue catalogue, string folder)
    {
        if (!Directory.Exists(folder)) throw new CannotAnswerException($"找不到文件夹 {folder}，请核对路径。");
        var units = new SortedDictionary<string, SnapshotUnit>(StringComparer.Ordinal);
        // Excel leaves such files beside an open workbook.
        foreach (var file in Directory.EnumerateFiles(folder, "*.xlsx", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith("~$", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var read = Read(catalogue, file, File.ReadAllBytes(file));
            if (!units.TryAdd(read.Unit, read)) throw new CannotAnswerException($"{file} 与 {units[read.Unit].File} 是同一单位的报表，请只留一份。");
        }

        if (units.Count == 0) throw new CannotAnswerException($"文件夹 {folder} 中没有报表（.xlsx）。");
        var missing = catalogue.ReportingUnits.Select(u => u.Code).Where(code => !units.ContainsKey(code)).Order(StringComparer.Ordinal).ToList();
        return new Snapshot(catalogue.Year, SnapshotId.Of(catalogue, units.Values.Select(u => (u.Unit, u.Submission))), catalogue.Version, [.. units.Values], missing);
    }

    private static SnapshotUnit Read(YearCatalogue catalogue, string file, byte[] content)
    {
        var name = Path.GetFileName(file);
        var first = ReturnReader.Read(new MemoryStream(content), catalogue, "", name).Return;
        var cover = catalogue.Forms.First(f => f.Fields.Count > 0).Code;
        var unit = first?.Lines.FirstOrDefault(l => l.Form == cover)?.Values.GetValueOrDefault("UNIT") is { Length: > 0 } written ? written
            : StandardName().Match(name) is { Success: true } match ? match.Groups[1].Value : "";
        if (catalogue.FindUnit(unit) is not { Reports: true }) throw new CannotAnswerException($"{file} 看不出是哪个单位的报表，请核对封面的单位代码。");
        var reading = ReturnCheck.Check(new MemoryStream(content), catalogue, unit, name, Circumstances.None);
        return reading is { IsSound: true, Return: { } read }
            ? new SnapshotUnit(unit, Convert.ToHexStringLower(SHA256.HashData(content)), name, read)
            : throw new CannotAnswerException($"{file} 有错误，不能汇总；请用 validate 命令查看并更正。");
    }

    [GeneratedRegex(@"^HNSB_\d{4}_(\d{6})_v\d+\.xlsx$", RegexOptions.IgnoreCase)]
    private static partial Regex StandardName();
}
