using System.Globalization;
using System.Xml.Linq;
using Pipeline.Catalogue;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Word.Charts;

/// <summary>A chart as DrawingML: bars on their side in shades that a black printer tells apart, from zero, with their numbers.</summary>
/// <remarks>Its numbers are in the part itself; there is no workbook behind it that could say something else. The sheet that its formulas name is the chart's id,
/// which Word keeps when it saves the document.</remarks>
/// <param name="profile">Its fonts.</param>
internal sealed class ChartXml(StyleProfile profile)
{
    private const string CategoryAxis = "1001";
    private const string ValueAxis = "1002";

    // In hundredths of a point.
    private const int TitleSize = 1050;
    private const int TextSize = 900;
    private const int LabelSize = 800;

    /// <summary>The namespace of a chart part.</summary>
    public const string Namespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private static readonly XNamespace C = Namespace;
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly string[] Shades = ["D9D9D9", "595959", "FFFFFF", "A6A6A6"];

    /// <summary>The root of a chart part.</summary>
    public XElement Of(Chart chart)
    {
        var scale = ChartScale.Of(chart.Series.SelectMany(s => s.Values).Select(v => v.Number ?? 0));
        return new XElement(
            C + "chartSpace", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A),
            Val("date1904", "0"), Val("lang", "zh-CN"), Val("roundedCorners", "0"),
            new XElement(
                C + "chart", Title(chart.Title), Val("autoTitleDeleted", "0"),
                new XElement(C + "plotArea", new XElement(C + "layout"), Bars(chart), Categories(), Values(scale)),
                new XElement(C + "legend", Val("legendPos", "t"), Val("overlay", "0"), Text(TextSize)),
                Val("plotVisOnly", "1"), Val("dispBlanksAs", "gap")),
            Shape("FFFFFF", "7F7F7F", 6350), Text(TextSize));
    }

    private XElement Title(string title) => new(
        C + "title",
        new XElement(
            C + "tx", new XElement(C + "rich", new XElement(A + "bodyPr"), new XElement(
                A + "p", new XElement(A + "pPr", Run("defRPr", TitleSize, TextRole.AnnexHead)),
                new XElement(A + "r", Run("rPr", TitleSize, TextRole.AnnexHead), new XElement(A + "t", PrintableText.Of(title)))))),
        Val("overlay", "0"));

    private XElement Bars(Chart chart) => new(
        C + "barChart", Val("barDir", "bar"), Val("grouping", "clustered"), Val("varyColors", "0"),
        chart.Series.Index().Select(s => Series(chart, s.Index, s.Item)), Val("gapWidth", "40"), Val("overlap", "-20"),
        Val("axId", CategoryAxis), Val("axId", ValueAxis));

    private XElement Series(Chart chart, int index, ChartSeries series)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        var column = (char)('B' + index);
        var sheet = $"'{chart.Id}'!";
        var last = (chart.Categories.Count + 1).ToString(CultureInfo.InvariantCulture);
        return new XElement(
            C + "ser", Val("idx", number), Val("order", number),
            new XElement(C + "tx", Texts($"{sheet}${column}$1", [series.Name])),
            Shape(Shades[index % Shades.Length], "000000", 6350), Val("invertIfNegative", "0"), Labels(),
            new XElement(C + "cat", Texts($"{sheet}$A$2:$A${last}", chart.Categories)),
            new XElement(C + "val", Numbers($"{sheet}${column}$2:${column}${last}", series.Values)));
    }

    private XElement Labels() => new(
        C + "dLbls", new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", "0")),
        new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))), Text(LabelSize), Val("dLblPos", "outEnd"),
        Val("showLegendKey", "0"), Val("showVal", "1"), Val("showCatName", "0"), Val("showSerName", "0"), Val("showPercent", "0"), Val("showBubbleSize", "0"));

    private XElement Categories() => new(
        C + "catAx", Val("axId", CategoryAxis),
        // The first category on top, as in a table.
        new XElement(C + "scaling", Val("orientation", "maxMin")), Val("delete", "0"), Val("axPos", "l"),
        Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "low"), Line("000000"), Text(TextSize),
        Val("crossAx", ValueAxis), Val("crosses", "autoZero"), Val("auto", "0"), Val("lblAlgn", "ctr"), Val("lblOffset", "100"), Val("noMultiLvlLbl", "1"));

    private XElement Values(ChartScale scale) => new(
        C + "valAx", Val("axId", ValueAxis),
        new XElement(C + "scaling", Val("orientation", "minMax"), Val("max", Text(scale.Most)), Val("min", Text(scale.Least))), Val("delete", "0"), Val("axPos", "b"),
        new XElement(C + "majorGridlines", Line("D9D9D9")), new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", "0")),
        Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "nextTo"), Line("A6A6A6"), Text(TextSize),
        // Below the last category, which is at the far end of the axis.
        Val("crossAx", CategoryAxis), Val("crosses", "max"), Val("crossBetween", "between"), Val("majorUnit", Text(scale.Step)));

    private static XElement Texts(string formula, IReadOnlyList<string> texts) => new(
        C + "strRef", new XElement(C + "f", formula), new XElement(
            C + "strCache", Val("ptCount", texts.Count.ToString(CultureInfo.InvariantCulture)), texts.Index().Select(t => Point(t.Index, PrintableText.Of(t.Item)))));

    private static XElement Numbers(string formula, IReadOnlyList<ChartValue> values) => new(
        C + "numRef", new XElement(C + "f", formula), new XElement(
            C + "numCache", new XElement(C + "formatCode", "General"), Val("ptCount", values.Count.ToString(CultureInfo.InvariantCulture)),
            values.Index().Where(v => v.Item.Number is not null).Select(v => Point(v.Index, Text(v.Item.Number!.Value)))));

    private static XElement Point(int index, string value) => new(C + "pt", new XAttribute("idx", index), new XElement(C + "v", value));

    private static XElement Shape(string fill, string line, int width) => new(
        C + "spPr", Solid(fill), new XElement(A + "ln", new XAttribute("w", width), Solid(line)));

    private static XElement Line(string colour) => new(C + "spPr", new XElement(A + "ln", new XAttribute("w", 6350), Solid(colour)));

    private static XElement Solid(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    private XElement Text(int size) => new(
        C + "txPr", new XElement(A + "bodyPr"), new XElement(
            A + "p", new XElement(A + "pPr", Run("defRPr", size, TextRole.Chart)), new XElement(A + "endParaRPr", new XAttribute("lang", "zh-CN"))));

    private XElement Run(string name, int size, TextRole role) => new(
        A + name, new XAttribute("lang", "zh-CN"), new XAttribute("sz", size), new XAttribute("b", "0"), Solid("000000"),
        new XElement(A + "latin", new XAttribute("typeface", profile.Latin)), new XElement(A + "ea", new XAttribute("typeface", profile[role].Font)));

    private static XElement Val(string name, string value) => new(C + name, new XAttribute("val", value));

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
