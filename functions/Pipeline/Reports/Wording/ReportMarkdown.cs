using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Pipeline.Catalogue;

namespace Pipeline.Reports.Wording;

/// <summary>Markdown → the blocks of the report. Only what an official document needs is known; the rest is refused.</summary>
/// <remarks>
/// Level 1 is the title (underlined with <c>=</c> it may have two lines), <c>##</c> to <c>####</c> are 一、（一）1. below it;
/// a line break in a paragraph joins the lines without a space, <c>\</c> before it keeps it;
/// <c>```table</c> holds a table (<see cref="TableReader"/>); <c>::: attachments</c> holds the 附件说明.
/// </remarks>
internal sealed class ReportMarkdown(Marks marks)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseCustomContainers().DisableHtml().Build();

    public IReadOnlyList<Block> Read(string markdown) => [.. Markdown.Parse(markdown, Pipeline).SelectMany(ReadBlock)];

    private IEnumerable<Block> ReadBlock(Markdig.Syntax.Block block) => block switch
    {
        HeadingBlock heading => [new Paragraph(Role(heading), Pieces(heading.Inline))],
        ParagraphBlock paragraph => [new Paragraph(TextRole.Body, Pieces(paragraph.Inline))],
        CustomContainer { Info: "attachments" } attachments => attachments.OfType<ParagraphBlock>()
            .Select((p, index) => new Paragraph(index == 0 ? TextRole.Attachment : TextRole.AttachmentNext, Pieces(p.Inline))),
        FencedCodeBlock { Info: "table" } code => new TableReader(marks).Read(code.Lines.ToString()),
        LinkReferenceDefinitionGroup => [],
        _ => throw Wrong(block, $"{block.GetType().Name} has no place in a report"),
    };

    private static TextRole Role(HeadingBlock heading) => heading.Level switch
    {
        1 => TextRole.Title,
        2 => TextRole.Level1,
        3 => TextRole.Level2,
        4 => TextRole.Level3,
        _ => throw Wrong(heading, "a report has four levels of headings"),
    };

    private List<Piece> Pieces(ContainerInline? inlines) =>
        [.. (inlines ?? Enumerable.Empty<Inline>()).SelectMany(inline => Pieces(inline, strong: false))];

    private IEnumerable<Piece> Pieces(Inline inline, bool strong) => inline switch
    {
        LiteralInline literal => marks.Restore(literal.Content.ToString(), strong),
        LineBreakInline line => line.IsHard ? [Piece.LineBreak] : [],
        EmphasisInline emphasis => emphasis.SelectMany(child => Pieces(child, strong || emphasis.DelimiterCount > 1)),
        CodeInline code => marks.Restore(code.Content, strong),
        HtmlEntityInline entity => [new Piece(entity.Transcoded.ToString(), Strong: strong)],
        _ => throw new CatalogueException(ReportTemplate.File, 1, $"{inline.GetType().Name} has no place in a report: {inline}"),
    };

    // The line is that of the rendered text: near enough to find the paragraph by.
    private static CatalogueException Wrong(Markdig.Syntax.Block block, string message) =>
        new(ReportTemplate.File, block.Line + 1, message);
}
