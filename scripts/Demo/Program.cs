using System.CommandLine;
using Demo;
using Spectre.Console;

var year = new Option<int>("--year") { Description = "Fiscal year", DefaultValueFactory = _ => 2023 };
var values = new Option<FileInfo>("--values") { Description = "CSV to make the returns from: unit_code,unit,item_code,column,value,measure" };
var returns = new Option<DirectoryInfo>("--returns") { Description = "Folder of returns, {unit}*.xlsx, to upload as they are" };
var output = new Option<DirectoryInfo>("--out") { Description = "Where report, trace, totals, receipts and returns go", DefaultValueFactory = _ => Repository.DefaultOutput };
values.AcceptExistingOnly();
returns.AcceptExistingOnly();

var command = new RootCommand("Fifteen Excel returns through upload, ingestion, tables and consolidation to the report.") { year, values, returns, output };
command.Validators.Add(result =>
{
    if (result.GetResult(values) is not null && result.GetResult(returns) is not null) result.AddError("--values and --returns cannot be given together.");
});
command.SetAction(async (given, cancellation) =>
{
    var options = new DemoOptions(given.GetValue(year), given.GetValue(values)?.FullName, given.GetValue(returns)?.FullName, given.GetValue(output)!.FullName);
    try
    {
        return await new DemoRun(options, AnsiConsole.Console).RunAsync(cancellation);
    }
    catch (DemoException reason)
    {
        await Console.Error.WriteLineAsync(reason.Message);
        return ExitCode.Failure;
    }
});
return await command.Parse(args).InvokeAsync();
