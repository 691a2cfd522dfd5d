using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Reports;

/// <summary>A workbook as a reader of its formulas sees it: every formula computed afresh, stored results ignored.</summary>
internal sealed class RecalculatedWorkbook
{
    private readonly Dictionary<(string Sheet, string Cell), (string? Formula, object? Value, string Format)> cells = [];

    public RecalculatedWorkbook(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var book = document.WorkbookPart!;
        var texts = book.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(t => t.InnerText).ToList();
        var styles = book.WorkbookStylesPart!.Stylesheet!;
        var formats = styles.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode!.Value!) ?? [];
        var looks = styles.CellFormats!.Elements<CellFormat>().Select(f => formats.GetValueOrDefault(f.NumberFormatId?.Value ?? 0, "General")).ToList();
        foreach (var sheet in book.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>())
        {
            var part = (WorksheetPart)book.GetPartById(sheet.Id!.Value!);
            Names.Add(sheet.Name!.Value!);
            Merged[sheet.Name!.Value!] = [.. part.Worksheet!.Descendants<MergeCell>().Select(m => m.Reference!.Value!.Split(':')).Select(m => new CellRange(CellAddress.Parse(m[0]), CellAddress.Parse(m[1])))];
            foreach (var cell in part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>())
            {
                var stored = cell.CellValue?.Text;
                object? value = stored is null ? null : cell.DataType?.Value == CellValues.SharedString ? texts[int.Parse(stored, CultureInfo.InvariantCulture)]
                    : cell.DataType is null || cell.DataType.Value == CellValues.Number ? decimal.Parse(stored, NumberStyles.Float, CultureInfo.InvariantCulture) : stored;
                Stored[(sheet.Name.Value!, cell.CellReference!.Value!)] = value;
                cells[(sheet.Name.Value!, cell.CellReference!.Value!)] = (cell.CellFormula?.Text, value, looks[(int)(cell.StyleIndex?.Value ?? 0)]);
            }
        }
    }

    public List<string> Names { get; } = [];

    public Dictionary<string, List<CellRange>> Merged { get; } = [];

    /// <summary>What the file itself gives for each cell.</summary>
    public Dictionary<(string Sheet, string Cell), object?> Stored { get; } = [];

    public IEnumerable<(string Sheet, string Cell, string Formula)> Formulas => cells.Where(c => c.Value.Formula is not null).Select(c => (c.Key.Sheet, c.Key.Cell, c.Value.Formula!));

    /// <summary>Types another number over one.</summary>
    public void Type(string sheet, string cell, decimal value) => cells[(sheet, cell)] = cells[(sheet, cell)] with { Value = value };

    public object? Value(string sheet, string cell) => !cells.TryGetValue((sheet, cell.Replace("$", "", StringComparison.Ordinal)), out var found) ? null
        : found.Formula is { } formula ? new Evaluation(this, sheet, formula).Result() : found.Value;

    /// <summary>As Excel shows it, in the formats these workbooks use.</summary>
    public string Shown(string sheet, string cell) => Value(sheet, cell) switch
    {
        null => "",
        string text => text,
        decimal number => number.ToString(cells[(sheet, cell)].Format == "#,##0.00" ? "#,##0.00" : "0.##########", CultureInfo.InvariantCulture)
            + (cells[(sheet, cell)].Format.Split('"') is [_, var unit, _] ? unit : ""),
        var other => throw new InvalidOperationException($"{other}"),
    };

    /// <summary>The rows of a sheet, tabs between cells; of cells joined side by side the first.</summary>
    public IEnumerable<string> Lines(string sheet)
    {
        var covered = Merged[sheet].SelectMany(m => from r in Enumerable.Range(m.First.Row, m.Last.Row - m.First.Row + 1)
            from c in Enumerable.Range(m.First.Column + 1, m.Last.Column - m.First.Column) select new CellAddress(r, c)).ToHashSet();
        return cells.Keys.Where(k => k.Sheet == sheet).Select(k => CellAddress.Parse(k.Cell)).Where(a => !covered.Contains(a)).GroupBy(a => a.Row).OrderBy(r => r.Key)
            .Select(row => string.Join('\t', row.OrderBy(a => a.Column).Select(a => Shown(sheet, a.ToString()))));
    }

    /// <summary>Numbers, texts, cells, + − × ÷, =, ABS, ROUND and IF: what the annex workbook writes.</summary>
    private sealed class Evaluation(RecalculatedWorkbook book, string sheet, string formula)
    {
        private int at;

        public object Result()
        {
            var result = Comparison();
            return at == formula.Length ? result : throw new FormatException($"{formula} at {at}");
        }

        private object Comparison()
        {
            var left = Sum();
            return Take('=') ? Number(left) == Number(Sum()) : left;
        }

        private object Sum()
        {
            var value = Product();
            while (at < formula.Length && formula[at] is '+' or '-') value = formula[at++] == '+' ? Number(value) + Number(Product()) : Number(value) - Number(Product());
            return value;
        }

        private object Product()
        {
            var value = Operand();
            while (at < formula.Length && formula[at] is '*' or '/') value = formula[at++] == '*' ? Number(value) * Number(Operand()) : Number(value) / Number(Operand());
            return value;
        }

        private object Operand()
        {
            if (Take('-')) return -Number(Operand());
            if (Take('(')) return Then(Sum(), ')');
            if (Take('"')) return Until('"');
            if (Take('\'')) return book.Value(Until('\''), Word(1))!;
            var word = Word(0);
            if (decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
            if (!Take('(')) return book.Value(sheet, word) ?? 0m;
            return word switch
            {
                "ABS" => Then(Math.Abs(Number(Sum())), ')'),
                "ROUND" => Then(decimal.Round(Number(Then(Sum(), ',')), (int)Number(Sum()), MidpointRounding.AwayFromZero), ')'),
                "IF" => Choose(),
                _ => throw new FormatException(word),
            };
        }

        // Excel computes only the branch it takes; the other may divide by nothing.
        private object Choose()
        {
            var holds = (bool)Then(Comparison(), ',');
            if (holds) return Then(Then(Sum(), ','), null, skip: true);
            Skip(',');
            return Then(Sum(), ')');
        }

        private object Then(object value, char? next, bool skip = false)
        {
            if (skip) Skip(')');
            else if (!Take(next!.Value)) throw new FormatException($"{formula} at {at}");
            return value;
        }

        private void Skip(char end)
        {
            for (var depth = 0; ; at++)
            {
                if (depth == 0 && formula[at] == end) break;
                depth += formula[at] == '(' ? 1 : formula[at] == ')' ? -1 : 0;
            }

            at++;
        }

        private bool Take(char c) => at < formula.Length && formula[at] == c && ++at > 0;

        private string Until(char end)
        {
            var from = at;
            at = formula.IndexOf(end, at) + 1;
            return formula[from..(at - 1)];
        }

        private string Word(int skip)
        {
            var from = at += skip;
            while (at < formula.Length && (char.IsLetterOrDigit(formula[at]) || formula[at] is '$' or '.')) at++;
            return formula[from..at];
        }

        private static decimal Number(object value) => (decimal)value;
    }
}
