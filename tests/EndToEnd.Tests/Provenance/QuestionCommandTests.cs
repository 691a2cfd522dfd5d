using EndToEnd.Tests.Year;
using Host.Local.Provenance;
using Pipeline.Catalogue;
using Pipeline.Reports;

namespace EndToEnd.Tests.Provenance;

/// <summary>Questions to a report on the command line.</summary>
public sealed class QuestionCommandTests(SampleFolder samples) : IClassFixture<SampleFolder>, IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public async Task A_figure_of_a_document_is_explained_down_to_the_cells()
    {
        Assert.Equal(0, await ExplainAsync("S5.E.A.INC", "--report", samples.Report, "--cells"));

        Assert.Empty(error.ToString());
        Assert.Contains("S5.E.A.INC　企保 实际收入　1544.39亿元", output.ToString(), StringComparison.Ordinal);
        Assert.Matches("S01企保收支表!H9 = \"[0-9.]+\"　2023/430100/HNSB_2023_430100_v1.xlsx", output.ToString());
    }

    [Fact]
    public async Task A_group_is_explained_part_by_part()
    {
        Assert.Equal(0, await ExplainAsync("S2.T2", "--returns", samples.Returns));

        Assert.Equal(4, output.ToString().Split("S2.T2.").Length - 1);
    }

    [Fact]
    public async Task A_figure_there_is_none_of_ends_with_2_and_what_comes_near()
    {
        Assert.Equal(2, await ExplainAsync("滚存结余", "--report", samples.Report));

        Assert.Contains("S5.E.CLOSE", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_report_ends_with_1()
    {
        Assert.Equal(1, await ExplainAsync("S5.E.A.INC", "--report", Directory.EnumerateFiles(samples.Returns).First()));

        Assert.Contains("报告", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_of_a_document_reaches_sentences_and_annex_cells()
    {
        Assert.Equal(0, await new ReachCommand(CatalogueFolder.Default, output, error)
            .InvokeAsync(["reach", "--unit", "430100", "--cell", "S01企保收支表!H9", "--report", samples.Report]));

        Assert.Contains("企保实际收入〔S5.E.A.INC〕1544.39亿元", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("【附件6", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_without_a_value_reaches_nothing_and_ends_with_2() =>
        Assert.Equal(2, await new ReachCommand(CatalogueFolder.Default, output, error)
            .InvokeAsync(["reach", "--unit", "长沙", "--cell", "S01企保收支表!A1", "--report", samples.Report]));

    [Fact]
    public async Task A_change_lists_figures_sentences_and_cells_from_and_to()
    {
        Assert.Equal(0, await WhatIfAsync("--unit", "长沙", "--item", "保费", "--fund", "企保", "--add", "1000万元"));

        Assert.Contains("S5.E.A.I1　基本养老保险保费收入　1036.21亿元 → 1036.31亿元", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("改：企保实际收入1544.49亿元", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_negative_addition_is_an_amount_and_no_option() =>
        Assert.Equal(0, await WhatIfAsync("--unit", "长沙", "--item", "EI.INC.PREM", "--add", "-1000万元"));

    [Fact]
    public async Task A_change_too_small_to_be_printed_ends_with_2() =>
        Assert.Equal(2, await WhatIfAsync("--unit", "长沙", "--item", "EI.INC.PREM", "--add", "0.01元"));

    [Theory]
    [InlineData("长沙", "保费", "1000万元", "EI.INC.PREM 1.基本养老保险费收入、WI.INC.PREM")]
    [InlineData("州", "EI.INC.PREM", "1000万元", "请写明")]
    [InlineData("长沙", "EI.INC.TOTAL", "1000万元", "是计算得出的")]
    [InlineData("长沙", "EI.INC.PREM", "很多", "不是金额")]
    public async Task What_is_not_one_cell_and_one_amount_ends_with_1_and_says_what_to_do(string unit, string item, string add, string message)
    {
        Assert.Equal(1, await WhatIfAsync("--unit", unit, "--item", item, "--add", add));

        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    private Task<int> ExplainAsync(params string[] args) => new ExplainCommand(CatalogueFolder.Default, output, error).InvokeAsync(["explain", .. args]);

    private Task<int> WhatIfAsync(params string[] args) =>
        new WhatIfCommand(CatalogueFolder.Default, output, error).InvokeAsync(["what-if", "--returns", samples.Returns, .. args]);
}

/// <summary>The sample returns in a folder, and their report beside it.</summary>
public sealed class SampleFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("questions-").FullName;

    public SampleFolder()
    {
        Directory.CreateDirectory(Returns);
        foreach (var file in Samples2023.Files) File.WriteAllBytes(Path.Combine(Returns, file.Name), file.Content);
        File.WriteAllBytes(Report, ReportDocument.Write(ReportSubject.Of(Samples2023.Catalogue, ReturnsFolder.Read(Samples2023.Catalogue, Returns))));
    }

    public string Returns => Path.Combine(folder, "returns");

    public string Report => Path.Combine(folder, "report.docx");

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
