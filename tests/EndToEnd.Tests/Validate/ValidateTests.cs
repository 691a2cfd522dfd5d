using Demo;
using EndToEnd.Tests.Year;
using Host.Local.Validate;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Catalogue;
using Spectre.Console;

namespace EndToEnd.Tests.Validate;

public sealed class ValidateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("validate-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_return_without_errors_ends_with_0_and_the_verdict_first()
    {
        Assert.Equal(0, await RunAsync(Put(Samples2023.Of("430100"))));

        Assert.Empty(error.ToString());
        var lines = Lines();
        Assert.Contains("长沙市（430100）", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("可以接收", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("错误 0", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_ends_with_2_and_is_shown_with_rule_cell_and_what_to_do()
    {
        Assert.Equal(2, await RunAsync(Put(Samples2023.Of("430100").WithCell("EI.INC.PREM", "CUR", _ => "一百万"))));

        var text = output.ToString();
        Assert.StartsWith("退回", Lines()[2], StringComparison.Ordinal);
        Assert.Contains("R-F-08", text, StringComparison.Ordinal);
        Assert.Contains("S01企保收支表!", text, StringComparison.Ordinal);
        Assert.Contains("一百万", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_refused_return_among_sound_ones_ends_with_2() => Assert.Equal(
        2, await RunAsync(Put(Samples2023.Of("430200")), Put(Samples2023.Of("430100").WithoutSheet("S02工伤收支表"))));

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_1_and_the_others_are_checked()
    {
        Assert.Equal(1, await RunAsync(Path.Combine(folder, "nobody.xlsx"), Put(Samples2023.Of("430100"))));

        Assert.Contains("找不到文件", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("长沙市", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_a_catalogue_ends_with_1_and_names_the_years_there_are()
    {
        Assert.Equal(1, await RunAsync(Put(Samples2023.Of("430100")), "--year", "1999"));

        Assert.Contains("2023", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_at_all_ends_with_1() => Assert.Equal(1, await RunAsync());

    [Fact]
    public async Task A_file_that_is_no_workbook_takes_its_unit_from_its_name()
    {
        var file = Path.Combine(folder, "HNSB_2023_430300_v1.xlsx");
        await File.WriteAllTextAsync(file, "not a workbook");

        Assert.Equal(2, await RunAsync(file));

        Assert.Contains("湘潭市（430300）", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("R-F-01", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_unit_of_the_cover_goes_before_that_of_the_file_name()
    {
        var path = Put(Samples2023.Of("430100"), "HNSB_2023_430300_v1.xlsx");

        await RunAsync(path);

        Assert.Contains("长沙市（430100）", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("R-F-16", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_years_return_is_asked_for_and_used()
    {
        var path = Put(Samples2023.Of("430100"));

        await RunAsync(path);
        var without = output.ToString();
        output.GetStringBuilder().Clear();
        await RunAsync(path, "--last-year", Put(Samples2023.Of("430100"), "last.xlsx"));

        Assert.Contains("R-Y-05", without, StringComparison.Ordinal);
        Assert.DoesNotContain("R-Y-05", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_years_return_of_another_unit_ends_with_1()
    {
        Assert.Equal(1, await RunAsync(Put(Samples2023.Of("430100")), "--last-year", Put(Samples2023.Of("430200"), "last.xlsx")));

        Assert.Contains("430200", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_gets_a_receipt_of_its_own()
    {
        var receipts = Path.Combine(folder, "receipts");

        await RunAsync(Put(Samples2023.Of("430100"), "a/return.xlsx"), Put(Samples2023.Of("430200"), "b/return.xlsx"), "--receipt", receipts);

        Assert.Equal(["return-回执", "return-回执-2"], Directory.EnumerateFiles(receipts).Select(Path.GetFileNameWithoutExtension).Order());
    }

    [Fact]
    public async Task Text_of_a_return_speaks_neither_to_the_terminal_nor_to_the_markup()
    {
        await RunAsync(Put(Samples2023.Of("430100").WithCell("EI.INC.PREM", "CUR", _ => "[red]x[/]\u0085y")));

        Assert.Contains("[red]x[/] y", output.ToString(), StringComparison.Ordinal);
    }

    private string[] Lines() => output.ToString().ReplaceLineEndings("\n").Split('\n');

    private Task<int> RunAsync(params string[] args)
    {
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 400;
        return new ValidateCommand(CatalogueFolder.Default, console, error, new FakeTimeProvider()).InvokeAsync(["validate", .. args]);
    }

    private string Put(UploadFile file, string? name = null)
    {
        var path = Path.Combine(folder, name ?? file.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, file.Content);
        return path;
    }
}
