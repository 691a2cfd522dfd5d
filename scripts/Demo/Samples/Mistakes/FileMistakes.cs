namespace Demo.Samples.Mistakes;

/// <summary>The wrong file, or no workbook at all.</summary>
internal static class FileMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("把旧版 .xls 文件改名为 .xlsx", "431300", "R-F-01", "") { Saved = FileEdits.SavedAsXls },
        new("把 CSV 文件改名为 .xlsx", "431300", "R-F-01", "") { Saved = FileEdits.SavedAsCsv },
        new("文件设了打开密码", "431300", "R-F-01", "") { Saved = FileEdits.WithPassword },
        new("上传中断，只传了半个文件", "431300", "R-F-01", "") { Saved = FileEdits.CutShort },
        new("工作簿里带有宏", "431300", "R-F-02", "") { Saved = FileEdits.WithMacro },
        new("把邻市的报表传到了本市名下", "430300", "R-C-01", "S00 B3") { Filled = f => f with { Values = f.Values with { Unit = "430200" } } },
        new("文件名写成了上一年的", "430300", "R-F-16", "") { FileName = "HNSB_2022_430300_v1.xlsx" },
    ];
}
