using Demo;
using Demo.Samples.Mistakes;
using Pipeline.Ledger;
using Pipeline.Reports;
using Pipeline.Returns.Receipts;
using Spectre.Console;

namespace EndToEnd.Tests.Year;

public sealed class DemoTests : IDisposable
{
    private const int Width = 100;

    private readonly string folder = Directory.CreateTempSubdirectory("demo-test-").FullName;
    private readonly StringWriter said = new();

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        said.Dispose();
    }

    [Fact]
    public async Task A_refused_and_a_missing_return_end_in_a_draft_that_names_both_units()
    {
        var returns = Directory.CreateDirectory(Path.Combine(folder, "in")).FullName;
        foreach (var file in Samples2023.Files.Where(f => f.Unit is not ("430300" or "430400")))
            await File.WriteAllBytesAsync(Path.Combine(returns, $"{file.Unit}.xlsx"), file.Content);
        await File.WriteAllTextAsync(Path.Combine(returns, "430400-衡阳.xlsx"), "no workbook");

        var code = await RunAsync(values: null, returns);

        Assert.Equal(ExitCode.Incomplete, code);
        var text = ReportText.Extract(File.OpenRead(Output("report.docx")));
        Assert.Contains("草稿", text, StringComparison.Ordinal);
        Assert.Contains("湘潭市、衡阳市", text, StringComparison.Ordinal);
        Assert.Equal(Verdict.Refused, ReceiptJson.Read(await File.ReadAllBytesAsync(Output("receipts/430400.json"))).Verdict);
        Assert.Equal(14, Directory.GetFiles(Output("returns"), "*.xlsx").Length);
        Assert.Contains("退回", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_every_return_ends_in_a_table_that_tells_each_unit_what_to_mend_first()
    {
        var returns = Directory.CreateDirectory(Path.Combine(folder, "in")).FullName;
        var values = Path.Combine(Repository.Samples(2023), "values.csv");
        foreach (var file in UploadFiles.MakeMistaken(Samples2023.Catalogue, values, Repository.Samples(2023)).Files)
            await File.WriteAllBytesAsync(Path.Combine(returns, $"{file.Unit}.xlsx"), file.Content);

        var code = await RunAsync(values: null, returns);

        Assert.Equal(ExitCode.Incomplete, code);
        var table = said.ToString().ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith('│')).ToList();
        Assert.All(table, line => Assert.True(line.GetCellWidth() <= Width, line));
        Assert.All(MistakeTable.OnePerUnit, mistake =>
        {
            var receipt = ReceiptJson.Read(File.ReadAllBytes(Output($"receipts/{mistake.Unit}.json")));
            Assert.True(receipt.Verdict is Verdict.Refused or Verdict.Pending, $"{mistake.Name}: {receipt.Verdict}");
            Assert.Contains(table, line => line.Contains(mistake.Rule, StringComparison.Ordinal));
        });
        Assert.Equal(15, MistakeTable.OnePerUnit.Count);
    }

    [Fact]
    public async Task One_changed_value_of_the_file_reaches_the_totals_and_the_page()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Samples(2023), "values.csv"));
        var at = Array.FindIndex(lines, line => line.StartsWith("430100,", StringComparison.Ordinal) && line.Contains(",EI.INC.PREM,CUR,", StringComparison.Ordinal));
        var fields = lines[at].Split(',');
        fields[4] = $"{decimal.Parse(fields[4]) + 100_000_000m}";
        lines[at] = string.Join(',', fields);
        var values = Path.Combine(folder, "values.csv");
        await File.WriteAllLinesAsync(values, lines);

        // The sums of the file now contradict its parts; the parts count, and the run says so.
        await RunAsync(values, returns: null);

        Assert.Contains("1037.21亿元", ReportText.Extract(File.OpenRead(Output("report.docx"))), StringComparison.Ordinal);
        Assert.Contains("1545.39亿元", ReportText.Extract(File.OpenRead(Output("report.docx"))), StringComparison.Ordinal);
        Assert.Contains("430100 EI.INC.SUB CUR", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_a_catalogue_is_a_failure_that_says_which_years_there_are()
    {
        var run = new DemoRun(new DemoOptions(1999, null, null, false, Path.Combine(folder, "out")), Console());

        var reason = await Assert.ThrowsAsync<DemoException>(() => run.RunAsync(default));
        Assert.Contains("2023", reason.Message, StringComparison.Ordinal);
    }

    private Task<int> RunAsync(string? values, string? returns) =>
        new DemoRun(new DemoOptions(2023, values, returns, false, Path.Combine(folder, "out")), Console()).RunAsync(default);

    private string Output(string name) => Path.Combine(folder, "out", name);

    private IAnsiConsole Console()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(said) });
        console.Profile.Width = Width;
        return console;
    }
}
