using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;

namespace Pipeline.Rules;

/// <summary>What the references of a rule mean in one return, in workbook units.</summary>
internal sealed class ReturnValues
{
    private readonly YearCatalogue catalogue;
    private readonly Dictionary<string, ItemRow> rows;
    private readonly ILookup<string, RegisterLine> lines;

    public ReturnValues(YearCatalogue catalogue, Return subject)
    {
        this.catalogue = catalogue;
        rows = subject.Items.ToDictionary(i => i.Item);
        lines = subject.Lines.ToLookup(l => l.Form);
    }

    public ItemRow? Row(string item) => rows.GetValueOrDefault(item);

    public IEnumerable<RegisterLine> Lines(string form) => lines[form];

    /// <summary>The values as seen from one column, and from one line where the rule is asked line by line.</summary>
    public IValues From(string? column, RegisterLine? line, bool missingIsZero) => new View(this, column, line, missingIsZero);

    private decimal? Number(string item, string column) =>
        rows.TryGetValue(item, out var row) && row.Values.TryGetValue(column, out var raw)
            ? (decimal)raw / catalogue.Item(item).Measure.Scale()
            : null;

    private sealed class View(ReturnValues values, string? column, RegisterLine? line, bool missingIsZero) : IValues
    {
        public decimal? Number(Reference reference)
        {
            if (values.catalogue.FindItem(reference.Code) is null) return Parse(Text(reference));
            return values.Number(reference.Code, reference.Column ?? column!) ?? (missingIsZero ? 0 : null);
        }

        public string? Text(Reference reference) => Text(reference, line);

        public decimal? Call(Call call) => call.Name switch
        {
            "sum" => Sum(call),
            _ => throw new NotSupportedException($"A rule cannot call {call.Name}."),
        };

        /// <summary><c>sum(S05.AMOUNT, S05.FUND = "EI", …)</c>: over the register's lines where all conditions hold.</summary>
        private decimal? Sum(Call call)
        {
            var summed = (Reference)call.Arguments[0];
            return values.lines[summed.Code.Split('.')[0]]
                .Select(l => new View(values, column, l, missingIsZero))
                .Where(view => call.Arguments.Skip(1).All(condition => condition.Evaluate(view) == 1))
                .Sum(view => view.Number(summed) ?? 0);
        }

        private static string? Text(Reference reference, RegisterLine? line) =>
            line is not null && reference.Code.StartsWith(line.Form + '.', StringComparison.Ordinal)
                ? line.Values.GetValueOrDefault(reference.Code[(line.Form.Length + 1)..])
                : null;

        private static decimal? Parse(string? text) =>
            decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
