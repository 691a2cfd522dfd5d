using System.Text.RegularExpressions;
using System.Xml;

namespace Pipeline.Reports.Proof;

/// <summary>A part of a Word document (body, header, notes): its lines and its tagged content controls.</summary>
/// <param name="Lines">Paragraphs and table rows that say something, top to bottom; a text box before the paragraph it hangs on.</param>
/// <param name="Controls">In the order in which they end.</param>
internal sealed partial record WordPart(IReadOnlyList<PrintedLine> Lines, IReadOnlyList<WordControl> Controls)
{
    private const int MaxDepth = 256;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads a part.</summary>
    /// <param name="xml">Its characters, as they stand in the file.</param>
    /// <exception cref="XmlException">It is not well formed, or has a DTD.</exception>
    public static WordPart Read(string xml)
    {
        var marks = new CharacterPositions(xml);
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        var scan = new WordScan(reader, marks);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth) throw new XmlException("Elements are nested too deeply.");
            scan.Take();
        }

        return scan.Finish();
    }

    /// <summary>The part of the figure a control is bound to, from <c>…/p:figure[@id='S2.01']/@full</c>; empty when it is bound to something else.</summary>
    public static string BoundPart(string? xpath) => xpath is not null && Attribute().Match(xpath) is { Success: true } match ? match.Groups[1].Value : "";

    [GeneratedRegex(@"figure\[@id=[^\]]*\]/@([a-z]+)$")]
    private static partial Regex Attribute();
}
