using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Word;

/// <summary>The look of a document: page, fonts, sizes.</summary>
/// <param name="Page">The page.</param>
/// <param name="Latin">Font of digits and Latin letters.</param>
/// <param name="BodyFont">East Asian font of whatever names none.</param>
/// <param name="BodyPoints">Size of the body in points.</param>
/// <param name="Styles">One style for every role.</param>
internal sealed record StyleProfile(PageGeometry Page, string Latin, string BodyFont, decimal BodyPoints, IReadOnlyList<TextStyle> Styles)
{
    private const string FangSong = "仿宋_GB2312";
    private const string KaiTi = "楷体_GB2312";
    private const string HeiTi = "黑体";
    private const string XiaoBiaoSong = "方正小标宋简体";
    private const string SongTi = "宋体";

    // Chinese type sizes in points.
    private const decimal Size2 = 22;
    private const decimal Size3 = 16;
    private const decimal Size4 = 14;
    private const decimal SmallSize4 = 12;
    private const decimal Size5 = 10.5m;

    /// <summary>GB/T 9704-2012, 党政机关公文格式: A4, 版心 156 × 225 mm, 22 lines of 28 characters.</summary>
    public static StyleProfile Gbt9704 { get; } = new(
        new PageGeometry(Width: 210, Height: 297, Top: 37, Bottom: 35, Left: 28, Right: 26, PageNumber: 25.4m, Lines: 22, Characters: 28),
        "Times New Roman", FangSong, Size3,
        [
            new(TextRole.Title, "Title", "Title", XiaoBiaoSong, Size2)
            {
                Position = TextPosition.Centre, LinePoints = 34, After = 29, KeepNext = true,
            },
            new(TextRole.Level1, "Heading1", "heading 1", HeiTi, Size3) { FirstLine = 2, KeepNext = true, Outline = 0 },
            new(TextRole.Level2, "Heading2", "heading 2", KaiTi, Size3) { FirstLine = 2, KeepNext = true, Outline = 1 },
            new(TextRole.Level3, "Heading3", "heading 3", FangSong, Size3) { FirstLine = 2, KeepNext = true, Outline = 2, Bold = true },
            new(TextRole.Body, "BodyText", "Body Text", FangSong, Size3) { FirstLine = 2 },
            // 附件：6. is four characters wide; names of more than one line align to their first character.
            new(TextRole.Attachment, "Attachment", "附件说明", FangSong, Size3)
            {
                Position = TextPosition.Left, Left = 6, FirstLine = -4, Before = 29,
            },
            new(TextRole.AttachmentNext, "AttachmentNext", "附件说明续行", FangSong, Size3)
            {
                Position = TextPosition.Left, Left = 6, FirstLine = -1,
            },
            new(TextRole.AnnexMark, "AnnexMark", "附件序号", HeiTi, Size3)
            {
                Position = TextPosition.Left, PageBreakBefore = true, KeepNext = true,
            },
            new(TextRole.AnnexTitle, "AnnexTitle", "附件标题", XiaoBiaoSong, Size2)
            {
                Position = TextPosition.Centre, LinePoints = 30, After = 6, KeepNext = true,
            },
            new(TextRole.UnitLine, "UnitLine", "金额单位", FangSong, SmallSize4)
            {
                Position = TextPosition.Right, LinePoints = 20, KeepNext = true,
            },
            new(TextRole.TableHead, "TableHead", "表头", HeiTi, SmallSize4)
            {
                Position = TextPosition.Centre, LinePoints = 20, KeepNext = true,
            },
            // A small table is never torn apart.
            new(TextRole.TableText, "TableText", "表格文字", FangSong, SmallSize4)
            {
                Position = TextPosition.Left, LinePoints = 20, KeepNext = true,
            },
            new(TextRole.AnnexHead, "AnnexHead", "附表表头", HeiTi, Size5) { Position = TextPosition.Centre, LinePoints = 14, KeepNext = true },
            new(TextRole.AnnexText, "AnnexText", "附表文字", FangSong, Size5) { Position = TextPosition.Left, LinePoints = 14 },
            new(TextRole.TableEnd, "TableEnd", "表后", FangSong, 1) { LinePoints = 1 },
            new(TextRole.Draft, "Draft", "草稿说明", HeiTi, Size4) { Position = TextPosition.Left, LinePoints = 24 },
            new(TextRole.Header, "Header", "header", HeiTi, Size5) { Position = TextPosition.Centre, LinePoints = 14 },
            new(TextRole.PageNumberOdd, "PageNumberOdd", "单页页码", SongTi, Size4)
            {
                Latin = SongTi, Position = TextPosition.Right, Right = 1, LinePoints = 14,
            },
            new(TextRole.PageNumberEven, "PageNumberEven", "双页页码", SongTi, Size4)
            {
                Latin = SongTi, Position = TextPosition.Left, Left = 1, LinePoints = 14,
            },
        ]);

    /// <summary>The style of a role.</summary>
    public TextStyle this[TextRole role] => Styles.First(s => s.Role == role);
}
