using Pipeline.Workbooks;

namespace Pipeline.Tests.Workbooks;

public sealed class CellDateTests
{
    [Theory]
    [InlineData("45291", "2023-12-31")]
    [InlineData("1", "1900-01-01")]
    [InlineData("59", "1900-02-28")]
    [InlineData("60", "1900-02-29")]
    [InlineData("61", "1900-03-01")]
    [InlineData("45291.354166666664", "2023-12-31T08:30:00")]
    [InlineData("0.5", "12:00:00")]
    [InlineData("45290.99999999999", "2023-12-31")]
    [InlineData("2958465", "9999-12-31")]
    public void A_day_number_becomes_a_date(string serial, string expected) => Assert.Equal((CellKind.Date, expected), Read(serial, "14", ""));

    [Fact]
    public void The_1904_calendar_starts_four_years_later() =>
        Assert.Equal((CellKind.Date, "2023-12-31"), Read("43829", "14", """<workbookPr date1904="1"/>"""));

    [Theory]
    [InlineData("-1")]
    [InlineData("2958466")]
    public void A_number_beyond_the_calendar_stays_a_number(string serial) => Assert.Equal((CellKind.Number, serial), Read(serial, "14", ""));

    [Theory]
    [InlineData("yyyy-mm-dd", true)]
    [InlineData("[h]:mm", true)]
    [InlineData("[$-804]aaaa;@", true)]
    [InlineData("""yyyy"年"m"月";@""", true)]
    [InlineData("General", false)]
    [InlineData("G/通用格式", false)]
    [InlineData("0.00E+00", false)]
    [InlineData("[Red]0.00", false)]
    [InlineData("""0.00"days" """, false)]
    [InlineData("""0\d""", false)]
    [InlineData("#,##0.00_);(#,##0.00)", false)]
    [InlineData("[DBNum2][$-804]General", false)]
    public void A_format_code_tells_dates_from_amounts(string code, bool isDate) => Assert.Equal(isDate, NumberFormat.Of(code).IsDate);

    [Theory]
    [InlineData(14, true)]
    [InlineData(31, true)]
    [InlineData(57, true)]
    [InlineData(4, false)]
    [InlineData(49, false)]
    [InlineData(200, false)]
    public void Built_in_formats_are_known_by_number(int id, bool isDate) => Assert.Equal(isDate, NumberFormat.BuiltIn(id).IsDate);

    private static (CellKind, string) Read(string serial, string format, string workbook)
    {
        var cell = new XlsxBuilder()
            .Workbook(workbook + """<sheets><sheet name="S" r:id="rId1"/></sheets>""")
            .Styles($"""<cellXfs><xf numFmtId="0"/><xf numFmtId="{format}"/></cellXfs>""")
            .Rows($"""<row><c s="1"><v>{serial}</v></c></row>""")
            .ReadCell("A1")!;
        return (cell.Kind, cell.Text);
    }
}
