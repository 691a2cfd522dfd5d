using System.Globalization;
using Pipeline.Returns;

namespace Demo.Samples.Mistakes;

/// <summary>Something that is no amount where an amount belongs.</summary>
internal static class CellMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("没有发生额的单元格填了“无”", "430400", "R-F-08", "S01 H27") { Edited = d => d.Typed("S01", "H27", "无") },
        new("数字以文本存放", "430400", "R-F-13", "S01 H9", CauseKind.TextNumber) { Edited = d => d.AsText("S01", "H9", Plain) },
        new("用全角数字填写", "430400", "R-F-13", "S01 H26", CauseKind.TextNumber) { Edited = d => d.AsText("S01", "H26", Wide) },
        new("千分位逗号打错位置", "430400", "R-F-08", "S01 H9", CauseKind.TextNumber) { Edited = d => d.Typed("S01", "H9", "72,7657,4923.59") },
        new("金额后面带了“元”字", "430400", "R-F-08", "S01 H26", CauseKind.TextNumber) { Edited = d => d.AsText("S01", "H26", v => Plain(v) + "元") },
        new("引用失效显示 #REF!", "430400", "R-F-08", "S01 H8") { Edited = d => d.Showing("S01", "H8", "#REF!") },
        new("金额栏里填了日期", "430400", "R-F-08", "S01 H26") { Edited = d => d.Dated("S01", "H26", new DateOnly(2023, 12, 31)) },
        new("金额有三位小数", "430400", "R-F-11", "S01 H26") { Edited = d => d.Typed("S01", "H26", 554_938_051.267m) },
        new("金额多粘了几位，超出合理范围", "430400", "R-F-15", "S01 H26") { Edited = d => d.Typed("S01", "H26", 55_493_805_126_000m) },
        new("人数带小数", "430400", "R-F-12", "S03 F16") { Edited = d => d.Typed("S03", "F16", 1234.5m) },
        new("单元格漏填", "430400", "R-C-08", "S01 H26") { Filled = f => f.Clear("EI.EXP.FUNERAL") },
    ];

    private static string Plain(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Wide(decimal value) => string.Concat(Plain(value).Select(c => (char)(c + 0xFEE0)));
}
