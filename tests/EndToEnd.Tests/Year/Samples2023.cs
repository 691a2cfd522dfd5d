using Demo;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Catalogue;

namespace EndToEnd.Tests.Year;

/// <summary>The fifteen sample returns of 2023, and one with a cell changed as in Excel.</summary>
internal static class Samples2023
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

    public static YearCatalogue Catalogue { get; } = CatalogueFolder.Default.Read(2023);

    public static IReadOnlyList<UploadFile> Files { get; } = UploadFiles.Make(Catalogue, Path.Combine(Folder, "values.csv"), Folder).Files;

    public static UploadFile Of(string unit) => Files.Single(f => f.Unit == unit);

    /// <summary>The file with other content under the same name.</summary>
    public static UploadFile With(this UploadFile file, byte[] content) => file with { Content = content };

    /// <summary>The file after somebody typed into one cell and saved; formulas keep the results Excel last showed.</summary>
    public static UploadFile WithCell(this UploadFile file, string item, string column, Func<string, string> change)
    {
        var (form, row) = (Catalogue.FindItem(item)!.Value.Form, Catalogue.Item(item).Row);
        return file.WithCell(form, $"{form.Columns.First(c => c.Code == column).Letter}{row}", change);
    }

    /// <summary>The file with the next version on its cover, as one that takes the place of another must have.</summary>
    public static UploadFile WithVersion(this UploadFile file, int version) =>
        file.WithCell(Catalogue.Form("S00"), Catalogue.Form("S00").Fields.Single(f => f.Code == "VERSION").Cell, _ => $"{version}");

    private static UploadFile WithCell(this UploadFile file, Form form, string address, Func<string, string> change)
    {
        using var memory = new MemoryStream();
        memory.Write(file.Content);
        using (var workbook = SpreadsheetDocument.Open(memory, isEditable: true))
        {
            var book = workbook.WorkbookPart!;
            var id = book.Workbook!.Descendants<Sheet>().Single(s => s.Name == form.Sheet).Id!.Value!;
            var cell = ((WorksheetPart)book.GetPartById(id)).Worksheet!.Descendants<Cell>().Single(c => c.CellReference == address);
            var typed = change(cell.CellValue!.Text);
            cell.CellValue = new CellValue(typed);
            if (!decimal.TryParse(typed, out _)) cell.DataType = CellValues.String;
        }

        return file.With(memory.ToArray());
    }

    /// <summary>The file after somebody deleted a sheet.</summary>
    public static UploadFile WithoutSheet(this UploadFile file, string name)
    {
        using var memory = new MemoryStream();
        memory.Write(file.Content);
        using (var workbook = SpreadsheetDocument.Open(memory, isEditable: true))
        {
            var book = workbook.WorkbookPart!;
            var sheet = book.Workbook!.Descendants<Sheet>().Single(s => s.Name == name);
            book.DeletePart(sheet.Id!.Value!);
            sheet.Remove();
            book.Workbook.DefinedNames?.Remove();
        }

        return file.With(memory.ToArray());
    }
}
