using System.Text;
using Demo;
using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Returns.Receipts;

namespace EndToEnd.Tests.Year;

public sealed class BadUploadTests(BadUploadTests.OneYear one) : IClassFixture<BadUploadTests.OneYear>
{
    public static TheoryData<string, string, string> BadFiles => new()
    {
        { "a truncated zip", "R-F-01", "" },
        { "a text file renamed .xlsx", "R-F-01", "" },
        { "an .xls", "R-F-01", "" },
        { "an encrypted workbook", "R-F-01", "" },
        { "an empty file", "R-F-01", "" },
        { "a file far too large", "R-F-01", "" },
        { "a missing sheet", "R-F-04", "S02工伤收支表" },
        { "text in an amount cell", "R-F-08", "S01企保收支表!H9" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Each_is_refused_with_a_numbered_finding_and_the_host_goes_on(string kind, string rule, string place)
    {
        var receipt = await one.Year.AnswerAsync(Make(kind));

        Assert.Equal(Verdict.Refused, receipt.Verdict);
        var finding = receipt.Findings.First(f => f.Severity == Severity.Error);
        Assert.Equal(rule, finding.Rule);
        Assert.Equal(place, finding.Cell.Length == 0 ? finding.Sheet : $"{finding.Sheet}!{finding.Cell}");
        Assert.Contains(finding.Message, c => c is >= '一' and <= '龥');
        Assert.Equal(Verdict.Accepted, (await one.Year.AnswerAsync(Samples2023.Of("430200"))).Verdict);
        var units = (await one.Year.Client.ReadYearAsync(default)).Units;
        Assert.Equal("机审不通过", units.Single(u => u.Unit == "430100").State);
        Assert.Equal("已接收", units.Single(u => u.Unit == "430200").State);
    }

    private static UploadFile Make(string kind)
    {
        var sound = Samples2023.Of("430100");
        return kind switch
        {
            "a truncated zip" => sound.With(sound.Content[..(sound.Content.Length / 2)]),
            "a text file renamed .xlsx" => sound.With(Encoding.UTF8.GetBytes("单位,金额\n长沙市,1\n")),
            "an .xls" => sound.With(CompoundFile("Workbook")),
            "an encrypted workbook" => sound.With(CompoundFile("EncryptedPackage")),
            "an empty file" => sound.With([]),
            "a file far too large" => sound.With(new byte[UploadContent.Limit + 1]),
            "a missing sheet" => sound.WithoutSheet("S02工伤收支表"),
            "text in an amount cell" => sound.WithCell("EI.INC.PREM", "CUR", _ => "约一千亿"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    /// <summary>The old Office container with one stream named in its directory.</summary>
    private static byte[] CompoundFile(string stream)
    {
        var bytes = new byte[512 * 3];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        bytes[0x18] = 0x3E;
        bytes[0x1A] = 3;
        bytes[0x1C] = 0xFE;
        bytes[0x1D] = 0xFF;
        bytes[0x1E] = 9; // Sectors of 512 bytes.
        bytes[0x20] = 6;
        bytes[0x2C] = 1;
        bytes[0x30] = 1; // The directory is sector 1.
        Directory(bytes, 1024, "Root Entry", 5);
        Directory(bytes, 1024 + 128, stream, 2);
        return bytes;
    }

    private static void Directory(byte[] bytes, int at, string name, byte type)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(bytes, at);
        bytes[at + 64] = (byte)((name.Length + 1) * 2);
        bytes[at + 66] = type;
    }

    public sealed class OneYear : IAsyncLifetime
    {
        internal YearUnderTest Year { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Year = await YearUnderTest.StartAsync();

        public ValueTask DisposeAsync() => Year.DisposeAsync();
    }
}
