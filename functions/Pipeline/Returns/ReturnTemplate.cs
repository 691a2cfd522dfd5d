using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>空白报表: the workbook a unit is given to fill.</summary>
public static class ReturnTemplate
{
    /// <summary>The blank return of a unit.</summary>
    /// <param name="catalogue">The year.</param>
    /// <param name="unit">A unit that reports.</param>
    /// <param name="lastYear">Its return in force of the year before, which fills and locks the 上年 column and the opening balances; null
    /// when there is none, and the clerk types both.</param>
    /// <param name="booked">Item, column and raw amount of what was booked to that return after its lock: the opening balances follow it.</param>
    /// <exception cref="ArgumentException">The unit reports nothing.</exception>
    public static WorkbookDraft Make(
        YearCatalogue catalogue, Unit unit, Return? lastYear, IReadOnlyList<(string Item, string Column, long Amount)>? booked = null) =>
        ReturnWorkbook.Make(catalogue, ReturnContents.Blank(catalogue, unit, lastYear, booked ?? []));
}
