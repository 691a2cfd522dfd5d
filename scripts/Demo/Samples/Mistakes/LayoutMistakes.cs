using Pipeline.Returns;
using Pipeline.Workbooks;

namespace Demo.Samples.Mistakes;

/// <summary>Rows, columns and sheets put in, taken out, hidden or renamed.</summary>
internal static class LayoutMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("在表中间插入了一行", "430900", "R-F-06", "S01 B13", CauseKind.ShiftedRow) { Edited = d => d.InsertingRow("S01", 12, "其中：追缴") },
        new("删除了没有发生额的一行", "430900", "R-F-07", "S01") { Edited = d => d.DeletingRow("S01", 15) },
        new("复制行时把项目编码也复制了", "430900", "R-D-04", "S01 B16") { Edited = d => d.Typed("S01", "B16", "EI.INC.INVEST") },
        new("改写了项目编码", "430900", "R-F-07", "S01 B15") { Edited = d => d.Typed("S01", "B15", "EI.INC.INVESTMENT") },
        new("改写了表头", "430900", "R-F-05", "S01 H4") { Edited = d => d.Typed("S01", "H4", "本年执行数") },
        new("给工作表改了名", "431000", "R-F-04", "S02") { Edited = d => d.With("S02", s => s with { Name = "工伤" }) },
        new("删掉了一张工作表", "431000", "R-F-04", "S03") { Edited = d => d.With("S03", _ => null) },
        new("隐藏了一行", "431000", "R-F-14", "S01 A15") { Edited = d => d.HidingRow("S01", 15) },
        new("隐藏了一列", "431000", "R-F-14", "S01 D4") { Edited = d => d.HidingColumn("S01", 4) },
        new("隐藏了一张工作表", "431000", "R-F-14", "S02") { Edited = d => d.With("S02", s => s with { State = SheetState.Hidden }) },
    ];
}
