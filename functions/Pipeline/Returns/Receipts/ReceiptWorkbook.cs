using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns.Receipts;

/// <summary>回执 as a workbook: 结论, 审核结果, 变动, 修改建议 and the marked forms. Made of values alone, never of the uploaded bytes.</summary>
public static class ReceiptWorkbook
{
    /// <summary>Draws a receipt.</summary>
    /// <param name="catalogue">The year it was checked with.</param>
    /// <param name="receipt">The receipt.</param>
    /// <param name="values">What could be read of the return; null when nothing could, and there are no forms to mark.</param>
    public static WorkbookDraft Make(YearCatalogue catalogue, Receipt receipt, Return? values)
    {
        var forms = new MarkedForms(catalogue, receipt, values);
        return new WorkbookDraft([VerdictPage.Make(catalogue, receipt), FindingPage.Make(receipt, forms), ChangePage.Make(receipt), AdvicePage.Make(forms), .. forms.Sheets])
        {
            DefinedNames = forms.Names,
        };
    }
}
