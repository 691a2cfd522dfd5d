using Pipeline.Workbooks;

namespace Pipeline.Tests.Workbooks;

public sealed class DamagedWorkbookTests
{
    private static readonly byte[] Whole = new XlsxBuilder()
        .Strings("<si><t>长沙市</t></si><si><r><t>a</t></r></si>")
        .Styles("""<numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>""")
        .Rows("""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45291</v></c><c r="C1"><f>B1*2</f><v>90582</v></c></row>""")
        .Bytes();

    [Fact]
    public void Cut_off_anywhere_it_is_refused()
    {
        for (var length = 0; length < Whole.Length; length += 64)
            Refused.By(Whole[..length]);
    }

    [Fact]
    public void With_one_byte_changed_it_is_refused_or_reads_the_same()
    {
        const int Seed = 20231231;
        var random = new Random(Seed);
        var expected = Values(Whole);
        for (var round = 0; round < 2_000; round++)
        {
            var file = (byte[])Whole.Clone();
            var at = random.Next(file.Length);
            file[at] ^= (byte)random.Next(1, 256);
            try
            {
                Assert.True(expected == Values(file), $"seed {Seed}, round {round}: byte {at} changed what is read");
            }
            catch (WorkbookRefusedException)
            {
                // The other allowed outcome.
            }
        }
    }

    private static string Values(byte[] file) =>
        string.Join('\n', Workbook.Read(new MemoryStream(file), WorkbookLimits.Default).Sheets
            .SelectMany(s => s.Cells.OrderBy(c => c.Key).Select(c => $"{s.Name}!{c.Key}={c.Value}")));
}
