using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Figures;
using Pipeline.Reports.Provenance;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Word;

/// <summary>Printed figures as content controls: tagged with the figure's id, named in Chinese, bound to the document's XML.</summary>
/// <remarks>One writer a document: it numbers the controls in the order in which they are written.</remarks>
/// <param name="figures">What is printed.</param>
internal sealed class FigureControls(FigureSet figures)
{
    /// <summary>The custom XML part the controls are bound to; the same in every report.</summary>
    public const string Store = "{6B0F7C52-3C1D-4E0B-9A55-2E1D6F9C8A10}";

    private const string Prefixes = $"xmlns:p='{ProvenancePart.Namespace}'";

    // Word calls a file damaged whose control has a longer name.
    private const int LongestName = 64;

    private int written;

    /// <summary>A control around the run that prints a figure. Its text cannot be typed over, only refreshed.</summary>
    /// <param name="piece">The figure's piece.</param>
    /// <param name="run">What it prints.</param>
    public SdtRun Write(Piece piece, Run run)
    {
        var id = piece.Figure!;
        var properties = new SdtProperties(
            new SdtAlias { Val = Name(figures.Figures[id].Label) },
            new Tag { Val = id },
            new SdtId { Val = ++written },
            new DocumentFormat.OpenXml.Wordprocessing.Lock { Val = LockingValues.ContentLocked },
            new DataBinding { PrefixMappings = Prefixes, XPath = Path(id, piece.Part), StoreItemId = Store },
            new SdtContentText());
        // Word rewrites a bound control with the look of the control, not of its run.
        if (run.RunProperties is { } look) properties.PrependChild(look.CloneNode(true));
        return new SdtRun(properties, new SdtContentRun(run));
    }

    /// <summary>Where in the XML part a control's text stands.</summary>
    public static string Path(string id, string part) => $"/p:report[1]/p:figures[1]/p:figure[@id='{id}']/@{part}";

    private static string Name(string label)
    {
        var name = PrintableText.Of(label);
        return name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
    }
}
