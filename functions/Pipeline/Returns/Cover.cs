using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>封面: who reports what, and with which template.</summary>
[Judges("R-C-01")]
[Judges("R-C-02")]
[Judges("R-C-03")]
[Judges("R-C-04")]
[Judges("R-C-05")]
[Judges("R-F-03")]
[Judges("R-F-16")]
[Judges("R-F-17")]
internal sealed partial class Cover(YearCatalogue catalogue, Form form, Sheet sheet, FindingList findings)
{
    // No figure is made of the cover: of its texts none is kept.
    public RegisterLine Read() => new(
        form.Code, sheet.Name, CellAddress.Parse(form.Fields[0].Cell).Row,
        form.Fields.Select(f => (f.Code, Text: Text(f.Code))).Where(f => f.Text.Length > 0).ToDictionary(f => f.Code, f => f.Text), CellText.NoneKept);

    /// <summary>Checks the cover against the unit and year the file was uploaded for.</summary>
    /// <param name="unit">Unit code of the upload.</param>
    /// <param name="fileName">Its file name.</param>
    public void Check(string unit, string fileName)
    {
        if (Text("TEMPLATE") != catalogue.TemplateVersion)
            findings.Add("R-F-03", Place("TEMPLATE"), ("实际", Text("TEMPLATE")), ("应为", catalogue.TemplateVersion));
        if (catalogue.FindUnit(unit) is not { Reports: true } known || Text("UNIT") != unit)
        {
            findings.Add("R-C-01", Place("UNIT"), ("值", Text("UNIT")), ("应为", unit));
        }
        else
        {
            if (Text("NAME") != known.Name)
                findings.Add("R-C-02", Place("NAME"), ("值", Text("NAME")), ("编码", unit), ("应为", known.Name));
            if (Text("CHECK") != catalogue.CheckCode(known.Kind))
                findings.Add("R-F-17", Place("CHECK"), ("实际", Text("CHECK")), ("应为", catalogue.CheckCode(known.Kind)));
        }

        var year = catalogue.Year.ToString(CultureInfo.InvariantCulture);
        if (Text("YEAR") != year) findings.Add("R-C-03", Place("YEAR"), ("值", Text("YEAR")), ("应为", year));
        if (Text("CURRENCY") != "元") findings.Add("R-C-04", Place("CURRENCY"), ("值", Text("CURRENCY")));
        CheckSignatures();
        CheckFileName(fileName);
    }

    private void CheckSignatures()
    {
        foreach (var code in (string[])["PREPARER", "REVIEWER", "FINANCE", "HEAD"])
        {
            if (Text(code).Length == 0) findings.Add("R-C-05", Place(code), ("情况", $"{Field(code).Label}未填"));
        }

        if (Text("PREPARER").Length > 0 && Text("PREPARER") == Text("REVIEWER"))
            findings.Add("R-C-05", Place("REVIEWER"), ("情况", $"均为{Text("REVIEWER")}"));
    }

    private void CheckFileName(string fileName)
    {
        if (StandardName().Match(fileName) is not { Success: true } name) return;
        var cover = $"{Text("YEAR")}_{Text("UNIT")}_v{Text("VERSION")}";
        if (name.Groups[1].Value != cover) findings.Add("R-F-16", Returns.Place.File, ("文件名", name.Groups[1].Value), ("封面", cover));
    }

    private CoverField Field(string code) => form.Fields.First(f => f.Code == code);

    private Place Place(string code) => Returns.Place.OfCell(sheet.Name, Field(code).Cell, Field(code).Label);

    private string Text(string code) => sheet[CellAddress.Parse(Field(code).Cell)] switch
    {
        null => "",
        { Kind: CellKind.Date } cell => cell.Text.Length >= 10 ? cell.Text[..10] : cell.Text,
        { Kind: CellKind.Number, Number: { } number } => number.ToString(CultureInfo.InvariantCulture),
        var cell => cell.Text.Trim(),
    };

    [GeneratedRegex(@"^HNSB_(\d{4}_\d{6}_v\d+)\.xlsx$", RegexOptions.IgnoreCase)]
    private static partial Regex StandardName();
}
