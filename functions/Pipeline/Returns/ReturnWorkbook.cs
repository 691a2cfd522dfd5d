using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>All sheets a unit files, in the order of the catalogue.</summary>
internal static class ReturnWorkbook
{
    public static WorkbookDraft Make(YearCatalogue catalogue, ReturnContents contents)
    {
        if (!contents.Unit.Reports) throw new ArgumentException($"{contents.Unit.Code} files no return.", nameof(contents));
        var pages = catalogue.FormsOf(contents.Unit.Kind).Select(form => form.Fields.Count > 0
            ? CoverPage.Make(catalogue, form, contents)
            : FormPage.Make(catalogue, form, contents)).ToList();
        return new WorkbookDraft([.. pages.Select(p => p.Sheet)]) { DefinedNames = [.. pages.SelectMany(p => p.Names)] };
    }
}
