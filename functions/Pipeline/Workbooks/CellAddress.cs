using System.Globalization;

namespace Pipeline.Workbooks;

/// <summary>A cell's place, both parts counted from 1; <c>C7</c> is row 7, column 3.</summary>
public readonly record struct CellAddress(int Row, int Column)
{
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;

    /// <summary>Reads an address such as <c>AB12</c> or <c>$AB$12</c>.</summary>
    /// <exception cref="FormatException">Not an address, or beyond the last row or column.</exception>
    public static CellAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is not a cell address.");

    public static bool TryParse(ReadOnlySpan<char> text, out CellAddress address)
    {
        address = default;
        int at = 0, column = 0, row = 0;
        if (at < text.Length && text[at] == '$')
            at++;
        for (; at < text.Length && char.IsAsciiLetter(text[at]); at++)
        {
            column = column * 26 + (text[at] | 0x20) - 'a' + 1;
            if (column > LastColumn)
                return false;
        }

        if (at < text.Length && text[at] == '$')
            at++;
        var digits = at;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            row = row * 10 + text[at] - '0';
            if (row > LastRow)
                return false;
        }

        if (column == 0 || row == 0 || at < text.Length || at == digits)
            return false;
        address = new CellAddress(row, column);
        return true;
    }

    /// <summary>The letters of a column: 28 is <c>AB</c>.</summary>
    public static string ColumnName(int column)
    {
        Span<char> letters = stackalloc char[3];
        var at = letters.Length;
        for (; column > 0; column = (column - 1) / 26)
            letters[--at] = (char)('A' + (column - 1) % 26);
        return new string(letters[at..]);
    }

    public override string ToString() => ColumnName(Column) + Row.ToString(CultureInfo.InvariantCulture);
}
