using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>The workbook of a unit with values in it.</summary>
public static class FilledReturn
{
    /// <summary>The return of a unit, filled. Read back it has the values given: sums stay formulas where their parts give them, and are
    /// typed numbers where they do not; what the cover takes from the catalogue is the unit's, whatever the values say.</summary>
    /// <param name="catalogue">The year.</param>
    /// <param name="unit">A unit that reports.</param>
    /// <param name="values">What to fill in; a value it lacks is left blank.</param>
    /// <exception cref="ArgumentException">The unit reports nothing.</exception>
    public static WorkbookDraft Make(YearCatalogue catalogue, Unit unit, Return values) =>
        ReturnWorkbook.Make(catalogue, ReturnContents.Filled(catalogue, unit, values));
}
