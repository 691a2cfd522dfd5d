using System.Globalization;
using System.Xml;

namespace Pipeline.Workbooks;

/// <summary>
/// Streams the cells of one sheet in the order of the file, which is usually but not necessarily by row and column. The properties describe the
/// current cell and hold until the next <see cref="Read"/>. Every member may throw <see cref="WorkbookRefusedException"/>.
/// </summary>
public sealed class SheetReader : IDisposable
{
    private readonly PartReader _part;
    private readonly XmlReader _xml;
    private readonly SpreadsheetNames _names;
    private readonly string _sheet;
    private readonly NumberFormats _formats;
    private readonly SharedStrings _strings;
    private readonly bool _starts1904;
    private readonly TextBuffer _value;
    private readonly TextBuffer _formula;
    private readonly SheetLayout _layout = new();
    private NumberFormat _format = Workbooks.NumberFormat.General;
    private string? _text;
    private bool _inRow;
    private bool _ended;

    internal SheetReader(
        PartReader part, string sheet, NumberFormats formats, SharedStrings strings, bool starts1904, WorkbookLimits limits)
    {
        _part = part;
        _xml = part.Xml;
        _names = part.Names;
        _sheet = sheet;
        _formats = formats;
        _strings = strings;
        _starts1904 = starts1904;
        _value = new TextBuffer(limits.MaxCellLength);
        _formula = new TextBuffer(limits.MaxCellLength);
        try
        {
            _ended = !_layout.ReadToCells(part);
        }
        catch
        {
            part.Dispose();
            throw;
        }
    }

    /// <summary>The current cell's row, counted from 1.</summary>
    public int Row { get; private set; }

    /// <summary>The current cell's column, counted from 1.</summary>
    public int Column { get; private set; }

    public CellKind Kind { get; private set; }

    /// <summary>As <see cref="Cell.Text"/>.</summary>
    public string Text => _text ??= Kind == CellKind.Text ? EscapedText.Decode(_value.Span) : _value.Span.Trim().ToString();

    /// <summary>True for a cell that holds a formula, even when its text stands only in another cell.</summary>
    public bool HasFormula { get; private set; }

    /// <summary>As <see cref="Cell.Formula"/>.</summary>
    public string? Formula => HasFormula && _formula.Length > 0 ? EscapedText.Decode(_formula.Span) : null;

    /// <summary>The format code, <c>General</c> by default.</summary>
    public string NumberFormat => _format.Code;

    /// <summary>True when the current cell's row is hidden.</summary>
    public bool RowHidden { get; private set; }

    /// <summary>Numbers of the hidden columns; complete from the start.</summary>
    public IReadOnlySet<int> HiddenColumns => _layout.HiddenColumns;

    /// <summary>Numbers of the hidden rows met so far, empty rows included.</summary>
    public IReadOnlySet<int> HiddenRows => _layout.HiddenRows;

    /// <summary>Moves to the next cell, blank ones included.</summary>
    /// <returns>False after the last; the part's check sum has then been verified.</returns>
    public bool Read()
    {
        try
        {
            return !_ended && MoveToCell();
        }
        catch (Exception e) when (WorkbookRefusedException.IsCausedByBytes(e))
        {
            throw WorkbookRefusedException.Corrupt($"the sheet {_sheet} cannot be read after row {Row}", e);
        }
    }

    /// <summary>The value of a number or date cell (a date's day number), exact at 15 significant digits.</summary>
    /// <returns>False for other kinds and for a number that decimal cannot hold.</returns>
    public bool TryGetDecimal(out decimal value)
    {
        if (Kind is CellKind.Number or CellKind.Date)
            return CellNumber.TryParse(_value.Span, out value);
        value = 0;
        return false;
    }

    public void Dispose() => _part.Dispose();

    internal Cell ToCell() => new(Kind, Text, TryGetDecimal(out var number) ? number : null, Formula, HasFormula, NumberFormat);

    private bool MoveToCell()
    {
        while (_part.Advance())
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Element when _inRow && _part.Is(_names.Cell):
                    ReadCell();
                    return true;
                case XmlNodeType.Element when !_inRow && _part.Is(_names.Row):
                    StartRow();
                    break;
                case XmlNodeType.Element:
                    _part.Skip();
                    break;
                case XmlNodeType.EndElement when _inRow:
                    _inRow = false;
                    break;
                case XmlNodeType.EndElement:
                    _ended = true;
                    _part.Drain();
                    return false;
            }
        }

        throw WorkbookRefusedException.Corrupt($"the sheet {_sheet} is cut off");
    }

    private void StartRow()
    {
        Row = _layout.ReadRow(_part, Row);
        RowHidden = _layout.RowHidden;
        Column = 0;
        _inRow = _part.HasContent;
    }

    private void ReadCell()
    {
        var type = ReadAttributes();
        _value.Clear();
        _formula.Clear();
        _text = null;
        HasFormula = false;
        var hasValue = _part.HasContent && ReadContent(type);
        Kind = hasValue ? Classify(type) : CellKind.Blank;
    }

    private CellType ReadAttributes()
    {
        var type = CellType.Number;
        var style = 0;
        var column = Column + 1;
        while (_xml.MoveToNextAttribute())
        {
            // Name, not LocalName: an attribute of another namespace is none of ours.
            var name = _xml.Name;
            if (ReferenceEquals(name, _names.Run))
                column = ColumnOf(_xml.Value);
            else if (ReferenceEquals(name, _names.Style))
                style = Number(_xml.Value);
            else if (ReferenceEquals(name, _names.Text))
                type = TypeOf(_xml.Value);
        }

        _xml.MoveToElement();
        if (column > CellAddress.LastColumn || Row == 0)
            throw Corrupt("lies outside the sheet");
        Column = column;
        _format = _formats[style];
        return type;
    }

    private int ColumnOf(string reference) =>
        CellAddress.TryParse(reference, out var address) && address.Row == Row
            ? address.Column
            : throw Corrupt($"calls itself {reference[..Math.Min(reference.Length, 20)]}");

    /// <summary>A style or the place of a shared text: plain digits nearly always, which need no general parser.</summary>
    private int Number(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 9)
            return AnyNumber(text);
        var number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return AnyNumber(text);
            number = number * 10 + (c - '0');
        }

        return number;
    }

    private int AnyNumber(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Corrupt("has a style or text that is no number");

    private CellType TypeOf(string text) => text switch
    {
        "s" => CellType.Shared,
        "n" => CellType.Number,
        "str" => CellType.Text,
        "inlineStr" => CellType.Inline,
        "b" => CellType.Boolean,
        "e" => CellType.Error,
        "d" => CellType.IsoDate,
        _ => throw Corrupt("is of an unknown type"),
    };

    /// <returns>True when the cell has a value, be it an empty text.</returns>
    private bool ReadContent(CellType type)
    {
        bool hasValue = false, hasInline = false;
        while (_part.Advance() && _xml.NodeType != XmlNodeType.EndElement)
        {
            if (_xml.NodeType != XmlNodeType.Element)
                continue;
            if (_part.Is(_names.Value))
            {
                // With two values nobody could say which was meant.
                if (hasValue)
                    throw Corrupt("has two values");
                hasValue = true;
                // The value of an inline text, where a writer adds one, is not the text.
                if (type == CellType.Inline)
                    _part.Skip();
                else
                    _part.ReadText(_value);
            }
            else if (_part.Is(_names.Formula))
            {
                if (HasFormula)
                    throw Corrupt("has two formulas");
                HasFormula = true;
                _part.ReadText(_formula);
                ForbiddenContent.RefuseDde(_formula.Span);
            }
            else if (type == CellType.Inline && _part.Is(_names.Inline))
            {
                if (hasInline)
                    throw Corrupt("has two texts");
                hasInline = true;
                SharedStrings.ReadRuns(_part, _value);
            }
            else
            {
                _part.Skip();
            }
        }

        return type == CellType.Inline ? hasInline : hasValue;
    }

    private CellKind Classify(CellType type)
    {
        if (_value.Length == 0)
            return type is CellType.Text or CellType.Inline ? CellKind.Text : CellKind.Blank;
        switch (type)
        {
            case CellType.Number:
                return _format.IsDate ? ClassifyDate() : _value.Span.IsWhiteSpace() ? CellKind.Blank : CellKind.Number;
            case CellType.Shared:
                _text = _strings[Number(_value.Span)];
                return CellKind.Text;
            case CellType.Boolean:
                _text = _value.Span.Trim() switch
                {
                    "1" or "true" => "TRUE",
                    "0" or "false" => "FALSE",
                    _ => throw Corrupt("is neither true nor false"),
                };
                return CellKind.Boolean;
            case CellType.Error:
                return CellKind.Error;
            case CellType.IsoDate:
                return CellKind.Date;
            default:
                return CellKind.Text;
        }
    }

    private CellKind ClassifyDate()
    {
        if (_value.Span.IsWhiteSpace())
            return CellKind.Blank;
        if (!CellNumber.TryParse(_value.Span, out var serial) || !CellDate.TryFormat(serial, _starts1904, out var text))
            return CellKind.Number;
        _text = text;
        return CellKind.Date;
    }

    private WorkbookRefusedException Corrupt(string what) =>
        WorkbookRefusedException.Corrupt($"a cell after {_sheet}!{CellAddress.ColumnName(Column)}{Row} {what}");

    private enum CellType
    {
        Number,
        Shared,
        Text,
        Inline,
        Boolean,
        Error,
        IsoDate,
    }
}
