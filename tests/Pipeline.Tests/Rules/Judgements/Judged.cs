using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Tests.Returns;

namespace Pipeline.Tests.Rules.Judgements;

/// <summary>Returns with some cells changed, judged by one rule.</summary>
internal static class Judged
{
    public static Return Sample(string unit = SampleReturn.Prefecture) => SampleReturn.Of(unit);

    public static IReadOnlyList<Finding> By(string rule, Return subject, Circumstances? known = null) =>
        [.. new RuleLibrary(Books.Catalogue).Check(subject, known ?? Circumstances.None).Where(f => f.Rule == rule)];

    /// <summary>The return with a raw value in place of another.</summary>
    public static Return Put(this Return sample, string item, string column, long raw) =>
        sample.Each(i => i.Item == item, (_, c, v) => c == column ? raw : v);

    /// <summary>The return with the values of some rows made anew from row, column and value.</summary>
    public static Return Each(this Return sample, Func<ItemRow, bool> rows, Func<ItemRow, string, long, long> value) => sample with
    {
        Items = [.. sample.Items.Select(i => rows(i) ? i with { Values = i.Values.ToDictionary(v => v.Key, v => value(i, v.Key, v.Value)) } : i)],
    };

    /// <summary>The return with texts of the cover, or of every line of a register, replaced.</summary>
    public static Return Say(this Return sample, string form, params (string Column, string Text)[] texts) => sample with
    {
        Lines = [.. sample.Lines.Select(l => l.Form != form ? l : l with
        {
            Values = l.Values.Where(v => texts.All(t => t.Column != v.Key)).Concat(texts.Select(t => KeyValuePair.Create(t.Column, t.Text))).ToDictionary(),
        })],
    };
}
