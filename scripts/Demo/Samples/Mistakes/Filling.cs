using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Demo.Samples.Mistakes;

/// <summary>A return while a clerk errs in it. Amounts are raw: 分, persons, firms.</summary>
internal sealed record Filling(YearCatalogue Catalogue, Return Values)
{
    private const string ThisYear = "CUR";

    /// <summary>Another amount in a cell; every sum follows it, as Excel's formulas do.</summary>
    public Filling Put(string item, Func<long, long> change, string column = ThisYear) =>
        PutOverSums(item, change, column).Summed();

    /// <summary>Another amount in a cell; sums keep what they were, as numbers pasted over the formulas do.</summary>
    public Filling PutOverSums(string item, Func<long, long> change, string column = ThisYear) =>
        Each(i => i.Item == item, (code, value) => code == column ? change(value) : value);

    /// <summary>A number typed over a sum's formula; the sums made of it follow.</summary>
    public Filling Overwrite(string sum, Func<long, long> change, string column = ThisYear) =>
        Each(i => i.Item == sum, (code, value) => code == column ? change(value) : value).Summed((sum, column));

    /// <summary>Other amounts of one measure in some columns of a form; sums follow.</summary>
    public Filling PutAll(string form, Measure measure, IReadOnlyList<string> columns, Func<long, long> change) =>
        Each(i => i.Form == form && Catalogue.Item(i.Item).Measure == measure, (code, value) => columns.Contains(code) ? change(value) : value).Summed();

    /// <summary>One column of a form copied into this year's; sums follow.</summary>
    public Filling Copy(string form, string column) => (this with
    {
        Values = Values with
        {
            Items = [.. Values.Items.Select(i => i.Form == form && i.Values.TryGetValue(column, out var value)
                ? i with { Values = new Dictionary<string, long>(i.Values) { [ThisYear] = value } } : i)],
        },
    }).Summed();

    /// <summary>A cell left blank.</summary>
    public Filling Clear(string item, string column = ThisYear) => (this with
    {
        Values = Values with
        {
            Items = [.. Values.Items.Select(i => i.Item == item ? i with { Values = i.Values.Where(v => v.Key != column).ToDictionary() } : i)],
        },
    }).Summed();

    /// <summary>A line added below the lines of a register: <c>FUND=EI;AMOUNT=1.00</c>.</summary>
    public Filling AddLine(string form, string values)
    {
        var last = Values.Lines.Where(l => l.Form == form).Select(l => l.Row).DefaultIfEmpty(Catalogue.Form(form).Register!.CaptionRow).Max();
        var line = new RegisterLine(form, Catalogue.Form(form).Sheet, last + 1, Parse(values));
        return this with { Values = Values with { Lines = [.. Values.Lines, line] } };
    }

    /// <summary>Some cells of the nth line of a register, counted from 1, typed otherwise.</summary>
    public Filling ChangeLine(string form, int nth, string values)
    {
        var row = Catalogue.Form(form).Register!.CaptionRow + nth;
        return this with
        {
            Values = Values with
            {
                Lines = [.. Values.Lines.Select(l => l.Form == form && l.Row == row ? l with { Values = Over(l.Values, Parse(values)) } : l)],
            },
        };
    }

    /// <summary>The nth line of a register, counted from 1, never written; those below move up.</summary>
    public Filling DropLine(string form, int nth)
    {
        var row = Catalogue.Form(form).Register!.CaptionRow + nth;
        return this with
        {
            Values = Values with
            {
                Lines = [.. Values.Lines.Where(l => l.Form != form || l.Row != row).Select(l => l.Form == form && l.Row > row ? l with { Row = l.Row - 1 } : l)],
            },
        };
    }

    /// <summary>A field of the cover filled otherwise.</summary>
    public Filling Cover(string field, string text) => this with
    {
        Values = Values with
        {
            Lines = [.. Values.Lines.Select(l => l.Form == "S00" ? l with { Values = Over(l.Values, new() { [field] = text }) } : l)],
        },
    };

    /// <summary>Without the explanations of S07.</summary>
    public Filling Unexplained() => this with { Values = Values with { Lines = [.. Values.Lines.Where(l => l.Form != "S07")] } };

    /// <summary>An amount of the return.</summary>
    public long Amount(string item, string column = ThisYear) => Values.Items.Single(i => i.Item == item).Values[column];

    private Filling Each(Func<ItemRow, bool> which, Func<string, long, long> change) => this with
    {
        Values = Values with
        {
            Items = [.. Values.Items.Select(i => which(i) ? i with { Values = i.Values.ToDictionary(v => v.Key, v => change(v.Key, v.Value)) } : i)],
        },
    };

    private Filling Summed((string Item, string Column)? typedOver = null)
    {
        var typed = new Dictionary<(string, string), long>();
        foreach (var item in Values.Items)
        {
            var (form, known) = Catalogue.FindItem(item.Item)!.Value;
            foreach (var (code, value) in item.Values)
            {
                if (Recalculation.FormulaOf(known, form.Columns.First(c => c.Code == code)) is null || (item.Item, code) == typedOver) typed[(item.Item, code)] = value;
            }
        }

        var values = new Recalculation(Catalogue, typed);
        return this with
        {
            Values = Values with
            {
                Items = [.. Values.Items.Select(i => i with
                {
                    Values = i.Values.Keys.Where(c => values.Value(i.Item, c) is not null).ToDictionary(c => c, c => values.Value(i.Item, c)!.Value),
                })],
            },
        };
    }

    private static Dictionary<string, string> Parse(string values) => values.Split(';').Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);

    private static Dictionary<string, string> Over(IReadOnlyDictionary<string, string> values, Dictionary<string, string> typed)
    {
        var all = new Dictionary<string, string>(values);
        foreach (var (column, text) in typed) all[column] = text;
        return all;
    }
}
