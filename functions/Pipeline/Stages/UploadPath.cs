using System.Globalization;

namespace Pipeline.Stages;

/// <summary>Where a clerk put a file: <c>{year}/{unit}/{name}.xlsx</c>. Any other path is taken as well and answered as such.</summary>
/// <param name="Year">Fiscal year, 0 when the path names none.</param>
/// <param name="Unit">Unit code, <c>-</c> when the path names none.</param>
/// <param name="File">File name without folders.</param>
internal sealed record UploadPath(int Year, string Unit, string File)
{
    public static UploadPath Parse(string path)
    {
        var parts = path.Split('/');
        var year = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : 0;
        return parts.Length >= 3 ? new(year, parts[1], parts[^1]) : new(parts.Length > 1 ? year : 0, "-", parts[^1]);
    }
}
