using System.CommandLine;
using Pipeline.Catalogue;
using Pipeline.Reports.Provenance;

namespace Host.Local.Provenance;

/// <summary><c>reach</c>: what a cell of a return moves in the report.</summary>
internal sealed class ReachCommand(CatalogueFolder folder, TextWriter output, TextWriter error) : QuestionCommand(output, error)
{
    private readonly Option<string> unit = new("--unit") { Description = "Unit by code or name", Required = true };
    private readonly Option<string?> cell = new("--cell") { Description = "Sheet and address: S01企保收支表!H9" };
    private readonly Option<string?> item = new("--item") { Description = "Instead of a cell: item and column, EI.INC.PREM@CUR" };
    private readonly AskedReport asked = new(folder);

    protected override Command Define()
    {
        var command = new Command("reach", $"Lists the figures, sentences and cells of the report that a cell of a return moves. {Exits}") { unit, cell, item };
        foreach (var option in asked.Options) command.Add(option);
        return command;
    }

    protected override int Answer(ParseResult given)
    {
        var (catalogue, reaches) = asked.Reaches(given);
        var who = CellNaming.Unit(catalogue, given.GetRequiredValue(unit));
        if (Find(reaches, who, given.GetValue(cell), given.GetValue(item)) is not { } reach)
        {
            Line($"{who.Name}的报表中没有这个数据单元格，它不影响报告。");
            return Nothing;
        }

        Line($"{who.Name}（{who.Code}）　{reach.Sheet}!{reach.Cell}　{reach.Label}");
        if (reach.Figures.Count == 0)
        {
            Line("报告中没有由它得出的数。");
            return Nothing;
        }

        Print(reach);
        return Answered;
    }

    private void Print(CellReach reach)
    {
        Line($"影响 {reach.Figures.Count} 个数：");
        foreach (var figure in reach.Figures)
            Line($"  {figure.Id}　{figure.Name}　{figure.Printed}{Whereabouts(figure)}{(figure.ByElimination ? "　（经往来抵销）" : "")}");
        Line($"正文 {reach.Sentences.Count} 句：");
        foreach (var sentence in reach.Sentences) Line($"  【{sentence.Place}】{sentence.Marked}");
        Line($"表格 {reach.Cells.Count} 格：");
        foreach (var place in reach.Cells) Line($"  【{place.Place}】{place.Row}·{place.Column}　{place.Marked}");
        Line("尾差还可能移动与它们同在一个合计中的数；改动的确切结果用 what-if 查询。");
    }

    /// <summary>Why a figure is named that no control prints.</summary>
    private static string Whereabouts(ReachedFigure figure) =>
        figure.OnPage ? "" : figure.Section == ComparisonAppendix.Mark ? "　（画在附录图中）" : "　（未单独印出，只影响措辞）";

    private static CellReach? Find(CellReaches reaches, Unit unit, string? cell, string? item)
    {
        if ((cell is null) == (item is null)) throw new CannotAnswerException("请给出 --cell 工作表!单元格，或 --item 项目编码@栏目，二者取一。");
        if (item is not null)
            return item.Split('@') is [var code, var column] ? reaches.OfItem(unit.Code, code, column) : throw new CannotAnswerException("--item 请写成 EI.INC.PREM@CUR 的形式。");
        var at = cell!.LastIndexOf('!');
        return at > 0 ? reaches.OfCell(unit.Code, cell[..at].Trim('\''), cell[(at + 1)..]) : throw new CannotAnswerException("--cell 请写成 S01企保收支表!H9 的形式。");
    }
}
