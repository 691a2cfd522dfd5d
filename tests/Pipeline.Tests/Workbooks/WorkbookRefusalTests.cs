using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Workbooks;

public sealed class WorkbookRefusalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("单位,金额\n长沙市,1\n")]
    public void Something_else_under_the_name_of_a_workbook(string content) =>
        Assert.Equal(WorkbookRefusal.NotAWorkbook, Refused.By(Encoding.UTF8.GetBytes(content)).Reason);

    [Fact]
    public void A_file_cut_off_on_its_way()
    {
        var whole = new XlsxBuilder().Bytes();

        Assert.Equal(WorkbookRefusal.NotAWorkbook, Refused.By(whole[..(whole.Length / 2)]).Reason);
    }

    [Fact]
    public void A_package_of_another_kind()
    {
        Assert.Equal(WorkbookRefusal.NotAWorkbook, new XlsxBuilder().Part("xl/workbook.xml", "<document/>").Refusal());
        Assert.Equal(WorkbookRefusal.NotAWorkbook, new XlsxBuilder().Without("xl/workbook.xml").Refusal());
    }

    [Fact]
    public void Compound_files_are_told_apart()
    {
        Assert.Equal(WorkbookRefusal.LegacyXls, Refused.By(CompoundFileBuilder.With("Workbook")).Reason);
        Assert.Equal(WorkbookRefusal.LegacyXls, Refused.By(CompoundFileBuilder.With("Book")).Reason);
        Assert.Equal(WorkbookRefusal.Encrypted, Refused.By(CompoundFileBuilder.With("EncryptionInfo", "EncryptedPackage")).Reason);
        Assert.Equal(WorkbookRefusal.NotAWorkbook, Refused.By(CompoundFileBuilder.With("WordDocument")).Reason);
    }

    [Fact]
    public void A_binary_workbook()
    {
        var book = new XlsxBuilder().Rename("xl/workbook.xml", "xl/workbook.bin")
            .Type("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main");

        Assert.Equal(WorkbookRefusal.Binary, book.Refusal());
    }

    [Fact]
    public void Macros_by_part_by_type_and_by_sheet()
    {
        Assert.Equal(WorkbookRefusal.Macros, new XlsxBuilder().Part("xl/vbaProject.bin", "x").Refusal());
        Assert.Equal(WorkbookRefusal.Macros, new XlsxBuilder().Type("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml").Refusal());
        Assert.Equal(WorkbookRefusal.Macros, new XlsxBuilder().Part("xl/macrosheets/sheet1.xml", "<x/>").Refusal());
        Assert.Equal(WorkbookRefusal.Macros, new XlsxBuilder().Part("xl/odd.xml", "<x/>").Type("xl/odd.xml", "application/vnd.ms-office.vbaProject").Refusal());
    }

    [Theory]
    [InlineData("xl/externalLinks/externalLink1.xml")]
    [InlineData("xl/embeddings/oleObject1.bin")]
    [InlineData("xl/connections.xml")]
    [InlineData("XL\\ActiveX\\activeX1.xml")]
    [InlineData("xl/queryTables/queryTable1.xml")]
    public void Parts_that_reach_outside(string part) =>
        Assert.Equal(WorkbookRefusal.ExternalLinks, new XlsxBuilder().Part(part, "<x/>").Refusal());

    [Fact]
    public void Links_hidden_behind_innocent_names()
    {
        var list = XlsxBuilder.Relationships(("rId1", "x/image", "http://example.com/a.png")).Replace("/></", " TargetMode=\"External\"/></", StringComparison.Ordinal);

        Assert.Equal(WorkbookRefusal.ExternalLinks, new XlsxBuilder().Part("xl/worksheets/_rels/sheet1.xml.rels", list).Refusal());
        Assert.Equal(WorkbookRefusal.ExternalLinks, new XlsxBuilder().Part("xl/a.xml", "<x/>")
            .Part("xl/worksheets/_rels/sheet1.xml.rels", XlsxBuilder.Relationships(("rId1", "x/oleObject", "../a.xml"))).Refusal());
        Assert.Equal(WorkbookRefusal.ExternalLinks, new XlsxBuilder().Rows("<row><c><f>cmd|'/c calc'!A1</f><v>1</v></c></row>").Refusal());
    }

    [Fact]
    public void A_hyperlink_or_a_bar_in_a_text_is_no_link()
    {
        var list = XlsxBuilder.Relationships(("rId1", "x/hyperlink", "http://example.com/")).Replace("/></", " TargetMode=\"External\"/></", StringComparison.Ordinal);
        var book = new XlsxBuilder().Part("xl/worksheets/_rels/sheet1.xml.rels", list).Rows("<row><c><f>A2&amp;\"|\"&amp;'a|b'!C1</f><v>1</v></c></row>");

        Assert.Single(book.Read().Sheets);
    }

    [Fact]
    public void Too_many_entries_cells_or_strings()
    {
        var many = new XlsxBuilder();
        for (var i = 0; i < 2_001; i++)
            many.Part($"p{i}", "");
        var cells = new XlsxBuilder().Rows("<row><c><v>1</v></c><c><v>2</v></c></row>");
        var strings = new XlsxBuilder().Strings("<si><t>a</t></si><si><t>b</t></si>").Rows("<row><c t=\"s\"><v>0</v></c></row>");

        Assert.Equal(WorkbookRefusal.TooLarge, many.Refusal());
        Assert.Equal(WorkbookRefusal.TooLarge, cells.Refusal(new() { MaxCells = 1 }));
        Assert.Equal(WorkbookRefusal.TooLarge, strings.Refusal(new() { MaxSharedStrings = 1 }));
        Assert.Equal(WorkbookRefusal.TooLarge, strings.Refusal(new() { MaxFileBytes = 100 }));
        Assert.Equal(WorkbookRefusal.TooLarge, strings.Refusal(new() { MaxExpandedBytes = 1_000 }));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_expands()
    {
        var bomb = Bomb(200_000_000);
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(WorkbookRefusal.TooLarge, Refused.By(bomb).Reason);
        Assert.InRange(clock.ElapsedMilliseconds, 0, 1_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void A_bomb_that_lies_about_its_size_gets_no_further_than_it_declares()
    {
        var bomb = Bomb(200_000_000);
        var directory = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(directory + 24), 900_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(WorkbookRefusal.Corrupt, Refused.By(bomb).Reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
    }

    [Fact]
    public void Entities_and_document_types_are_never_read()
    {
        const string Laughs = """<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY e SYSTEM "file:///etc/passwd">]><x>&b;&e;</x>""";

        Assert.Equal(WorkbookRefusal.Corrupt, new XlsxBuilder().Part("xl/worksheets/sheet1.xml", Laughs).Refusal());
        Assert.Equal(WorkbookRefusal.Corrupt, new XlsxBuilder().Part("xl/workbook.xml", Laughs).Refusal());
    }

    [Fact]
    public void Nesting_names_and_tokens_have_an_end()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 50_000));
        var names = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<n{i}/>"));
        // Random letters, so that it is not the ratio that refuses it.
        var noise = new Random(1);
        var token = new string([.. Enumerable.Range(0, 3_000_000).Select(_ => (char)('a' + noise.Next(26)))]);

        Assert.Equal(WorkbookRefusal.Corrupt, new XlsxBuilder().Rows(deep).Refusal());
        Assert.Equal(WorkbookRefusal.TooLarge, new XlsxBuilder().Rows(names).Refusal());
        Assert.Equal(WorkbookRefusal.TooLarge, new XlsxBuilder().Rows($"<row x=\"{token}\"/>").Refusal());
        Assert.Equal(WorkbookRefusal.TooLarge, new XlsxBuilder().Rows($"<row><c t=\"str\"><v>{token}</v></c></row>").Refusal());
    }

    [Fact]
    public void Two_parts_or_two_sheets_of_one_name()
    {
        var sheets = new XlsxBuilder().Workbook("""<sheets><sheet name="S" r:id="rId1"/><sheet name="s" r:id="rId1"/></sheets>""");

        Assert.Equal(WorkbookRefusal.Corrupt, new XlsxBuilder().Part("xl\\Workbook.xml", "<x/>").Refusal());
        Assert.Equal(WorkbookRefusal.Corrupt, sheets.Refusal());
    }

    /// <summary>A workbook whose last entry is a part of so many spaces.</summary>
    private static byte[] Bomb(int size)
    {
        var bytes = new XlsxBuilder().Without("xl/sharedStrings.xml").Rows("<row><c t=\"s\"><v>0</v></c></row>").Bytes();
        using var file = new MemoryStream();
        file.Write(bytes);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/sharedStrings.xml").Open();
            var spaces = Enumerable.Repeat((byte)' ', 1_000_000).ToArray();
            for (var written = 0; written < size; written += spaces.Length)
                part.Write(spaces);
        }

        return file.ToArray();
    }
}
