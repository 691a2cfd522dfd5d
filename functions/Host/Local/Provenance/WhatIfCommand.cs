using System.CommandLine;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Reports.Provenance;

namespace Host.Local.Provenance;

/// <summary><c>what-if</c>: what the report would print if one cell held another value.</summary>
internal sealed class WhatIfCommand(CatalogueFolder folder, TextWriter output, TextWriter error) : QuestionCommand(output, error)
{
    private readonly Option<string> returns = new("--returns") { Description = "Folder with the returns of the units", Required = true };
    private readonly Option<int?> year = new("--year") { Description = "Fiscal year; without it the newest there is" };
    private readonly Option<string> unit = new("--unit") { Description = "Unit by code or name: 长沙", Required = true };
    private readonly Option<string> item = new("--item") { Description = "Item by code, or by its label or a distinctive part of it: 保费", Required = true };
    private readonly Option<string?> fund = new("--fund") { Description = "企保 or 工伤, where the item is of both" };
    private readonly Option<string> column = new("--column") { Description = "Column by code or caption", DefaultValueFactory = _ => "CUR" };
    private readonly Option<string?> add = new("--add") { Description = "What is added: 1000万元, -0.5亿元" };
    private readonly Option<string?> to = new("--to") { Description = "Instead: the new value" };

    protected override Command Define() =>
        new("what-if", $"Lists exactly the figures, sentences and cells of the report that would change if a cell of a return did. {Exits}")
        {
            returns, year, unit, item, fund, column, add, to,
        };

    protected override int Answer(ParseResult given)
    {
        var catalogue = AskedReport.Catalogue(folder, given.GetValue(year));
        var who = CellNaming.Unit(catalogue, given.GetRequiredValue(unit));
        var what = CellNaming.Item(catalogue, given.GetRequiredValue(item), given.GetValue(fund));
        var where = CellNaming.Column(catalogue, what, given.GetRequiredValue(column));
        var snapshot = ReturnsFolder.Read(catalogue, given.GetRequiredValue(returns));
        var change = Change(given, snapshot, who, what, where);
        if (change.Obstacle(catalogue, snapshot) is { } obstacle) throw new CannotAnswerException(obstacle);
        var answer = WhatIf.Ask(catalogue, snapshot, change);
        Line($"假设{who.Name}“{answer.Label}”由 {Print(answer.Was ?? 0, what)} 改为 {Print(change.Raw, what)}：");
        if (answer.IsNothing)
        {
            Line("报告印出的内容没有任何变化。");
            return Nothing;
        }

        Print(answer);
        return Answered;
    }

    private void Print(WhatIfAnswer answer)
    {
        if (answer.DraftBefore != answer.DraftAfter) Line(answer.DraftAfter ? "报告会成为草稿：单位之间的数据将不一致。" : "报告不再是草稿。");
        Line($"{answer.Figures.Count} 个数变动：");
        foreach (var figure in answer.Figures) Line($"  {figure.Id}　{figure.Name}　{figure.From} → {figure.To}{(figure.ByTail ? "　（仅尾差）" : "")}");
        Line($"正文 {answer.Sentences.Count} 句变动：");
        foreach (var sentence in answer.Sentences)
        {
            Line($"  【{sentence.Place}】");
            if (sentence.From.Length > 0) Line($"    原：{sentence.From}");
            Line(sentence.To.Length > 0 ? $"    改：{sentence.To}" : "    （不再出现）");
        }

        Line($"表格 {answer.Cells.Count} 格变动：");
        foreach (var cell in answer.Cells) Line($"  【{cell.Place}】{cell.Row}·{cell.Column}　{cell.From} → {cell.To}");
    }

    private InputChange Change(ParseResult given, Snapshot snapshot, Unit unit, Item item, string column)
    {
        var (more, instead) = (given.GetValue(add), given.GetValue(to));
        if ((more is null) == (instead is null)) throw new CannotAnswerException("请给出 --add 增减额，或 --to 新数，二者取一。");
        if (AmountText.TryRead(more ?? instead!, item.Measure, out var raw) is { } wrong) throw new CannotAnswerException(wrong);
        var now = InputChange.Now(snapshot, unit.Code, item.Code, column) ?? 0;
        return new InputChange(unit.Code, item.Code, column, more is null ? raw : now + raw);
    }

    private static string Print(long raw, Item item) => CellNames.Amount(raw, item.Measure, item.UnitText);
}
