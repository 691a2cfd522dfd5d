using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Demo.Samples;

/// <summary>S01 and S02: the columns and of-which rows that the given values lack.</summary>
internal static class FundCompletion
{
    private static readonly string[] Columns = ["PY", "B0", "BADJ", "B1", "CUR"];

    /// <summary>Of-which row → its main row and its share in hundredths.</summary>
    private static readonly (string Part, string Of, int Percent)[] Shares =
    [
        ("EI.INC.PREM.FLEX", "EI.INC.PREM", 18), ("EI.INC.SUBS.CENTRAL", "EI.INC.SUBS", 90), ("EI.EXP.PENSION.BASIC", "EI.EXP.PENSION", 98),
        ("EI.EXP.PENSION.DISAB", "EI.EXP.PENSION", 1), ("EI.EXP.PENSION.MED", "EI.EXP.PENSION", 0), ("WI.EXP.BENEFIT.MED", "WI.EXP.BENEFIT", 41),
        ("WI.EXP.BENEFIT.DISAB", "WI.EXP.BENEFIT", 36), ("WI.BAL.OPEN.RESERVE", "WI.BAL.OPEN", 10), ("WI.BAL.CLOSE.RESERVE", "WI.BAL.CLOSE", 10),
    ];

    /// <summary>Of-which row → main row and the parts it is what is left of.</summary>
    private static readonly (string Part, string Of, string[] Others)[] Remainders =
    [
        ("EI.INC.SUBS.LOCAL", "EI.INC.SUBS", ["EI.INC.SUBS.CENTRAL"]),
        ("WI.EXP.BENEFIT.DEATH", "WI.EXP.BENEFIT", ["WI.EXP.BENEFIT.MED", "WI.EXP.BENEFIT.DISAB"]),
    ];

    /// <summary>Completes every unit; transfers between them are mirrored in the year before as well.</summary>
    public static void Complete(YearCatalogue catalogue, IReadOnlyList<UnitValues> units)
    {
        foreach (var unit in units)
        {
            foreach (var form in Funds(catalogue)) CompleteColumns(catalogue, form, unit);
        }

        var province = units.FirstOrDefault(u => u.Unit == catalogue.ProvincialUnit.Code);
        foreach (var transfer in catalogue.Eliminations)
            province?.Complete(transfer.Provincial, "PY", units.Where(u => u != province).Sum(u => u[transfer.Prefecture, "PY"]));
        foreach (var unit in units)
        {
            foreach (var form in Funds(catalogue)) CompleteBalances(catalogue, form, unit);
            CompleteParts(catalogue, unit);
        }
    }

    private static IEnumerable<Form> Funds(YearCatalogue catalogue) => catalogue.Forms.Where(f => f.ValueColumns.Any(c => c.Code == "BADJ"));

    private static void CompleteColumns(YearCatalogue catalogue, Form form, UnitValues unit)
    {
        foreach (var item in form.Items.Where(i => i.Kind == ItemKind.Input).Select(i => i.Code))
        {
            var opening = item.EndsWith(".BAL.OPEN", StringComparison.Ordinal);
            unit.Complete(item, "CUR", 0);
            // The file gives the adjusted budget only: it was budgeted so from the start.
            unit.Complete(item, "BADJ", 0);
            unit.Complete(item, "B0", unit.Has(item, "B1") ? unit[item, "B1"] - unit[item, "BADJ"] : opening ? unit[item] : 0);
            var transfer = catalogue.Eliminations.FirstOrDefault(e => e.Provincial == item || e.Prefecture == item);
            var mirrored = transfer?.Provincial == item && unit.Unit == catalogue.ProvincialUnit.Code;
            // The jump of a transfer belongs to the year; the year before was as budgeted.
            if (!opening && !mirrored) unit.Complete(item, "PY", Prior.Of(unit.Unit, item, transfer is null ? unit[item] : unit[item, "B0"]));
        }
    }

    /// <summary>The year before closed with the balance this one opens with.</summary>
    private static void CompleteBalances(YearCatalogue catalogue, Form form, UnitValues unit)
    {
        foreach (var open in form.Items.Select(i => i.Code).Where(code => code.EndsWith(".BAL.OPEN", StringComparison.Ordinal)))
        {
            var year = open.Replace(".OPEN", ".YEAR", StringComparison.Ordinal);
            var computed = new Recalculation(catalogue, unit.All.Where(v => catalogue.Item(v.Key.Item).Formula is null).ToDictionary());
            unit.Complete(open, "PY", unit[open] - (computed.Value(year, "PY") ?? 0));
        }
    }

    private static void CompleteParts(YearCatalogue catalogue, UnitValues unit)
    {
        var computed = new Recalculation(catalogue, unit.All.Where(v => catalogue.Item(v.Key.Item).Formula is null).ToDictionary());
        foreach (var column in Columns.Where(c => c != "B1"))
        {
            long Whole(string item) => computed.Value(item, column) ?? 0;
            foreach (var (part, of, percent) in Shares) unit.Complete(part, column, UnitValues.Part(Whole(of), percent, 100));
            foreach (var (part, of, others) in Remainders) unit.Complete(part, column, Whole(of) - others.Sum(o => unit[o, column]));
        }
    }
}
