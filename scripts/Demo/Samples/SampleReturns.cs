using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Rules;

namespace Demo.Samples;

/// <summary>The returns of a year, made from a few given values: what is lacking is completed so that every error rule passes.</summary>
/// <param name="Returns">One a unit that has values, in order of unit code.</param>
/// <param name="Notes">Given sums that differ from the sums of their parts, and were replaced by them.</param>
internal sealed record SampleReturns(IReadOnlyList<Return> Returns, IReadOnlyList<string> Notes)
{
    /// <summary>Makes the returns.</summary>
    /// <param name="catalogue">The year.</param>
    /// <param name="given">What is known.</param>
    /// <param name="folder">Holds <c>parameters.csv</c>, <c>indicators.yaml</c> and <c>narrative.yaml</c> of 省本级.</param>
    public static SampleReturns Make(YearCatalogue catalogue, IReadOnlyDictionary<ValueKey, long> given, string folder)
    {
        var all = SampleValues.Read(Path.Combine(folder, "parameters.csv"), catalogue);
        foreach (var (key, value) in given) all[key] = value;
        var units = given.Keys.Select(k => k.Unit).Distinct().Order(StringComparer.Ordinal).Select(unit => new UnitValues(unit, all)).ToList();
        FundCompletion.Complete(catalogue, units);
        BasicDataCompletion.Complete(catalogue, units);
        var notes = new List<string>();
        var returns = units.Select(unit => new Return(
            catalogue.Year, unit.Unit, [.. Rows(catalogue, unit, notes)], [.. Lines(catalogue, unit, units, folder)]))
            .Select(r => Explained(catalogue, r, folder)).ToList();
        return new SampleReturns(returns, notes);
    }

    private static IEnumerable<ItemRow> Rows(YearCatalogue catalogue, UnitValues unit, List<string> notes)
    {
        var forms = catalogue.FormsOf(catalogue.FindUnit(unit.Unit)!.Kind).ToList();
        var typed = new Dictionary<(string, string), long>();
        foreach (var form in forms)
        {
            foreach (var item in form.Items.Where(i => i.Formula is null))
            {
                foreach (var column in form.ValueColumns.Where(c => c.Formula is null && item.Has(c.Code))) typed[(item.Code, column.Code)] = unit[item.Code, column.Code];
            }
        }

        var values = new Recalculation(catalogue, typed);
        foreach (var ((item, column), value) in unit.All.Where(v => !typed.ContainsKey(v.Key) && values.Value(v.Key.Item, v.Key.Column) != v.Value))
            notes.Add($"{unit.Unit} {item} {column}: given {value}, its parts give {values.Value(item, column)?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}");
        foreach (var form in forms)
        {
            foreach (var item in form.Items)
            {
                var row = form.ValueColumns.Where(c => item.Has(c.Code) && values.Value(item.Code, c.Code) is not null)
                    .ToDictionary(c => c.Code, c => values.Value(item.Code, c.Code)!.Value);
                yield return new ItemRow(form.Code, item.Code, form.Sheet, item.Row, row);
            }
        }
    }

    private static IEnumerable<RegisterLine> Lines(YearCatalogue catalogue, UnitValues unit, IReadOnlyList<UnitValues> all, string folder)
    {
        foreach (var form in catalogue.FormsOf(catalogue.FindUnit(unit.Unit)!.Kind))
        {
            IEnumerable<Dictionary<string, string>> lines = form.Code switch
            {
                "S00" => [Cover(catalogue)],
                "S05" => TransferLines.Of(catalogue, unit, all),
                "S08" => ProjectLines.Of(unit),
                "S09" => ListedLines.Read(Path.Combine(folder, "indicators.yaml"), form.Register!),
                "S10" => ListedLines.Read(Path.Combine(folder, "narrative.yaml"), form.Register!),
                _ => [],
            };
            var row = form.Register?.CaptionRow + 1 ?? 3;
            foreach (var line in lines) yield return new RegisterLine(form.Code, form.Sheet, row++, line);
        }
    }

    /// <summary>The return with an answer in 编报说明 to every question the rule library asks of it.</summary>
    private static Return Explained(YearCatalogue catalogue, Return unexplained, string folder)
    {
        var form = catalogue.Form("S07");
        // Samples are sent long after the deadline.
        var late = Circumstances.None with { ReceivedAt = catalogue.Deadline.AddDays(1) };
        var asked = new RuleLibrary(catalogue).Check(unexplained, late).Where(f => f.Severity == Severity.Warning)
            .Select(f => (f.Rule, Subject: catalogue.Rule(f.Rule).PerItem ? f.Item : f.Rule)).Distinct().ToList();
        var said = ListedLines.Read(Path.Combine(folder, "explanations.yaml"), form.Register!).ToDictionary(line => line["SUBJECT"]);
        var answers = asked.Where(a => said.ContainsKey(a.Rule)).OrderBy(a => a.Subject, StringComparer.Ordinal)
            .Select(a => new Dictionary<string, string>(said[a.Rule]) { ["SUBJECT"] = a.Subject });
        return unexplained with
        {
            Lines = [.. unexplained.Lines, .. answers.Select((line, i) => new RegisterLine(form.Code, form.Sheet, form.Register!.CaptionRow + 1 + i, line))],
        };
    }

    /// <summary>What a clerk types on the cover; the template has written the rest.</summary>
    private static Dictionary<string, string> Cover(YearCatalogue catalogue) => new()
    {
        ["TYPE"] = "首次",
        ["VERSION"] = "1",
        ["PREPARER"] = "填报人（样例）",
        ["REVIEWER"] = "复核人（样例）",
        ["FINANCE"] = "财务负责人（样例）",
        ["HEAD"] = "单位负责人（样例）",
        ["DATE"] = catalogue.FillFrom.AddDays(45).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["STATEMENT"] = "本表数据为样例，只用于演示。",
    };
}
