using System.Buffers;

namespace Pipeline.Workbooks;

/// <summary>Stops a draft that Excel would repair or refuse, before a clerk gets the file.</summary>
internal static class DraftCheck
{
    private const int MaxText = 32_767;
    private const int MaxFormula = 8_192;
    private const int MaxSheetName = 31;

    private static readonly SearchValues<char> NotInSheetNames = SearchValues.Create(@"[]:*?/\");

    public static void Check(WorkbookDraft draft)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Require(draft.Sheets.Any(s => s.State == SheetState.Visible), "a workbook needs a visible sheet");
        Require(draft.ActiveSheet >= 0 && draft.ActiveSheet < draft.Sheets.Count, "no such active sheet");
        foreach (var sheet in draft.Sheets)
        {
            Require(sheet.Name.Length is > 0 and <= MaxSheetName && !sheet.Name.AsSpan().ContainsAny(NotInSheetNames), $"sheet name '{sheet.Name}'");
            Require(names.Add(sheet.Name), $"two sheets named '{sheet.Name}'");
            CheckRows(sheet);
            foreach (var validation in sheet.Validations)
                CheckValidation(sheet, validation);
        }

        foreach (var name in draft.DefinedNames)
            Require(name.Sheet is null || draft.Sheets.Any(s => s.Name == name.Sheet), $"the name {name.Name} belongs to no sheet");
    }

    private static void CheckRows(SheetDraft sheet)
    {
        var row = 0;
        foreach (var next in sheet.Rows)
        {
            Require(next.Row > row && next.Row <= CellAddress.LastRow, $"{sheet.Name}: row {next.Row} after {row}");
            row = next.Row;
            var column = 0;
            foreach (var cell in next.Cells)
            {
                // Words are made only for what is wrong: there may be a hundred thousand cells.
                if (FaultOf(cell, column) is { } fault)
                    Require(false, $"{sheet.Name}!{new CellAddress(row, cell.Column)}: {fault}");
                column = cell.Column;
            }
        }
    }

    private static string? FaultOf(CellDraft cell, int before) =>
        cell.Column <= before || cell.Column > CellAddress.LastColumn ? $"after column {before}"
        : cell.Text?.Length > MaxText ? $"text longer than {MaxText}"
        : cell.Formula is { } formula && (formula.Length is 0 or > MaxFormula || formula[0] == '=') ? "formula"
        : null;

    private static void CheckValidation(SheetDraft sheet, ValidationDraft validation)
    {
        Require(validation.Ranges.Count > 0, $"{sheet.Name}: a validation without cells");
        Require(validation.ErrorTitle.Length <= 32 && validation.ErrorText.Length <= 225, $"{sheet.Name}: error '{validation.ErrorTitle}' is too long");
        Require((validation.PromptTitle?.Length ?? 0) <= 32 && (validation.PromptText?.Length ?? 0) <= 255, $"{sheet.Name}: prompt '{validation.PromptTitle}' is too long");
        Require(validation.Formula.Length is > 0 and <= MaxFormula, $"{sheet.Name}: a validation without a condition");
        // Excel keeps a list typed into the rule in 255 characters; a longer one needs a range.
        Require(validation.Kind != ValidationKind.List || validation.Formula[0] != '"' || validation.Formula.Length <= 257, $"{sheet.Name}: the list is too long");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new ArgumentException($"Excel cannot hold this draft: {otherwise}.");
    }
}
