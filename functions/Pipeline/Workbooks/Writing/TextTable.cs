using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Workbooks;

/// <summary>Every text of a workbook once, numbered in the order of first use.</summary>
internal sealed class TextTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private int _uses;

    /// <summary>Gives a text its number. Called for every use: the table says how many there are.</summary>
    public void Add(string text)
    {
        _uses++;
        if (_numbers.TryAdd(text, _texts.Count))
            _texts.Add(text);
    }

    public string NumberOf(string text) => _numbers[text].ToString(CultureInfo.InvariantCulture);

    public void Write(SharedStringTablePart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new SharedStringTable { Count = (uint)_uses, UniqueCount = (uint)_texts.Count });
        foreach (var text in _texts)
            writer.WriteElement(new SharedStringItem(Written(text)));
        writer.WriteEndElement();
    }

    /// <summary>The text element, with white space at the ends and line breaks kept.</summary>
    public static Text Written(string text)
    {
        var keep = text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n'));
        return new Text(EscapedText.Encode(text)) { Space = keep ? SpaceProcessingModeValues.Preserve : null };
    }
}
