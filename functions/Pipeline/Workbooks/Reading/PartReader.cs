using System.IO.Compression;
using System.Xml;

namespace Pipeline.Workbooks;

/// <summary>One XML part, read forward: no DTD, nothing resolved, nesting and token length bounded.</summary>
internal sealed class PartReader : IDisposable
{
    private const int MaxDepth = 64;

    private readonly PartStream _stream;

    public PartReader(ZipArchiveEntry entry, SpreadsheetNames names)
    {
        Names = names;
        _stream = new PartStream(entry);
        Xml = XmlReader.Create(_stream, new XmlReaderSettings
        {
            NameTable = names,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
    }

    public XmlReader Xml { get; }

    public SpreadsheetNames Names { get; }

    /// <summary>Moves to the next node.</summary>
    /// <returns>False after the last one, whose part has then proved whole.</returns>
    public bool Next()
    {
        _stream.Progressed();
        if (Xml.Read())
            return Xml.Depth <= MaxDepth ? true : throw WorkbookRefusedException.Corrupt("elements nested too deeply");
        _stream.Drain();
        return false;
    }

    /// <summary>As <see cref="Next"/> for a caller that knows every element it is in and steps over the others: depth needs no look.</summary>
    public bool Advance()
    {
        _stream.Progressed();
        return Xml.Read();
    }

    /// <summary>Moves to the root element and returns its local name.</summary>
    public string Root()
    {
        while (Next())
        {
            if (Xml.NodeType == XmlNodeType.Element)
                return Xml.LocalName;
        }

        return "";
    }

    /// <summary>
    /// Moves to the next child element of the parent at <paramref name="depth"/>; a child that was not entered is stepped over. The parent must not
    /// be an empty element, unless it is the root.
    /// </summary>
    /// <returns>False when the parent has ended.</returns>
    public bool NextChild(int depth)
    {
        while (Next())
        {
            if (Xml.Depth <= depth)
                return false;
            if (Xml.Depth == depth + 1 && Xml.NodeType == XmlNodeType.Element)
                return true;
        }

        return false;
    }

    /// <summary>True when the current element has an end tag of its own.</summary>
    public bool HasContent => !Xml.IsEmptyElement;

    /// <summary>True for an element of the spreadsheet namespace, transitional or strict, with the given atomised name.</summary>
    public bool Is(string name) => ReferenceEquals(Xml.LocalName, name) && IsSpreadsheet;

    public bool IsSpreadsheet =>
        ReferenceEquals(Xml.NamespaceURI, Names.TransitionalNamespace) || ReferenceEquals(Xml.NamespaceURI, Names.StrictNamespace);

    /// <summary>Steps over the current element and everything in it, leaving its end tag current.</summary>
    public void Skip()
    {
        if (Xml.IsEmptyElement)
            return;
        var depth = Xml.Depth;
        while (Next() && Xml.Depth > depth)
        {
        }
    }

    /// <summary>Reads the rest of the part unparsed, to the check sum.</summary>
    public void Drain() => _stream.Drain();

    /// <summary>The value of an attribute without a namespace; null when it is not there.</summary>
    public string? Attribute(string name) => Xml.GetAttribute(name);

    /// <summary>An XML boolean: <c>1</c> or <c>true</c>.</summary>
    public bool Flag(string name) => Xml.GetAttribute(name) is "1" or "true";

    /// <summary>Appends the text inside the current element to <paramref name="text"/>, leaving the end tag current; elements within are stepped over.</summary>
    public void ReadText(TextBuffer text)
    {
        if (Xml.IsEmptyElement)
            return;
        while (Advance())
        {
            switch (Xml.NodeType)
            {
                case XmlNodeType.EndElement:
                    return;
                case XmlNodeType.Element:
                    Skip();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    text.Append(Xml);
                    break;
            }
        }
    }

    public void Dispose()
    {
        Xml.Dispose();
        _stream.Dispose();
    }
}
