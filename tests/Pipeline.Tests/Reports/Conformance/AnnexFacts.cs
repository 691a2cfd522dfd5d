using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Tests.Reports.Conformance;

/// <summary>GB/T 9704-2012: 附件说明, annexes, and the tables in text and annexes.</summary>
internal static partial class AnnexFacts
{
    public static IEnumerable<string> Deviations(OfficialDocument document)
    {
        var text = document.Sections[0].Lines.Where(l => l.Text.Length > 0).ToList();
        var list = text.SkipWhile(l => !l.Text.StartsWith("附件：", StringComparison.Ordinal)).ToList();
        var named = list.Select(l => Named().Match(l.Text)).ToList();
        var annexes = document.Sections.Skip(1).Where(s => s.Lines.Any(l => Mark().IsMatch(l.Text))).ToList();
        return List(list, named).Concat(annexes.SelectMany(Annex)).Concat(Names(named, annexes))
            .Concat(document.Sections.SelectMany(s => s.Tables.SelectMany(t => Table(t, s)))).Concat(TableStyle(document))
            .Concat(document.Cells.Where(c => c.Look.Bold).Select(_ => "text in a table is bold")).Distinct();
    }

    private static IEnumerable<string> List(List<OfficialLine> list, List<Match> named)
    {
        if (list.Count == 0) yield return "there is no 附件说明";
        if (list.Any(l => l.Look is not { Font: "仿宋_GB2312", Points: 16, Bold: false })) yield return "附件说明 is not 3号 仿宋";
        if (list[0].Look.Before is < 28 or > 30) yield return "附件说明 does not stand one line below the text";
        if (list[0].Look.Left - list[0].Look.Hanging != 200) yield return "附件说明 does not begin two characters in";
        foreach (var (line, match) in list.Zip(named))
        {
            // Digits are half a character wide, their point a quarter.
            var width = line.Text.TakeWhile(c => c is not '.').Sum(c => c < 256 ? 50 : 100) + 25;
            if (Math.Abs(line.Look.Hanging - width) > 25 || line.Look.Left != list[0].Look.Left) yield return "lines of 附件说明 do not align to the first character of the name";
            if (!match.Success || char.IsPunctuation(line.Text[^1])) yield return $"附件说明 is not written 附件：1.名称: {line.Text}";
        }
    }

    private static IEnumerable<string> Annex(OfficialSection section)
    {
        var mark = section.Lines[0];
        if (!Mark().IsMatch(mark.Text)) yield return "an annex does not begin with 附件N on the first line of a page";
        if (mark.Look is not { Font: "黑体", Points: 16, Position: "left", FirstLine: 0, Left: 0, Before: 0, KeepNext: true }) yield return "附件N is not 3号 黑体 on the left";
        var title = section.Lines[1];
        if (title.Look is not { Font: "方正小标宋简体", Points: 22, Position: "center", Bold: false }) yield return "the title of an annex is not 2号 小标宋 in the centre";
        // One line of the grid is left free between 附件N and the title.
        if (title.Look.Before + mark.Look.After is < 28 or > 30) yield return "the title of an annex does not stand on the third line";
        var width = (section.Landscape ? 12756 : 8845) / 20m / 22;
        if (title.Text.Split('\n').Any(l => Pipeline.Reports.Wording.TitleLines.Width(l) > width)) yield return "the title of an annex is longer than its line";
    }

    private static IEnumerable<string> Names(List<Match> named, List<OfficialSection> annexes)
    {
        var listed = named.Select(m => (m.Groups[1].Value, m.Groups[2].Value));
        var bound = annexes.Select(s => (s.Lines[0].Text["附件".Length..], s.Lines[1].Text.Replace("\n", "", StringComparison.Ordinal)));
        if (!listed.SequenceEqual(bound)) yield return "the annexes are not those of the 附件说明";
    }

    private static IEnumerable<string> Table(Table table, OfficialSection section)
    {
        var rows = table.Elements<TableRow>().ToList();
        var heads = rows.TakeWhile(r => r.TableRowProperties?.GetFirstChild<TableHeader>() is not null).Count();
        // A self-evaluation form has captions in the middle of it, the tables of amounts above their columns.
        if ((heads == 0 && section.Landscape) || rows.Skip(heads).Any(r => r.TableRowProperties?.GetFirstChild<TableHeader>() is not null)) yield return "a table does not repeat its captions";
        if (rows.Any(r => r.TableRowProperties?.GetFirstChild<CantSplit>() is null)) yield return "a row of a table can be torn apart";
        var width = table.GetFirstChild<TableProperties>()!.TableWidth!;
        if (width.Width != (section.Landscape ? 12756 : 8845).ToString(CultureInfo.InvariantCulture)) yield return "a table is not as wide as the text";
        if (table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(c => int.Parse(c.Width!, CultureInfo.InvariantCulture)) > 12756) yield return "the columns of a table are wider than it";
    }

    private static IEnumerable<string> TableStyle(OfficialDocument document)
    {
        var borders = document.Main.StyleDefinitionsPart!.Styles!.Descendants<TableBorders>().Single().Elements<BorderType>().ToList();
        if (borders.Count != 6 || borders.Any(b => b.Val?.Value != BorderValues.Single || b.Size?.Value != 4)) yield return "tables are not ruled with lines of 0.5 points";
    }

    [GeneratedRegex(@"^附件[0-9]+$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:附件：)?([0-9]+)\.([^0-9\s].*)$")]
    private static partial Regex Named();
}
