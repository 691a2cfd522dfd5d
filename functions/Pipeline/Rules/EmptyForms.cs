using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules;

/// <summary>R-C-10: a form whose every value of the year is zero was probably sent in empty.</summary>
internal static class EmptyForms
{
    private const string Column = "CUR";

    public static void Check(YearCatalogue catalogue, Return subject, FindingList findings)
    {
        foreach (var form in subject.Items.GroupBy(i => i.Form))
        {
            var values = form.Select(i => i.Values.TryGetValue(Column, out var value) ? value : 0).ToList();
            if (values.TrueForAll(v => v == 0)) findings.Add("R-C-10", Place.OfSheet(catalogue.Form(form.Key).Sheet));
        }
    }
}
