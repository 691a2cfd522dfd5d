using Pipeline.Ledger;
using Pipeline.Returns;
using Pipeline.Workbooks;

namespace Pipeline.Stages;

/// <summary>Blank returns, with last year's figures in them where last year is locked: what is filled in cannot be typed over, so it must not change any more.</summary>
public sealed class Templates(ILedger ledger, Catalogues catalogues)
{
    /// <summary>Makes the blank return of a unit, or null when no such return is due.</summary>
    public async Task<TemplateFile?> MakeAsync(int year, string unit, CancellationToken ct)
    {
        if (catalogues.Find(year) is not { } catalogue || catalogue.FindUnit(unit) is not { Reports: true } reporter) return null;
        var before = await ledger.ReadYearAsync(year - 1, ct);
        var lastYear = before.State.Review.IsLocked && before.Heads.TryGetValue(unit, out var head) ? await ledger.ReadReturnAsync(head, ct) : null;
        var adjustments = lastYear is null ? [] : (await ledger.ReadTermsAsync(year - 1, ct)).Adjustments;
        using var workbook = new MemoryStream();
        XlsxWriter.Write(ReturnTemplate.Make(catalogue, reporter, lastYear, [.. adjustments.Where(a => a.Unit == unit).Select(a => (a.Item, a.Column, a.Amount))]), workbook);
        return new TemplateFile($"HNSB_{year}_{unit}.xlsx", workbook.ToArray());
    }
}
