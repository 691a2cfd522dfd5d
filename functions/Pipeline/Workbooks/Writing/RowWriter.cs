using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;

namespace Pipeline.Workbooks;

/// <summary>Writes the rows of a sheet.</summary>
/// <remarks>Straight as characters: an object of the SDK for every cell, or a call of the writer for every attribute, takes several times as long, and a trace has
/// a hundred thousand cells. All that is not a number goes through <see cref="Escaped"/>.</remarks>
/// <param name="writer">Takes them.</param>
/// <param name="styles">Numbers the styles.</param>
/// <param name="texts">Numbers the texts.</param>
internal sealed class RowWriter(XmlWriter writer, StyleTable styles, TextTable texts)
{
    private const string Decimals = "0.############################";
    private const string X = SheetPartWriter.Prefix;

    private readonly StringBuilder row = new();
    private readonly List<string> columns = [];
    private char[] characters = [];

    /// <summary>Gives every style and text its number, in the order in which they are written.</summary>
    public static void Number(IEnumerable<RowDraft> rows, StyleTable styles, TextTable texts)
    {
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells)
            {
                styles.NumberOf(cell.Style, IsQuoted(cell));
                if (IsText(cell))
                    texts.Add(cell.Text!);
            }
        }
    }

    public void Write(IEnumerable<RowDraft> rows)
    {
        writer.WriteStartElement(X, "sheetData", SpreadsheetNames.Transitional);
        foreach (var draft in rows)
        {
            row.Clear();
            Write(draft);
            if (characters.Length < row.Length)
                characters = new char[row.Length * 2];
            row.CopyTo(0, characters, row.Length);
            writer.WriteRaw(characters, 0, row.Length);
        }

        writer.WriteEndElement();
    }

    private void Write(RowDraft draft)
    {
        row.Append(CultureInfo.InvariantCulture, $"<{X}:row r=\"{draft.Row}\"");
        if (draft.Hidden)
            row.Append(" hidden=\"1\"");
        if (draft.Height is { } height)
            row.Append(CultureInfo.InvariantCulture, $" ht=\"{height.ToString(Decimals, CultureInfo.InvariantCulture)}\" customHeight=\"1\"");
        row.Append('>');
        foreach (var cell in draft.Cells)
            Write(cell, draft.Row);
        row.Append($"</{X}:row>");
    }

    private void Write(CellDraft draft, int number)
    {
        var isText = IsText(draft);
        var style = styles.NumberOf(draft.Style, IsQuoted(draft));
        row.Append(CultureInfo.InvariantCulture, $"<{X}:c r=\"{Column(draft.Column)}{number}\" s=\"{style}\"");
        row.Append(draft.Text is null ? ">" : isText ? " t=\"s\">" : " t=\"str\">");
        if (draft.Formula is not null)
            Append("f", Escaped(draft.Formula));
        if (draft.Text is not null)
            Append("v", isText ? texts.NumberOf(draft.Text) : Escaped(draft.Text));
        else if (draft.Number is { } value)
            Append("v", Digits(value, exact: draft.Formula is null, new CellAddress(number, draft.Column)));
        row.Append($"</{X}:c>");
    }

    private void Append(string name, string value) => row.Append(CultureInfo.InvariantCulture, $"<{X}:{name}>{value}</{X}:{name}>");

    private static string Escaped(string text) => SecurityElement.Escape(EscapedText.Encode(text))!;

    private string Column(int column)
    {
        for (var next = columns.Count + 1; next <= column; next++)
            columns.Add(new CellAddress(1, next).ToString().TrimEnd('1'));
        return columns[column - 1];
    }

    private static bool IsText(CellDraft cell) => cell is { Text: not null, Formula: null };

    // A text that starts like a formula.
    private static bool IsQuoted(CellDraft cell) => IsText(cell) && cell.Text!.Length > 0 && cell.Text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static string Digits(decimal number, bool exact, CellAddress address)
    {
        var digits = number.ToString(Decimals, CultureInfo.InvariantCulture);
        if (!CellNumber.TryParse(digits, out var kept) || (exact && kept != number))
            throw new ArgumentException($"Excel cannot hold this draft: {address} has more than 15 significant digits.");
        return kept == number ? digits : kept.ToString(Decimals, CultureInfo.InvariantCulture);
    }
}
