using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Tests.Reports.Conformance;

/// <summary>GB/T 9704-2012: paper, 版心, grid and page numbers. Each deviation is a sentence.</summary>
internal static class PageFacts
{
    // 1 mm, the tolerance of the standard, in twips.
    private const int Millimetre = 57;

    private static readonly (string Name, int Twips)[] Margins = [("天头", 2098), ("订口", 1587), ("地脚", 1984), ("切口", 1474)];

    public static IEnumerable<string> Deviations(OfficialDocument document)
    {
        if (document.Main.DocumentSettingsPart!.Settings!.GetFirstChild<EvenAndOddHeaders>() is null) yield return "odd and even pages do not differ";
        foreach (var (index, section) in document.Sections.Index())
        {
            foreach (var wrong in Page(section).Concat(Numbers(document, section))) yield return $"section {index + 1}: {wrong}";
        }
    }

    private static IEnumerable<string> Page(OfficialSection section)
    {
        var size = section.Properties.GetFirstChild<PageSize>()!;
        var margin = section.Properties.GetFirstChild<PageMargin>()!;
        var (width, height) = section.Landscape ? (size.Height!.Value, size.Width!.Value) : (size.Width!.Value, size.Height!.Value);
        if ((width, height) != (11906u, 16838u)) yield return "the paper is not A4";
        // A page on its side is the upright page turned clockwise: its 订口 is on top, its 天头 on the right.
        int[] found = section.Landscape
            ? [(int)margin.Right!.Value, (int)margin.Top!.Value, (int)margin.Left!.Value, (int)margin.Bottom!.Value]
            : [(int)margin.Top!.Value, (int)margin.Left!.Value, (int)margin.Bottom!.Value, (int)margin.Right!.Value];
        foreach (var ((name, twips), actual) in Margins.Zip(found))
        {
            if (Math.Abs(actual - twips) > Millimetre) yield return $"{name} is {actual} twips instead of {twips}";
        }

        if (section.Properties.GetFirstChild<SectionType>()?.Val?.Value != SectionMarkValues.NextPage) yield return "it does not begin on a new page";
        var grid = section.Properties.GetFirstChild<DocGrid>()!;
        if (22 * grid.LinePitch! is < 12756 - 44 or > 12756) yield return "22 lines do not fill the 版心";
        if (section.Landscape) yield break;
        if (grid.Type?.Value != DocGridValues.LinesAndChars) yield return "the grid has no characters";
        if (28 * 20 * (16 + (grid.CharacterSpace! / 4096.0)) is < 8845 - 3 or > 8845) yield return "28 characters do not fill a line";
    }

    private static IEnumerable<string> Numbers(OfficialDocument document, OfficialSection section)
    {
        foreach (var (odd, type) in new[] { (true, HeaderFooterValues.Default), (false, HeaderFooterValues.Even) })
        {
            var page = odd ? "odd" : "even";
            if (section.Properties.Elements<FooterReference>().SingleOrDefault(r => r.Type?.Value == type) is not { } reference)
            {
                yield return $"{page} pages have no footer";
                continue;
            }

            var footer = ((FooterPart)document.Main.GetPartById(reference.Id!)).Footer!;
            var paragraph = footer.Descendants<Paragraph>().First(p => p.InnerText.Length > 0);
            var line = document.Read(paragraph);
            if (line.Text != "— 1 —" || paragraph.Descendants<SimpleField>().SingleOrDefault()?.Instruction?.Value?.Trim() != "PAGE")
                yield return $"{page} pages are not numbered — 1 —";
            if (line.Look is not { Font: "宋体", Latin: "宋体", Points: 14, Bold: false }) yield return $"numbers of {page} pages are not 4号 宋体";
            if (odd ? line.Look is not { Position: "right", Right: 100 } : line.Look is not { Position: "left", Left: 100 })
                yield return $"numbers of {page} pages do not stand one character in on the {(odd ? "right" : "left")}";
            if (!Placed(section, footer, line.Look, odd)) yield return $"numbers of {page} pages do not stand 7 mm below the 版心";
        }
    }

    /// <summary>The middle of the dashes 28 mm from the lower edge of the upright page, the left edge of the one on its side.</summary>
    private static bool Placed(OfficialSection section, Footer footer, Look look, bool odd)
    {
        var half = look.Line * 10;
        if (!section.Landscape)
            return Math.Abs(section.Properties.GetFirstChild<PageMargin>()!.Footer!.Value + half - (28 * 56.7m)) <= Millimetre;
        var frame = footer.Descendants<TablePositionProperties>().SingleOrDefault();
        var direction = footer.Descendants<TextDirection>().SingleOrDefault()?.Val?.Value;
        if (frame?.HorizontalAnchor?.Value != HorizontalAnchorValues.Page || frame.VerticalAnchor?.Value != VerticalAnchorValues.Page) return false;
        var length = footer.Descendants<TableRowHeight>().Single().Val!.Value;
        var end = odd ? frame.TablePositionY! + length : (long)frame.TablePositionY!;
        var edge = odd ? 11906 - 1474 : 1587;
        return direction == TextDirectionValues.TopToBottomRightToLeft && Math.Abs(end - edge) <= Millimetre && Math.Abs(frame.TablePositionX! + half - (28 * 56.7m)) <= Millimetre;
    }
}
