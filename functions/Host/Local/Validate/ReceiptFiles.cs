using Pipeline.Catalogue;
using Pipeline.Returns.Receipts;
using Pipeline.Workbooks;

namespace Host.Local.Validate;

/// <summary>Receipts as files, <c>{file}-回执.xlsx</c>; two returns of one name get two receipts.</summary>
internal sealed class ReceiptFiles(YearCatalogue catalogue, string folder)
{
    private readonly Dictionary<string, int> names = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Where it was written.</returns>
    public string Write(CheckedFile file)
    {
        Directory.CreateDirectory(folder);
        var number = names[file.Name] = names.GetValueOrDefault(file.Name) + 1;
        var path = Path.Combine(folder, number == 1 ? $"{file.Name}-回执.xlsx" : $"{file.Name}-回执-{number}.xlsx");
        using var workbook = File.Create(path);
        XlsxWriter.Write(ReceiptWorkbook.Make(catalogue, file.Receipt, file.Return), workbook);
        return path;
    }
}
