using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Figures;
using Pipeline.Reports.Wording;
using Pipeline.Workbooks;

namespace Pipeline.Reports.Sheets;

/// <summary>An annex of the document as a sheet.</summary>
internal static partial class AnnexSheet
{
    // General turns to an exponent beyond.
    private const int MostDigits = 11;

    // Excel refuses a number format of more than 255 characters; a longer tail is a sentence anyway.
    private const int LongestUnit = 20;

    /// <param name="subject">The report.</param>
    /// <param name="section">The annex as the document prints it.</param>
    /// <param name="exact">Where its ratios find their amounts.</param>
    public static SheetDraft Draft(ReportSubject subject, Section section, ExactAmounts exact)
    {
        var layout = new AnnexLayout(section, subject.Draft ? DraftNotice.Header(subject) : null);
        var definitions = subject.Catalogue.Figures.ToDictionary(f => f.Id);
        var sums = new PrintedSums(subject.Figures.Identities, Amounts(layout, definitions));
        var rows = layout.Places.SelectMany(place => Cells(place, definitions, sums, exact)).GroupBy(c => c.Row).OrderBy(r => r.Key)
            .Select(row => new RowDraft(row.Key, [.. row.Select(c => c.Cell).OrderBy(c => c.Column)]) { Height = layout.HeightOf(row.Key) });
        return new SheetDraft(Text(section.Blocks.OfType<Paragraph>().First().Pieces), [.. rows])
        {
            Columns = layout.Columns,
            MergedRanges = [.. layout.Places.Select(p => p.Range).Where(r => r.First != r.Last)],
            FreezePane = layout.Captions is var (_, last) ? new CellAddress(last + 1, 1) : null,
            Print = new PrintSetup { Landscape = section.Landscape, FitToWidth = true, FitToHeight = true, RepeatRows = layout.Captions, Footer = "— &P —" },
        };
    }

    /// <summary>Where each amount stands, and as which number; a ratio is no part of a sum.</summary>
    private static Dictionary<string, (CellAddress Cell, decimal Number)> Amounts(AnnexLayout layout, Dictionary<string, FigureDefinition> definitions)
    {
        var amounts = new Dictionary<string, (CellAddress, decimal)>();
        foreach (var place in layout.Places)
        {
            if (FigureOf(place) is { } figure && definitions.GetValueOrDefault(figure)?.Base is null && Number(Text(place.Pieces)) is var (number, _))
                amounts.TryAdd(figure, (place.Range.First, number));
        }

        return amounts;
    }

    private static IEnumerable<(int Row, CellDraft Cell)> Cells(
        PlacedText place, Dictionary<string, FigureDefinition> definitions, PrintedSums sums, ExactAmounts exact)
    {
        for (var row = place.Range.First.Row; row <= place.Range.Last.Row; row++)
        {
            for (var column = place.Range.First.Column; column <= place.Range.Last.Column; column++)
            {
                var first = (row, column) == (place.Range.First.Row, place.Range.First.Column);
                yield return (row, first ? Cell(column, place, definitions, sums, exact) : CellDraft.Blank(column, place.Style));
            }
        }
    }

    private static CellDraft Cell(
        int column, PlacedText place, Dictionary<string, FigureDefinition> definitions, PrintedSums sums, ExactAmounts exact)
    {
        var text = Text(place.Pieces);
        if (FigureOf(place) is not { } figure) return CellDraft.OfText(column, text, place.Style);
        var ratio = definitions.TryGetValue(figure, out var definition) && definition.Base is not null;
        var formula = ratio ? exact.Ratio(definition!) : sums.Formula(figure);
        // Of a ratio over nothing the result is a text: 0 without a per cent sign, or a dash.
        if (Number(text) is not var (number, unit) || (ratio && unit.Length == 0))
        {
            var words = place.Style with { NumberFormat = ratio ? Format("%") : place.Style.NumberFormat };
            return formula is null ? CellDraft.OfText(column, text, place.Style) : CellDraft.OfFormula(column, formula, words, text);
        }

        var style = place.Style with { NumberFormat = Format(unit) };
        return formula is null ? CellDraft.OfNumber(column, number, style) : CellDraft.OfFormula(column, formula, style, number);
    }

    /// <summary>The figure a cell prints and nothing else.</summary>
    private static string? FigureOf(PlacedText place) => place.Pieces is [{ Figure: { } figure }] ? figure : null;

    /// <summary>A printed number and the words right behind it; null for anything else, and for a clerk's number that the sheet would show otherwise.</summary>
    private static (decimal Number, string Unit)? Number(string text) =>
        Printed().Match(text) is { Success: true } match
        && decimal.TryParse(match.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        && Rounding.Print(number) == match.Groups[1].Value && match.Groups[1].Value.Count(char.IsAsciiDigit) <= MostDigits && match.Groups[2].Length <= LongestUnit
            ? (number, match.Groups[2].Value) : null;

    /// <summary>General shows two decimals at most and no zeros behind them, as the report does.</summary>
    private static string Format(string unit) => unit.Length == 0 ? "General" : $"General\"{unit}\"";

    private static string Text(IReadOnlyList<Piece> pieces) => string.Concat(pieces.Where(p => p != Piece.LineBreak).Select(p => p.Text));

    [GeneratedRegex("^(-?[0-9]+(?:\\.[0-9]+)?)([^0-9.\"]*)$")]
    private static partial Regex Printed();
}
