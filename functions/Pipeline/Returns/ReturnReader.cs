using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>The bytes of an upload → a <see cref="Return"/>, or findings that say why not. No bytes make it throw.</summary>
[Judges("R-F-01")]
[Judges("R-F-02")]
[Judges("R-F-04")]
[Judges("R-F-18")]
public static class ReturnReader
{
    /// <summary>Reads a return.</summary>
    /// <param name="content">The file.</param>
    /// <param name="catalogue">The year it was uploaded for.</param>
    /// <param name="unit">The unit it was uploaded for.</param>
    /// <param name="fileName">Its name, without folders.</param>
    public static ReturnReading Read(Stream content, YearCatalogue catalogue, string unit, string fileName)
    {
        var findings = new FindingList(catalogue, unit);
        try
        {
            var workbook = Workbook.Read(content, WorkbookLimits.Default);
            return new ReturnReading(Read(workbook, catalogue, unit, fileName, findings), findings.All);
        }
        catch (WorkbookRefusedException refused)
        {
            return Refuse(catalogue, unit, refused.Reason);
        }
    }

    /// <summary>The answer to a file that is not even opened.</summary>
    public static ReturnReading Refuse(YearCatalogue catalogue, string unit, WorkbookRefusal reason)
    {
        var findings = new FindingList(catalogue, unit);
        switch (reason)
        {
            case WorkbookRefusal.Infected:
                findings.Add("R-F-18", Place.File, ("结果", "发现恶意程序"), ("办法", "对填报用的电脑杀毒，重新下载模板填报后再上传"));
                break;
            case WorkbookRefusal.Unscanned:
                findings.Add("R-F-18", Place.File, ("结果", "未能得出结论"), ("办法", "重新上传一次；仍被退回的，与省中心联系"));
                break;
            case WorkbookRefusal.Macros or WorkbookRefusal.ExternalLinks:
                findings.Add("R-F-02", Place.File, ("原因", Explain(reason)));
                break;
            default:
                findings.Add("R-F-01", Place.File, ("原因", Explain(reason)));
                break;
        }

        return new ReturnReading(null, findings.All);
    }

    private static Return? Read(Workbook workbook, YearCatalogue catalogue, string unit, string fileName, FindingList findings)
    {
        var sheets = new List<FormSheet>();
        RegisterLine? cover = null;
        var kind = catalogue.FindUnit(unit)?.Kind ?? UnitKind.Prefecture;
        foreach (var form in catalogue.FormsOf(kind))
        {
            if (workbook.Sheets.FirstOrDefault(s => s.Name.Trim() == form.Sheet) is not { } sheet)
            {
                findings.Add("R-F-04", Place.OfSheet(form.Sheet), ("表名", form.Sheet));
            }
            else if (form.Fields.Count > 0)
            {
                var reader = new Cover(catalogue, form, sheet, findings);
                reader.Check(unit, fileName);
                cover = reader.Read();
            }
            else
            {
                var located = new FormSheet(form, sheet);
                located.Locate(findings);
                sheets.Add(located);
            }
        }

        if (cover is null && sheets.Count == 0) return null;
        var items = new ItemReader(catalogue, sheets, findings).Read();
        var lines = sheets.SelectMany(sheet => RegisterReader.Read(sheet, findings)).ToList();
        if (cover is not null) lines.Insert(0, cover);
        return new Return(catalogue.Year, unit, items, lines);
    }

    private static string Explain(WorkbookRefusal reason) => reason switch
    {
        WorkbookRefusal.LegacyXls => "这是旧版 .xls 文件",
        WorkbookRefusal.Encrypted => "文件设有打开密码",
        WorkbookRefusal.Binary => "这是 .xlsb 二进制工作簿",
        WorkbookRefusal.Macros => "含宏",
        WorkbookRefusal.ExternalLinks => "含外部链接、嵌入对象或数据连接",
        WorkbookRefusal.TooLarge => "文件过大或展开后过大",
        WorkbookRefusal.Corrupt => "文件内容已损坏",
        _ => "不是 Excel 工作簿，或上传时被截断",
    };
}
