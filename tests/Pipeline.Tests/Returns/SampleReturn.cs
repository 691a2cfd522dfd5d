using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Tests.Returns;

/// <summary>A small return that every rule accepts, but for R-Y-05, which asks for the year before.</summary>
internal static class SampleReturn
{
    public const string Prefecture = "430100";
    public const string Provincial = "430099";

    // The columns are multiples of one another, so what adds up in one adds up in all.
    private static readonly Dictionary<string, int> Factors = new() { ["PY"] = 95, ["B0"] = 95, ["CUR"] = 100 };

    // Typed items, in the sample's own small unit; what is not named is 1.
    private static readonly Dictionary<string, int> Sizes = new()
    {
        ["EI.BAL.OPEN"] = 500, ["EI.INC.PREM"] = 300, ["EI.INC.PREM.FLEX"] = 40, ["EI.INC.SUBS"] = 50, ["EI.INC.SUBS.CENTRAL"] = 30,
        ["EI.INC.SUBS.LOCAL"] = 20, ["EI.EXP.PENSION"] = 290, ["EI.EXP.PENSION.BASIC"] = 280, ["EI.EXP.TOUPPER"] = 7,
        ["WI.BAL.OPEN"] = 90, ["WI.BAL.OPEN.RESERVE"] = 10, ["WI.BAL.CLOSE.RESERVE"] = 9, ["WI.INC.PREM"] = 60,
        ["WI.EXP.BENEFIT"] = 55, ["WI.EXP.BENEFIT.MED"] = 30, ["WI.EXP.BENEFIT.DISAB"] = 15, ["WI.EXP.BENEFIT.DEATH"] = 10,
        ["EI.BASE.ACTIVE"] = 900, ["EI.BASE.ACTIVE.FLEX"] = 200, ["EI.BASE.RETIREES.TX"] = 15, ["EI.BASE.PAYERS"] = 800,
        ["EI.BASE.WAGEBASE"] = 1500, ["EI.BASE.ADJ.PERSONS"] = 12, ["EI.BASE.PAID"] = 291,
        ["EI.BASE.CERT.DUE"] = 400, ["EI.BASE.CERT.REMOTE"] = 300, ["EI.BASE.CERT.OTHER"] = 90,
        ["WI.BASE.INSURED"] = 700, ["WI.BASE.INSURED.MIGRANT"] = 100, ["WI.BASE.INSURED.CIVIL"] = 50, ["WI.BASE.WAGEBASE"] = 12_345,
        ["WI.BASE.BENEF"] = 8, ["WI.BASE.BENEF.DISAB"] = 3, ["WI.BASE.BENEF.DEPEND"] = 2, ["WI.BASE.RATECUT.AMT"] = 15,
        ["PV.BASIC.B0"] = 2, ["PV.PROJ.B0"] = 2, ["PV.SPLIT.WORK"] = 2,
    };

    // Values that are no multiple: movements between two years, and what a document in S06 or a budget names.
    private static readonly Dictionary<(string Item, string Column), long> Exact = new()
    {
        [("EI.BASE.NEWRET", "CUR")] = 170, [("EI.BASE.DEATHS", "CUR")] = 85, [("WI.BASE.NEWCIVIL", "CUR")] = 250,
        [("EI.INC.PREM", "BADJ")] = 740_406_00,
        [("PV.SPLIT.WORK", "B0")] = 49_360_400 - (2 * 95 * 123_401), [("PV.SG.ABROAD", "B0")] = 130_000_00, [("PV.SG.RECEPTION", "B0")] = 130_000_00, [("PV.SG.CAR.RUN", "B0")] = 130_000_00, [("PV.SG.CAR.BUY", "B0")] = 130_000_00,
    };

    private static readonly Dictionary<string, string> Cover = new()
    {
        ["YEAR"] = "2023", ["TYPE"] = "首次", ["VERSION"] = "1", ["CURRENCY"] = "元", ["PREPARER"] = "张三", ["REVIEWER"] = "李四",
        ["FINANCE"] = "王五", ["HEAD"] = "赵六", ["PHONE"] = "0731-84900000", ["DATE"] = "2024-02-20", ["TEMPLATE"] = "HNSB-2023-1.0", ["STATEMENT"] = "真实、准确、完整",
    };

    public static Return Of(string unit)
    {
        var prefecture = Books.Catalogue.FindUnit(unit)!.Kind == UnitKind.Prefecture;
        return Make(unit, (item, column) => item.ProvincialOnly && prefecture ? 0L : Raw(item, column));
    }

    /// <summary>The same with other typed values, taken in turn: null is blank, what a count cannot be is folded to what it can.</summary>
    public static Return With(string unit, IReadOnlyList<long?> raw)
    {
        var next = 0;
        return Make(unit, (item, _) => raw[next++] is not { } value ? null
            : item.Code == "WI.BASE.WAGEBASE" ? 100_000_000_000 + Math.Abs(value)
            : item.Measure == Measure.Count ? Math.Abs(value % 1_000_000_000) : value);
    }

    private static Return Make(string unit, Func<Item, string, long?> raw)
    {
        var known = Books.Catalogue.FindUnit(unit)!;
        var cells = (from form in Books.Catalogue.FormsOf(known.Kind)
                     from item in form.Items
                     from column in form.ValueColumns
                     where item.Has(column.Code)
                     select (Form: form, Item: item, Column: column)).ToList();
        var typed = cells.Where(c => Recalculation.FormulaOf(c.Item, c.Column) is null)
            .Select(c => (Key: (c.Item.Code, c.Column.Code), Value: raw(c.Item, c.Column.Code)))
            .Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!.Value);
        var values = new Recalculation(Books.Catalogue, typed);
        var items = cells.GroupBy(c => (c.Form, c.Item)).Select(row => new ItemRow(
            row.Key.Form.Code, row.Key.Item.Code, row.Key.Form.Sheet, row.Key.Item.Row,
            row.Select(c => (c.Column.Code, Value: values.Value(c.Item.Code, c.Column.Code)))
                .Where(v => v.Value is not null).ToDictionary(v => v.Code, v => v.Value!.Value)));
        return new Return(2023, unit, [.. items], [.. Lines(Books.Catalogue, known)]);
    }

    // 1 is 1,234.01 元 or one person in every column.
    private static long Raw(Item item, string column) => Exact.TryGetValue((item.Code, column), out var exact) ? exact
        : (long)Sizes.GetValueOrDefault(item.Code, 1) * Factors.GetValueOrDefault(column) * (item.Measure == Measure.Money ? 123_401 : 1);

    private static IEnumerable<RegisterLine> Lines(YearCatalogue catalogue, Unit unit)
    {
        yield return new RegisterLine("S00", "S00封面", 3, new Dictionary<string, string>(Cover)
        {
            ["UNIT"] = unit.Code, ["NAME"] = unit.Name, ["CHECK"] = catalogue.CheckCode(unit.Kind),
        });
        var (upper, provincial) = unit.Kind == UnitKind.Provincial ? ("000000", true) : ("430099", false);
        yield return Line("S05", 5, $"NO=1;FUND=EI;DIRECTION=上解上级;PEER={upper};PEERNAME=上级;DATE=2023-12-20;AMOUNT=863806.5;VOUCHER=记-0012");
        yield return Line("S05", 6, $"FUND=EI;DIRECTION=上解上级;PEER={upper};DATE=2023-12-20;AMOUNT=0.5");
        yield return Line("S05", 8, $"FUND=WI;DIRECTION=上解上级;PEER={upper};DATE=2023-12-21;AMOUNT=123401.01");
        yield return Line("S05", 9, $"FUND=WI;DIRECTION=上解上级;PEER={upper};DATE=2023-12-21;AMOUNT=-0.01;NOTE==1+1");
        yield return Line("S05", 10, $"FUND=EI;DIRECTION=上级补助;PEER={upper};DATE=2023-06-30;AMOUNT=123401");
        yield return Line("S05", 11, $"FUND=WI;DIRECTION=上级补助;PEER={upper};DATE=2023-06-30;AMOUNT=123401");
        foreach (var (i, fund) in (provincial ? (string[])["EI", "WI"] : []).Index())
        {
            yield return Line("S05", 12 + (2 * i), $"FUND={fund};DIRECTION=补助下级;PEER=430100;DATE=2023-06-30;AMOUNT=123401");
            yield return Line("S05", 13 + (2 * i), $"FUND={fund};DIRECTION=下级上解;PEER=430100;DATE=2023-12-20;AMOUNT=123401");
        }

        yield return Line("S06", 5, "FUND=EI;ITEM=EI.INC.PREM;DOCUMENT=湘财社〔2023〕1号;DATE=2023-09-01;AMOUNT=740406;REASON=提标");
        yield return Line("S07", 5, "SUBJECT=R-C-10;KIND=核实性说明;TEXT=第一行\n第二行");
        if (unit.Kind != UnitKind.Provincial) yield break;
        yield return Line("S08", 56, "PROJECT=信息化建设;B0=246802;B1=493604;CUR=493604");
        yield return Line("S09", 5, "ANNEX=2;LEVEL1=产出;LEVEL2=数量;LEVEL3=参保人数;TARGET=≥100;ACTUAL=131;WEIGHT=100;KIND=定量;SCORE=99.5;REASON=年初指标值偏低");
        yield return Line("S10", 19, "SECTION=1.1;ORDER=1;TEXT=全省参保{{S6.02}}。");

        RegisterLine Line(string form, int row, string values) => new(
            form, catalogue.Form(form).Sheet, row,
            values.Split(';').Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]));
    }

    /// <summary>Everything a return says, one text a cell, in order.</summary>
    public static IEnumerable<string> Facts(Return subject) =>
    [
        $"{subject.Year} {subject.Unit}",
        .. from item in subject.Items
           from value in item.Values.OrderBy(v => v.Key, StringComparer.Ordinal)
           select string.Create(CultureInfo.InvariantCulture, $"{item.Form} {item.Sheet} {item.Row} {item.Item} {value.Key} {value.Value}"),
        .. from line in subject.Lines
           from value in line.Values.OrderBy(v => v.Key, StringComparer.Ordinal)
           select $"{line.Form} {line.Sheet} {line.Row} {value.Key} {value.Value}",
    ];
}
