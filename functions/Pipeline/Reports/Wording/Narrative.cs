using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Consolidation;

namespace Pipeline.Reports.Wording;

/// <summary>
/// The paragraphs 省本级 wrote in form S10. They are words and figures, nothing else: no Liquid, no Markdown, no markup.
/// </summary>
internal sealed partial class Narrative(YearCatalogue catalogue, Snapshot snapshot, FigureWords figures)
{
    private const string FormCode = "S10";

    /// <summary>The paragraphs of a section, in order; empty when nothing was written.</summary>
    /// <param name="section">As in the column 章节: <c>一（二）</c>, <c>七</c>.</param>
    public IReadOnlyList<IReadOnlyList<Piece>> Paragraphs(string section) =>
    [
        .. snapshot.Units.Where(u => u.Unit == catalogue.ProvincialUnit.Code).SelectMany(u => u.Return.Lines)
            .Where(line => line.Form == FormCode && line.Values.GetValueOrDefault("SECTION", "").Trim() == section)
            .OrderBy(line => Order(line.Values.GetValueOrDefault("ORDER", ""))).ThenBy(line => line.Row)
            .SelectMany(line => line.Values.GetValueOrDefault("TEXT", "")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(Pieces),
    ];

    /// <summary>What stands in place of a section nobody wrote.</summary>
    public Piece Absent(string section) => new($"〔此处缺文字材料：{catalogue.Form(FormCode).Sheet} {section}〕");

    private static decimal Order(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var order) ? order : decimal.MaxValue;

    private List<Piece> Pieces(string text)
    {
        var pieces = new List<Piece>();
        var from = 0;
        foreach (Match match in Braces().Matches(text))
        {
            if (match.Index > from) pieces.Add(new Piece(text[from..match.Index]));
            pieces.Add(Figure(match.Value));
            from = match.Index + match.Length;
        }

        if (from < text.Length) pieces.Add(new Piece(text[from..]));
        return pieces;
    }

    /// <summary>A clerk's slip must be seen, and must not keep the other fourteen units from their report.</summary>
    private Piece Figure(string braces)
    {
        var match = FigureWords.Placeholder().Match(braces);
        return (match.Success && match.Length == braces.Length ? figures.Find(match.Groups["id"].Value, match.Groups["part"].Value) : null)
            ?? Unknown(braces.Trim('{', '}', ' '));
    }

    /// <summary>What stands in place of a figure there is none of.</summary>
    public static Piece Unknown(string id) => new($"〔无此图号：{id}〕");

    [GeneratedRegex(@"\{\{[^{}]*\}\}")]
    private static partial Regex Braces();
}
