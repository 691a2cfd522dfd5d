using Fluid;
using Fluid.Values;
using Pipeline.Catalogue;

namespace Pipeline.Reports.Wording;

/// <summary>The report's wording: a Liquid template that renders to Markdown.</summary>
/// <remarks>
/// The template knows <c>year</c>, <c>prior</c>, <c>reporter</c>, <c>draft</c>, <c>annexes</c> (number, title), <c>figures</c>
/// (<see cref="TemplateFigures"/>) and two filters:
/// <c>"七" | narrative</c> gives the paragraphs of S10, or its argument when there are none;
/// <c>number | direction</c> gives 增加, 减少 or 持平, or the three words given.
/// </remarks>
internal static class ReportTemplate
{
    public const string File = "report.md.liquid";

    private static readonly FluidParser Parser = new();

    /// <summary>Renders the template; what it does not say itself comes as marks.</summary>
    /// <exception cref="CatalogueException">The template speaks of a figure there is none of, or is no Liquid.</exception>
    public static string Render(ReportSubject subject, Marks marks)
    {
        var figures = new FigureWords(subject.Figures);
        var text = PutMarks(subject.Catalogue.ReportText, figures, marks);
        if (!Parser.TryParse(text, out var template, out var error)) throw new CatalogueException(File, 1, error);
        var context = new TemplateContext(Options(subject, new Narrative(subject.Catalogue, subject.Year.Snapshot, figures), marks));
        context.SetValue("year", NumberValue.Create(subject.Catalogue.Year));
        context.SetValue("prior", NumberValue.Create(subject.Catalogue.Year - 1));
        context.SetValue("reporter", StringValue.Create(marks.Keep(new Piece(subject.Catalogue.Reporter))));
        context.SetValue("draft", BooleanValue.Create(subject.Draft));
        context.SetValue("annexes", new ArrayValue([.. subject.Catalogue.Annexes.Select(annex => Describe(annex, marks))]));
        context.SetValue("figures", new DictionaryValue(new TemplateFigures(subject.Figures)));
        return template.Render(context, NullEncoder.Default);
    }

    /// <summary>Figure ids hold dots, which Liquid would read as members: placeholders become marks before it sees them.</summary>
    private static string PutMarks(string template, FigureWords figures, Marks marks) =>
        FigureWords.Placeholder().Replace(template, match =>
        {
            var piece = figures.Find(match.Groups["id"].Value, match.Groups["part"].Value);
            var line = template.AsSpan(0, match.Index).Count('\n') + 1;
            return marks.Keep(piece ?? throw new CatalogueException(File, line, $"there is no figure {match.Value}"));
        });

    private static TemplateOptions Options(ReportSubject subject, Narrative narrative, Marks marks)
    {
        var options = new TemplateOptions { StrictVariables = true, StrictFilters = true };
        options.Filters.AddFilter("narrative", (section, arguments, _) =>
        {
            var name = section.ToStringValue();
            var paragraphs = narrative.Paragraphs(name);
            if (paragraphs.Count == 0)
                return arguments.Count > 0 ? arguments.At(0) : StringValue.Create(marks.Keep(narrative.Absent(name)));
            return StringValue.Create(string.Join("\n\n", paragraphs.Select(p => marks.Keep(p))));
        });
        options.Filters.AddFilter("direction", (number, arguments, _) => StringValue.Create(
            Direction(number, arguments)));
        return options;
    }

    private static string Direction(FluidValue number, FilterArguments words)
    {
        string Word(int index, string otherwise) => words.Count == 3 ? words.At(index).ToStringValue() : otherwise;
        if (number is not NumberValue) return "变动";
        return number.ToNumberValue() switch { > 0 => Word(0, "增加"), < 0 => Word(1, "减少"), _ => Word(2, "持平") };
    }

    private static DictionaryValue Describe(Annex annex, Marks marks) =>
        new(new FluidValueDictionaryFluidIndexable(new Dictionary<string, FluidValue>
        {
            ["number"] = NumberValue.Create(annex.Number),
            ["title"] = StringValue.Create(marks.Keep(new Piece(annex.Title))),
        }));
}
