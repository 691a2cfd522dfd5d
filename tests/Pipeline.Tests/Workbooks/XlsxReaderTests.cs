using System.Text;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Workbooks;

public sealed class XlsxReaderTests
{
    [Fact]
    public void Shared_strings_join_their_runs_and_leave_the_phonetic_reading_out()
    {
        var book = new XlsxBuilder()
            .Strings("<si><t>甲</t></si><si><r><rPr><b/></rPr><t>长沙</t></r><r><t xml:space=\"preserve\"> 市</t></r><rPh sb=\"0\" eb=\"1\"><t>changsha</t></rPh></si>")
            .Rows("""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>""");

        Assert.Equal("甲", book.ReadCell("A1")!.Text);
        Assert.Equal("长沙 市", book.ReadCell("B1")!.Text);
    }

    [Theory]
    [InlineData("""t="inlineStr"><is><t>文</t></is>""", CellKind.Text, "文")]
    [InlineData("""t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is>""", CellKind.Text, "ab")]
    [InlineData("""t="str"><f>A2</f><v>result</v>""", CellKind.Text, "result")]
    [InlineData("""t="str"><f>A2</f><v></v>""", CellKind.Text, "")]
    [InlineData("""t="str"><f>A2</f>""", CellKind.Blank, "")]
    [InlineData("""t="b"><v>1</v>""", CellKind.Boolean, "TRUE")]
    [InlineData("""t="b"><v>0</v>""", CellKind.Boolean, "FALSE")]
    [InlineData("""t="e"><v>#REF!</v>""", CellKind.Error, "#REF!")]
    [InlineData("""t="d"><v>2023-12-31</v>""", CellKind.Date, "2023-12-31")]
    [InlineData("""t="n"><v> 12.50 </v>""", CellKind.Number, "12.50")]
    [InlineData(""">text<v>7</v>""", CellKind.Number, "7")]
    [InlineData("""><v>1<!-- 9 -->2</v>""", CellKind.Number, "12")]
    [InlineData("""><v><![CDATA[3]]></v>""", CellKind.Number, "3")]
    [InlineData("""><f>1/0</f><v/>""", CellKind.Blank, "")]
    [InlineData("""><f>A2</f><x:v xmlns:x="urn:other">9</x:v><v>4</v>""", CellKind.Number, "4")]
    public void A_cell_has_the_kind_and_text_it_states(string cell, CellKind kind, string text)
    {
        using var reader = XlsxReader.Open(
            new XlsxBuilder().Rows($"""<row r="1"><c r="A1" {cell}</c></row>""").Stream(), WorkbookLimits.Default);
        using var sheet = reader.OpenSheet(reader.Sheets[0]);

        Assert.True(sheet.Read());
        Assert.Equal((kind, text), (sheet.Kind, sheet.Text));
        Assert.False(sheet.Read());
        Assert.False(sheet.Read());
    }

    [Fact]
    public void A_formula_gives_its_text_and_its_last_result()
    {
        var cell = new XlsxBuilder().Rows("""<row r="3"><c r="B3"><f>SUM(B1:B2)&amp;""</f><v>10.1</v></c></row>""").ReadCell("B3");

        Assert.Equal(new Cell(CellKind.Number, "10.1", 10.1m, "SUM(B1:B2)&\"\"", true, "General"), cell);
    }

    [Fact]
    public void A_shared_formula_is_flagged_where_its_text_stands_elsewhere()
    {
        var book = new XlsxBuilder().Rows(
            """<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">C1*2</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>4</v></c></row>""");

        Assert.Equal("C1*2", book.ReadCell("A1")!.Formula);
        Assert.Equal((null, true), (book.ReadCell("B1")!.Formula, book.ReadCell("B1")!.HasFormula));
    }

    [Fact]
    public void Cells_without_addresses_follow_on()
    {
        var book = new XlsxBuilder().Rows("""<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>""");

        Assert.Equal(["A1", "A6", "C1", "C5", "D5"], Addresses(book));
    }

    [Fact]
    public void Cells_out_of_order_and_a_lying_dimension_do_no_harm()
    {
        var book = new XlsxBuilder().Sheet(
            """<dimension ref="A1:XFD1048576"/><sheetData><row r="9"><c r="B9"><v>1</v></c><c r="A9"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row></sheetData>""");

        Assert.Equal(["A2", "A9", "B9"], Addresses(book));
    }

    [Theory]
    [InlineData("""<row r="1048577"/>""")]
    [InlineData("""<row r="2147483648"/>""")]
    [InlineData("""<row r="0"/>""")]
    [InlineData("""<row r="1048576"/><row/>""")]
    [InlineData("""<row r="1"><c r="XFE1"/></row>""")]
    [InlineData("""<row r="1"><c r="XFD1"/><c/></row>""")]
    [InlineData("""<row r="1"><c r="A2"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="甲1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>0</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>-1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="b"><v>maybe</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="z"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" s="1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1"><v>1</c></row>""")]
    public void What_contradicts_itself_is_refused(string rows) =>
        Assert.Equal(WorkbookRefusal.Corrupt, new XlsxBuilder().Rows(rows).Refusal());

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_told()
    {
        var book = new XlsxBuilder()
            .Workbook("""<sheets><sheet name="S" r:id="rId1" state="veryHidden"/></sheets>""")
            .Sheet("""<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols><sheetData><row r="4" hidden="true"/><row r="5"><c><v>1</v></c></row></sheetData>""");

        var sheet = Assert.Single(book.Read().Sheets);
        Assert.Equal(SheetState.VeryHidden, sheet.State);
        Assert.Equal([2, 3], sheet.HiddenColumns.Order());
        Assert.Equal([4], sheet.HiddenRows);
    }

    [Fact]
    public void Defined_names_keep_their_scope()
    {
        var book = new XlsxBuilder().Workbook(
            """<sheets><sheet name="S" r:id="rId1"/></sheets><definedNames><definedName name="Unit">S!$B$2</definedName><definedName name="Area" localSheetId="0">S!$A$1:$C$9</definedName></definedNames>""");

        Assert.Equal([new("Unit", "S!$B$2"), new("Area", "S!$A$1:$C$9", "S")], book.Read().DefinedNames);
    }

    [Theory]
    [InlineData("a_x000D_b", "a\rb")]
    [InlineData("_x005F_x000D_", "_x000D_")]
    [InlineData("_x00", "_x00")]
    [InlineData("_xZZZZ_ _x4E00_", "_xZZZZ_ 一")]
    public void Escaped_characters_are_restored(string written, string read) =>
        Assert.Equal(read, new XlsxBuilder().Strings($"<si><t>{written}</t></si>").Rows("<row><c t=\"s\"><v>0</v></c></row>").ReadCell("A1")!.Text);

    [Fact]
    public void Preserved_white_space_and_long_texts_arrive_whole()
    {
        var text = "  " + string.Concat(Enumerable.Repeat("甲乙𠮷", 3_000)) + "\n ";
        var book = new XlsxBuilder().Rows($"""<row><c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c></row>""");

        Assert.Equal(text, book.ReadCell("A1")!.Text);
    }

    [Fact]
    public void Part_names_with_backslashes_and_absolute_targets_are_found()
    {
        var book = new XlsxBuilder()
            .Rename("xl/worksheets/sheet1.xml", "xl\\worksheets\\sheet1.xml")
            .Edit("xl/_rels/workbook.xml.rels", "\"worksheets/", "\"/xl/worksheets/")
            .Edit("_rels/.rels", "\"xl/workbook.xml", "\"./other/../xl/workbook.xml");

        Assert.Single(book.Read().Sheets);
    }

    [Fact]
    public void The_strict_namespace_is_read()
    {
        var book = new XlsxBuilder().Rows("""<row r="1"><c r="A1" t="s"><v>0</v></c></row>""").Strings("<si><t>x</t></si>");
        foreach (var part in (string[])["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"])
        {
            book.Edit(part, XlsxBuilder.Main, "http://purl.oclc.org/ooxml/spreadsheetml/main");
            book.Edit(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships");
        }

        Assert.Equal("x", book.ReadCell("A1")!.Text);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Parts_with_a_byte_order_mark_are_read_in_any_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var xml = $"""<worksheet xmlns="{XlsxBuilder.Main}"><sheetData><row><c t="str"><v>市州</v></c></row></sheetData></worksheet>""";
        var book = new XlsxBuilder().Part("xl/worksheets/sheet1.xml", [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)]);

        Assert.Equal("市州", book.ReadCell("A1")!.Text);
    }

    [Fact]
    public void A_workbook_without_styles_and_strings_is_read()
    {
        var book = new XlsxBuilder().Without("xl/styles.xml").Without("xl/sharedStrings.xml")
            .Part("xl/_rels/workbook.xml.rels", XlsxBuilder.Relationships(("rId1", "x/worksheet", "worksheets/sheet1.xml")))
            .Rows("""<row><c s="3"><v>8</v></c></row>""");

        Assert.Equal(8m, book.ReadCell("A1")!.Number);
    }

    private static IEnumerable<string> Addresses(XlsxBuilder book) =>
        book.Read().Sheets[0].Cells.Keys.Select(k => new CellAddress(k.Row, k.Column).ToString()).Order(StringComparer.Ordinal);
}
