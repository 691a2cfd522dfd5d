using System.Globalization;
using System.Xml;
using Pipeline.Reports.Proof;

namespace Pipeline.Reports.Refresh;

/// <summary>What a document says of itself: the year and whether it was a 草稿.</summary>
/// <param name="Year">Fiscal year; null when the document does not say.</param>
/// <param name="Draft">Whether it was emitted as a draft.</param>
internal sealed record Origin(int? Year, bool Draft)
{
    /// <exception cref="DocumentRefusedException">The part cannot be read.</exception>
    public static Origin Of(DocxPackage package)
    {
        if (package.ProvenanceParts is not [var part, ..]) return new Origin(null, false);
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(package.Bytes(part)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            xml.MoveToContent();
            return new Origin(
                int.TryParse(xml.GetAttribute("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
                xml.GetAttribute("draft") == "true");
        }
        catch (XmlException fault)
        {
            throw DocumentRefusedException.Damaged(fault);
        }
    }

    /// <exception cref="DocumentRefusedException">It is a report of another year: its sentences would get numbers they do not speak of.</exception>
    public void RequireYear(int year)
    {
        if (Year is { } own && own != year)
            throw new DocumentRefusedException(string.Create(CultureInfo.InvariantCulture, $"文件是{own}年度的报告，不能用{year}年度的数据刷新，请核对年度。"));
    }
}
