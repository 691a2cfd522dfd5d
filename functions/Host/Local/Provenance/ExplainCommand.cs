using System.CommandLine;
using Pipeline.Catalogue;
using Pipeline.Reports.Provenance;

namespace Host.Local.Provenance;

/// <summary><c>explain FIGURE</c>: where a printed number comes from, down to the cells.</summary>
internal sealed class ExplainCommand(CatalogueFolder folder, TextWriter output, TextWriter error) : QuestionCommand(output, error)
{
    private const int MostSuggestions = 20;

    private readonly Argument<string> figure = new("FIGURE") { Description = "Figure id, as the tag of its content control: S5.E.A.INC; or the id of a group, S2.T2" };
    private readonly Option<bool> cells = new("--cells") { Description = "Goes on through the formulas to the cells that were typed" };
    private readonly AskedReport asked = new(folder);

    protected override Command Define()
    {
        var command = new Command("explain", $"Says where a printed number comes from. {Exits}") { figure, cells };
        foreach (var option in asked.Options) command.Add(option);
        return command;
    }

    protected override int Answer(ParseResult given)
    {
        var (catalogue, report) = asked.Provenance(given);
        var (id, trees) = (given.GetRequiredValue(figure), new FigureTrees(catalogue, report));
        var found = (catalogue.Groups.FirstOrDefault(g => g.Id == id)?.Parts ?? [id]).Select(trees.Explain).OfType<FigureTree>().ToList();
        if (found.Count == 0) return Suggest(report, id);
        foreach (var tree in found)
        {
            foreach (var line in TreeText.Print(catalogue, tree, given.GetValue(cells))) Line(line);
            Line();
        }

        if (report.Catalogue != catalogue.Version) Line($"注意：报告按制度版本 {report.Catalogue} 生成，现行版本为 {catalogue.Version}，公式的展开可能与当时不同。");
        return Answered;
    }

    private int Suggest(ReportProvenance report, string text)
    {
        var near = report.Figures.Where(f => f.Id.Contains(text, StringComparison.OrdinalIgnoreCase) || f.Name.Contains(text, StringComparison.Ordinal)).Take(MostSuggestions).ToList();
        Line(near.Count == 0 ? $"报告中没有图号 {text}。" : $"报告中没有图号 {text}，名称或图号相近的有：");
        foreach (var figure in near) Line($"  {figure.Id}　{figure.Name}　{figure.Printed}");
        return Nothing;
    }
}
