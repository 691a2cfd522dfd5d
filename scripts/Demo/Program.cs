using System.CommandLine;
using Demo;
using Spectre.Console;

var year = new Option<int>("--year") { Description = "Fiscal year", DefaultValueFactory = _ => 2023 };
var values = new Option<FileInfo>("--values") { Description = "CSV to make the returns from: unit_code,unit,item_code,column,value,measure" };
var returns = new Option<DirectoryInfo>("--returns") { Description = "Folder of returns, {unit}*.xlsx, to upload as they are" };
var mistakes = new Option<bool>("--mistakes") { Description = "Make the returns with one mistake of a clerk in each" };
var output = new Option<DirectoryInfo>("--out") { Description = "Where report, trace, totals, receipts and returns go", DefaultValueFactory = _ => Repository.DefaultOutput };
values.AcceptExistingOnly();
returns.AcceptExistingOnly();

var command = new RootCommand("Fifteen Excel returns through upload, ingestion, tables and consolidation to the report.") { year, values, returns, mistakes, output };
command.Validators.Add(result =>
{
    if (result.GetResult(returns) is null) return;
    if (result.GetResult(values) is not null) result.AddError("--values and --returns cannot be given together.");
    if (result.GetValue(mistakes)) result.AddError("--mistakes and --returns cannot be given together.");
});
command.SetAction(async (given, cancellation) =>
{
    var options = new DemoOptions(given.GetValue(year), given.GetValue(values)?.FullName, given.GetValue(returns)?.FullName, given.GetValue(mistakes), given.GetValue(output)!.FullName);
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
