namespace Demo.Samples.Mistakes;

/// <summary>封面 filled wrongly, or of another template.</summary>
internal static class CoverMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("填报人与复核人是同一人", "430800", "R-C-05", "S00 B10") { Filled = f => f.Cover("REVIEWER", "填报人（样例）") },
        new("财务负责人没有签名", "430800", "R-C-05", "S00 B11") { Filled = f => f.Cover("FINANCE", "") },
        new("单位名称与单位编码不符", "430800", "R-C-02", "S00 B4") { Edited = d => d.Typed("S00", "B4", "张家界市社保中心") },
        new("金额单位改成了万元", "433100", "R-C-04", "S00 B8") { Edited = d => d.Typed("S00", "B8", "万元") },
        new("单位编码少打一位", "433100", "R-C-01", "S00 B3") { Edited = d => d.Typed("S00", "B3", "43310") },
        new("年度填成上一年", "433100", "R-C-03", "S00 B5") { Edited = d => d.Typed("S00", "B5", 2022) },
        new("用上一年的模板填报，只改了年度", "430800", "R-F-03", "S00 B15")
        {
            Edited = d => d.Typed("S00", "B15", "HNSB-2022-1.0").Typed("S00", "B16", "0000000000000000"),
        },
        new("模板校验码被删改", "430800", "R-F-17", "S00 B16") { Edited = d => d.Typed("S00", "B16", "0000000000000000") },
        new("填报日期晚于截止日期", "430800", "R-C-11", "S00 B14") { Filled = f => f.Unexplained().Cover("DATE", "2024-04-08") },
        new("退回重报没有填退回单号", "430800", "R-C-07", "S00 B18") { Filled = f => f.Cover("TYPE", "退回重报") },
    ];
}
