using System.CommandLine;
using Pipeline.Catalogue;
using Pipeline.Returns.Receipts;
using Spectre.Console;

namespace Host.Local.Validate;

/// <summary><c>validate FILE…</c>: what the upload of a return would be answered, told before the upload. Needs no storage and starts no host.</summary>
internal sealed class ValidateCommand(CatalogueFolder folder, IAnsiConsole console, TextWriter error, TimeProvider clock)
{
    /// <summary>Every file would be taken, some perhaps with questions (待说明).</summary>
    public const int Accepted = 0;

    /// <summary>It could not be done.</summary>
    public const int Failure = 1;

    /// <summary>A file has errors and would be refused.</summary>
    public const int Blocked = 2;

    private readonly Argument<string[]> files = new("FILE") { Description = "Returns to check", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int?> year = new("--year") { Description = "Fiscal year; without it the newest there is" };
    private readonly Option<string[]> lastYear = new("--last-year") { Description = "The unit's return of the year before, for the rules between years; once for every unit" };
    private readonly Option<string?> receipts = new("--receipt") { Description = "Folder that the receipts are written to" };

    public Task<int> InvokeAsync(IReadOnlyList<string> args)
    {
        var command = new Command("validate", "Checks returns as their upload will be checked. Exits 0 when they would be taken, 2 when one has errors, 1 when it cannot be done.")
        {
            files, year, lastYear, receipts,
        };
        command.SetAction(Run);
        return new RootCommand { command }.Parse(args).InvokeAsync(new() { Output = console.Profile.Out.Writer, Error = error });
    }

    private int Run(ParseResult given)
    {
        try
        {
            var catalogue = Catalogue(given.GetValue(year));
            var check = new FileCheck(catalogue, clock, given.GetValue(lastYear) ?? []);
            var receiptFiles = given.GetValue(receipts) is { } into ? new ReceiptFiles(catalogue, into) : null;
            var print = new FindingPrint(console);
            var end = Accepted;
            foreach (var file in given.GetValue(files)!)
            {
                if (!File.Exists(file))
                {
                    error.WriteLine($"找不到文件 {file}，请核对路径。");
                    end = Failure;
                    continue;
                }
                var answer = check.Check(file);
                print.Print(answer.Receipt, receiptFiles?.Write(answer));
                if (end == Accepted && answer.Receipt.Verdict == Verdict.Refused) end = Blocked;
            }
            check.RequireEveryLastYearUsed();
            return end;
        }
        catch (Exception fault) when (fault is CannotValidateException or CatalogueException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(fault.Message);
            return Failure;
        }
    }

    private YearCatalogue Catalogue(int? wanted)
    {
        var years = folder.Years.ToList();
        var chosen = wanted ?? years.LastOrDefault();
        return years.Contains(chosen)
            ? folder.Read(chosen)
            : throw new CannotValidateException($"没有{chosen}年度的报表制度，可选：{string.Join("、", years)}。");
    }
}
