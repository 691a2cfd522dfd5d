using Pipeline.Catalogue;
using CsCheck;
using Pipeline.Figures;

namespace Pipeline.Tests.Figures;

/// <summary>The rows of S01, S02 and the 三公 table with amounts that add up to the 分, laid out as the annexes print them.</summary>
internal static class FundLedger
{
    private static readonly (string Fund, string[] Income, string[] Expenditure)[] Funds =
    [
        ("EI", ["PREM", "INT", "SUBS", "INVEST", "OTHER", "TRANSIN"], ["PENSION", "FUNERAL", "OTHER", "TRANSOUT"]),
        ("WI", ["PREM", "INT", "SUBS", "OTHER"], ["BENEFIT", "ASSESS", "PREVENT", "OTHER"]),
    ];

    private static readonly string[] Columns = ["PY", "B1", "CUR"];

    // 0.01 元 to 1,500 亿元, small ones as likely as large ones, some round, some none at all.
    private static readonly Gen<long> Amount = Gen.Frequency(
        (1, Gen.Const(0L)), (1, Gen.Long[0, 150_000].Select(x => x * 100_000_000)),
        (3, Gen.Long[1, 2_000_000_000]), (5, Gen.Long[1, 15_000_000_000_000]));

    /// <summary>Both funds in 亿元, three columns and CUR − PY, and the 三公 table of six rows: about 200 slots.</summary>
    public static readonly Gen<Page> Annexes = Amount.Array[120].Select(Lay);

    private static Page Lay(long[] amounts)
    {
        var page = new Page(DisplayScale.HundredMillionYuan);
        var next = 0;
        foreach (var (fund, income, expenditure) in Funds)
        {
            var columns = Columns.ToDictionary(c => c, _ => new Dictionary<string, long>());
            foreach (var column in columns.Values)
            {
                long Side(string side, string[] items, string upper, string lower)
                {
                    column[side + ".SUB"] = items.Sum(i => column[side + "." + i] = amounts[next++]);
                    return column[side + ".TOTAL"] = column[side + ".SUB"]
                        + (column[side + "." + upper] = amounts[next++]) + (column[side + "." + lower] = amounts[next++]);
                }

                var surplus = column["YEAR"] =
                    Side("INC", income, "FROMUPPER", "FROMLOWER") - Side("EXP", expenditure, "TOLOWER", "TOUPPER");
                column["CLOSE"] = (column["OPEN"] = amounts[next++]) + surplus;
            }

            columns["DIFF"] = columns["CUR"].ToDictionary(r => r.Key, r => r.Value - columns["PY"][r.Key]);
            foreach (var (column, rows) in columns)
            {
                foreach (var (row, fen) in rows)
                    page.Put($"{fund}.{row}@{column}", fen, column == "DIFF" ? FigureRole.Difference : RoleOf(row));
                Add("INC.SUB", [.. income.Select(i => "INC." + i)]);
                Add("EXP.SUB", [.. expenditure.Select(i => "EXP." + i)]);
                Add("INC.TOTAL", ["INC.SUB", "INC.FROMUPPER", "INC.FROMLOWER"]);
                Add("EXP.TOTAL", ["EXP.SUB", "EXP.TOLOWER", "EXP.TOUPPER"]);
                page.Sum($"{fund}.YEAR@{column} = {fund}.INC.TOTAL@{column} - {fund}.EXP.TOTAL@{column}");
                Add("CLOSE", ["OPEN", "YEAR"]);
                void Add(string total, string[] parts) =>
                    page.Sum($"{fund}.{total}@{column} = {string.Join(" + ", parts.Select(p => $"{fund}.{p}@{column}"))}");
            }

            foreach (var row in columns["CUR"].Keys) page.Sum($"{fund}.{row}@DIFF = {fund}.{row}@CUR - {fund}.{row}@PY");
        }

        return ThreePublic(page, amounts, next);
    }

    private static FigureRole RoleOf(string row) =>
        row == "YEAR" ? FigureRole.Balance : row is "CLOSE" or "INC.TOTAL" or "EXP.TOTAL" or "INC.SUB" or "EXP.SUB" ? FigureRole.Total : FigureRole.Item;

    private static Page ThreePublic(Page page, long[] amounts, int next)
    {
        var columns = new Dictionary<string, Dictionary<string, long>> { ["CUR"] = [], ["PY"] = [] };
        foreach (var column in columns.Values)
        {
            foreach (var row in new[] { "ABROAD", "RECEPTION", "RUN", "BUY" }) column[row] = amounts[next++];
            column["CAR"] = column["RUN"] + column["BUY"];
            column["ALL"] = column["ABROAD"] + column["RECEPTION"] + column["CAR"];
        }

        columns["DIFF"] = columns["CUR"].ToDictionary(r => r.Key, r => r.Value - columns["PY"][r.Key]);
        foreach (var (column, rows) in columns)
        {
            foreach (var (row, fen) in rows)
                page.Put($"{row}@{column}", fen,
                    column == "DIFF" ? FigureRole.Difference : row is "CAR" or "ALL" ? FigureRole.Total : FigureRole.Item);
            page.Sum($"CAR@{column} = RUN@{column} + BUY@{column}")
                .Sum($"ALL@{column} = ABROAD@{column} + RECEPTION@{column} + CAR@{column}");
        }

        foreach (var row in columns["CUR"].Keys) page.Sum($"{row}@DIFF = {row}@CUR - {row}@PY");
        return page;
    }
}
