using System.IO.Compression;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Workbooks;

/// <summary>Writes a workbook; the same draft gives the same bytes.</summary>
public static class XlsxWriter
{
    private const string RelationshipId = "rId";

    /// <summary>Writes <paramref name="draft"/> as .xlsx. Excel computes every formula afresh when it opens the file.</summary>
    /// <param name="draft">What to write.</param>
    /// <param name="output">Takes the file; left open.</param>
    /// <param name="level">How hard to press.</param>
    /// <exception cref="ArgumentException">Something in the draft that Excel cannot hold; a defect of the caller.</exception>
    public static void Write(WorkbookDraft draft, Stream output, CompressionLevel level = CompressionLevel.Optimal)
    {
        DraftCheck.Check(draft);
        using var package = new MemoryStream();
        Dictionary<Uri, Action<Stream>> sheets;
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            // Pressed once, when it is copied.
            document.CompressionOption = CompressionOption.NotCompressed;
            sheets = WriteParts(draft, document);
        }

        StablePackage.Copy(package, output, level, sheets);
    }

    /// <summary>All parts, those of the sheets empty.</summary>
    /// <remarks>Relationship ids are given, not left to the SDK, which would draw them at random.</remarks>
    /// <returns>What writes each sheet into the copy: the package would hold a long one twice, uncompressed.</returns>
    private static Dictionary<Uri, Action<Stream>> WriteParts(WorkbookDraft draft, SpreadsheetDocument document)
    {
        var workbook = document.AddNewPart<WorkbookPart>(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", $"{RelationshipId}1");
        var styles = new StyleTable();
        var texts = new TextTable();
        var sheets = new Dictionary<Uri, Action<Stream>>();
        foreach (var (index, sheet) in draft.Sheets.Index())
        {
            var part = workbook.AddNewPart<WorksheetPart>($"{RelationshipId}{index + 1}");
            SheetPartWriter.Number(sheet, styles, texts);
            var (active, drawing) = (index == draft.ActiveSheet, CommentParts.Write(sheet, part));
            sheets[part.Uri] = output => SheetPartWriter.Write(sheet, active, drawing, output, styles, texts);
        }

        styles.Write(workbook.AddNewPart<WorkbookStylesPart>($"{RelationshipId}{draft.Sheets.Count + 1}"));
        texts.Write(workbook.AddNewPart<SharedStringTablePart>($"{RelationshipId}{draft.Sheets.Count + 2}"));
        using var writer = OpenXmlWriter.Create(workbook);
        writer.WriteElement(Outline(draft));
        return sheets;
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Workbook Outline(WorkbookDraft draft)
    {
        var sheets = new Sheets();
        for (var index = 0; index < draft.Sheets.Count; index++)
        {
            var sheet = draft.Sheets[index];
            sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
            {
                Name = sheet.Name,
                SheetId = (uint)(index + 1),
                Id = $"{RelationshipId}{index + 1}",
                State = sheet.State switch
                {
                    SheetState.Hidden => SheetStateValues.Hidden,
                    SheetState.VeryHidden => SheetStateValues.VeryHidden,
                    _ => null,
                },
            });
        }

        var outline = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
            new BookViews(new WorkbookView { ActiveTab = (uint)draft.ActiveSheet }), sheets);
        if (Names(draft) is { HasChildren: true } names)
            outline.Append(names);
        outline.Append(new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true });
        return outline;
    }

    private static DefinedNames Names(WorkbookDraft draft)
    {
        var all = draft.DefinedNames.ToList();
        foreach (var sheet in draft.Sheets)
        {
            if (sheet.Print.RepeatRows is var (first, last))
                all.Add(new("_xlnm.Print_Titles", $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!${first}:${last}", sheet.Name));
        }

        var position = draft.Sheets.Index().ToDictionary(s => s.Item.Name, s => (uint)s.Index, StringComparer.Ordinal);
        var names = new DefinedNames();
        foreach (var name in all.OrderBy(n => n.Name, StringComparer.Ordinal).ThenBy(n => n.Sheet, StringComparer.Ordinal))
        {
            names.Append(new DocumentFormat.OpenXml.Spreadsheet.DefinedName(name.Reference)
            {
                Name = name.Name,
                LocalSheetId = name.Sheet is null ? null : position[name.Sheet],
            });
        }

        return names;
    }
}
