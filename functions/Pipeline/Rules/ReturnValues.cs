using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;

namespace Pipeline.Rules;

/// <summary>What the references of a rule mean in one return, in workbook units, and where they stand.</summary>
internal sealed class ReturnValues
{
    private readonly YearCatalogue catalogue;
    private readonly Circumstances circumstances;
    private readonly Dictionary<string, ItemRow> rows;
    private readonly ILookup<string, RegisterLine> lines;
    public ReturnValues(YearCatalogue catalogue, Return subject, Circumstances circumstances)
    {
        this.catalogue = catalogue;
        this.circumstances = circumstances;
        rows = subject.Items.ToDictionary(i => i.Item);
        lines = subject.Lines.ToLookup(l => l.Form);
        LastYear = circumstances.LastYear is { } before ? new ReturnValues(catalogue, before, Circumstances.None) : null;
    }

    /// <summary>The values of the year before; null when there are none.</summary>
    public ReturnValues? LastYear { get; }

    public ItemRow? Row(string item) => rows.GetValueOrDefault(item);

    public IEnumerable<RegisterLine> Lines(string form) => lines[form];

    /// <summary>A value in workbook units (元, persons); null when there is none.</summary>
    public decimal? Number(string item, string column) =>
        rows.TryGetValue(item, out var row) && row.Values.TryGetValue(column, out var raw)
            ? (decimal)raw / catalogue.Item(item).Measure.Scale()
            : null;

    /// <summary>Where the item's cell stands in this return, or would stand.</summary>
    public Place Place(string item, string column)
    {
        var (form, known) = catalogue.FindItem(item)!.Value;
        var letter = form.Columns.First(c => c.Code == column).Letter;
        return new Place(Row(item)?.Sheet ?? form.Sheet, $"{letter}{Row(item)?.Row ?? known.Row}", item, known.Label.Trim('　'));
    }

    /// <summary>Where a line's cell stands.</summary>
    public Place LinePlace(RegisterLine line, string column)
    {
        var found = catalogue.Form(line.Form).Register!.Columns.First(c => c.Code == column);
        return Returns.Place.OfCell(line.Sheet, $"{found.Letter}{line.Row}", found.Caption);
    }

    /// <summary>Where a rule over a register as a whole, or over the cover, points to.</summary>
    public Place FormPlace(string form, string column)
    {
        var known = catalogue.Form(form);
        if (known.Fields.FirstOrDefault(f => f.Code == column) is { } field) return Returns.Place.OfCell(known.Sheet, field.Cell, field.Label);
        var found = known.Register!.Columns.First(c => c.Code == column);
        return Returns.Place.OfCell(known.Sheet, $"{found.Letter}{known.Register.CaptionRow}", found.Caption);
    }

    /// <summary>The values as seen from one column, and from one line where the rule is asked line by line.</summary>
    public IValues From(string? column, RegisterLine? line, bool missingIsZero) => new View(this, column, line, missingIsZero);

    private sealed class View(ReturnValues values, string? column, RegisterLine? line, bool missingIsZero) : IValues
    {
        public decimal? Number(Reference reference)
        {
            if (values.catalogue.FindItem(reference.Code) is null) return Parse(Text(reference));
            return values.Number(reference.Code, reference.Column ?? column!) ?? (missingIsZero ? 0 : null);
        }

        public string? Text(Reference reference) => Text(reference, line) ?? CoverText(reference);

        public decimal? Call(Call call) => call.Name switch
        {
            "sum" => Sum(call),
            "last" => values.LastYear is { } before ? call.Arguments[0].Evaluate(before.From(column, null, missingIsZero: false)) : null,
            "known" => call.Arguments[0].Evaluate(this) is null ? 0 : 1,
            "adjusted" => values.Adjusted((Reference)call.Arguments[0]),
            "approved" => values.Approved((Reference)call.Arguments[0]),
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

        private string? CoverText(Reference reference) =>
            reference.Code.Split('.', 2) is [var form, var field] && values.lines[form].FirstOrDefault() is { } cover && values.catalogue.Form(form).Fields.Count > 0
                ? cover.Values.GetValueOrDefault(field)
                : null;

        private static string? Text(Reference reference, RegisterLine? line) =>
            line is not null && reference.Code.StartsWith(line.Form + '.', StringComparison.Ordinal)
                ? line.Values.GetValueOrDefault(reference.Code[(line.Form.Length + 1)..])
                : null;

        private static decimal? Parse(string? text) =>
            decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary><c>adjusted(EI.BAL.CLOSE@CUR)</c>: what 调整单 change of last year's value, its sums recomputed; 0 when there are none.</summary>
    private decimal? Adjusted(Reference of)
    {
        if (circumstances.LastYear is not { } before || circumstances.Adjustments.Count == 0) return 0;
        var change = new BookedChanges(catalogue, before, circumstances.Adjustments.Select(a => (a.Item, a.Column, a.Amount))).Of(of.Code, of.Column!);
        return (decimal?)change / catalogue.Item(of.Code).Measure.Scale();
    }

    /// <summary><c>approved(EI.INC.PREM)</c>: 批复数; missing when none was loaded.</summary>
    private decimal? Approved(Reference of) =>
        circumstances.ApprovedBudget?.TryGetValue(of.Code, out var raw) == true ? (decimal)raw / catalogue.Item(of.Code).Measure.Scale() : null;
}
