using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>A form whose every value of the year is zero was probably sent in empty.</summary>
internal sealed class EmptyForms : IJudgement
{
    private const string Column = "CUR";

    public string Rule => "R-C-10";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        foreach (var form in subject.Return.Items.GroupBy(i => i.Form))
        {
            var values = form.Select(i => i.Values.TryGetValue(Column, out var value) ? value : 0).ToList();
            if (values.TrueForAll(v => v == 0)) findings.Add(Rule, Place.OfSheet(subject.Catalogue.Form(form.Key).Sheet));
        }
    }
}
