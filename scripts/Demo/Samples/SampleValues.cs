using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using Pipeline.Catalogue;

namespace Demo.Samples;

/// <summary>Values of a year by unit, item and column, as a CSV gives them.</summary>
internal static class SampleValues
{
    private static readonly string[] Header = ["unit_code", "unit", "item_code", "column", "value", "measure"];

    /// <summary>Reads <c>unit_code,unit,item_code,column,value,measure</c>; values in 元, persons or firms become raw units.</summary>
    /// <exception cref="DemoException">A line cannot be understood; the message names it.</exception>
    public static Dictionary<ValueKey, long> Read(string file, YearCatalogue catalogue)
    {
        var values = new Dictionary<ValueKey, long>();
        using var csv = new TextFieldParser(file) { TextFieldType = FieldType.Delimited, Delimiters = [","], TrimWhiteSpace = true };
        while (!csv.EndOfData)
        {
            var line = csv.LineNumber;
            var fields = csv.ReadFields()!;
            if (line == 1 && fields.SequenceEqual(Header)) continue;
            DemoException Wrong(string reason) => new($"{file}, line {line}: {reason}");

            if (fields.Length < 5) throw Wrong($"expected {string.Join(',', Header)}");
            if (catalogue.FindUnit(fields[0]) is not { Reports: true }) throw Wrong($"no unit {fields[0]} reports in {catalogue.Year}");
            if (catalogue.FindItem(fields[2]) is not { } found) throw Wrong($"there is no item {fields[2]}");
            if (found.Form.ValueColumns.All(c => c.Code != fields[3])) throw Wrong($"form {found.Form.Code} has no column {fields[3]}");
            if (!decimal.TryParse(fields[4], NumberStyles.Number, CultureInfo.InvariantCulture, out var value)) throw Wrong($"{fields[4]} is no number");
            var raw = value * found.Item.Measure.Scale();
            if (raw != decimal.Truncate(raw)) throw Wrong($"{fields[4]} has too many decimals");
            if (!values.TryAdd(new ValueKey(fields[0], fields[2], fields[3]), (long)raw)) throw Wrong("the same value a second time");
        }

        return values;
    }
}
