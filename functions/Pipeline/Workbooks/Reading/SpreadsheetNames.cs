using System.Xml;

namespace Pipeline.Workbooks;

/// <summary>
/// The XML names the reader looks for, atomised so that they compare by reference, in a table that refuses to grow without end: a file of
/// invented element names would otherwise fill the memory.
/// </summary>
internal sealed class SpreadsheetNames : NameTable
{
    public const string Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const int MaxNames = 20_000;

    private readonly string?[] _letters = new string?[128];
    private int _count;

    public SpreadsheetNames()
    {
        TransitionalNamespace = Add(Transitional);
        StrictNamespace = Add(Strict);
        Row = Add("row");
        Cell = Add("c");
        Value = Add("v");
        Formula = Add("f");
        Inline = Add("is");
        Text = Add("t");
        Run = Add("r");
        Item = Add("si");
        Style = Add("s");
        Column = Add("col");
        Columns = Add("cols");
        SheetData = Add("sheetData");
        Hidden = Add("hidden");
        Height = Add("ht");
        Width = Add("width");
        First = Add("min");
        Last = Add("max");
    }

    public string TransitionalNamespace { get; }
    public string StrictNamespace { get; }
    public string Row { get; }
    public string Cell { get; }
    public string Value { get; }
    public string Formula { get; }
    public string Inline { get; }

    /// <summary>The element of text, and the attribute of a cell's type.</summary>
    public string Text { get; }

    /// <summary>The element of a rich text run, and the attribute of a cell's address.</summary>
    public string Run { get; }

    public string Item { get; }
    public string Style { get; }
    public string Column { get; }
    public string Columns { get; }
    public string SheetData { get; }
    public string Hidden { get; }
    public string Height { get; }
    public string Width { get; }
    public string First { get; }
    public string Last { get; }

    public override string Add(char[] key, int start, int len)
    {
        // Nearly every name in a sheet is one letter (c, r, s, t, v, f): looked up by it, not by a hash.
        if (len == 1 && key[start] < _letters.Length)
            return _letters[key[start]] ??= Get(key, start, len) ?? Grown(base.Add(key, start, len));
        return Get(key, start, len) ?? Grown(base.Add(key, start, len));
    }

    public override string Add(string key) => Get(key) ?? Grown(base.Add(key));

    private string Grown(string added)
    {
        if (++_count > MaxNames)
            throw WorkbookRefusedException.TooLarge("more distinct XML names than any workbook has");
        return added;
    }
}
