using System.CommandLine;
using System.Globalization;
using Host.Local.Provenance;
using Pipeline.Catalogue;
using Pipeline.Reports;
using Pipeline.Reports.Proof;
using Pipeline.Reports.Refresh;
using Spectre.Console;

namespace Host.Local.Refresh;

/// <summary><c>refresh DOCX</c>: an edited report with the figures in force, from a folder of returns or from a host.</summary>
internal sealed class RefreshCommand(CatalogueFolder folder, IAnsiConsole console, TextWriter error)
{
    /// <summary>Nothing in the document contradicts the data.</summary>
    public const int Agreed = 0;

    /// <summary>It could not be done.</summary>
    public const int Failure = 1;

    /// <summary>It was refreshed, and there are findings.</summary>
    public const int Found = 2;

    private readonly Argument<string> document = new("DOCX") { Description = "The edited report" };
    private readonly Option<int> year = new("--year") { Description = "Fiscal year", Required = true };
    private readonly Option<string?> returns = new("--returns") { Description = "Folder of the returns to consolidate" };
    private readonly Option<Uri?> host = new("--host") { Description = "Address of a host that holds the data, http://127.0.0.1:7071" };
    private readonly Option<string?> into = new("--out") { Description = "File to write; without it {name}-刷新.docx beside the report" };

    public Task<int> InvokeAsync(IReadOnlyList<string> args)
    {
        var command = new Command("refresh", "Puts the figures in force into an edited report. Exits 0 when nothing contradicts them, 2 with findings, 1 when it cannot be done.")
        {
            document, year, returns, host, into,
        };
        command.SetAction(RunAsync);
        return new RootCommand { command }.Parse(args).InvokeAsync(new() { Output = console.Profile.Out.Writer, Error = error });
    }

    private async Task<int> RunAsync(ParseResult given, CancellationToken ct)
    {
        try
        {
            var file = given.GetValue(document)!;
            if (!File.Exists(file)) throw new CannotAnswerException($"找不到文件 {file}，请核对路径。");
            var edited = await File.ReadAllBytesAsync(file, ct);
            var outcome = (given.GetValue(returns), given.GetValue(host)) switch
            {
                ({ } from, null) => RefreshOutcome.Of(ReportRefresh.Apply(edited, Subject(given.GetValue(year), from))),
                (null, { IsAbsoluteUri: true } address) => await HostRefresh.AskAsync(address, given.GetValue(year), edited, ct),
                _ => throw new CannotAnswerException("请用 --returns 给出报表文件夹，或用 --host 给出服务地址，二者择一。"),
            };
            var target = given.GetValue(into) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, $"{Path.GetFileNameWithoutExtension(file)}-刷新.docx");
            // What staff wrote is not to be lost to a slip of the keyboard.
            if (Path.GetFullPath(target) == Path.GetFullPath(file)) throw new CannotAnswerException("刷新后的文件不能覆盖原文件，请用 --out 另给文件名。");
            await File.WriteAllBytesAsync(target, outcome.Document, ct);
            Print(outcome, target);
            return outcome.Findings.Count == 0 ? Agreed : Found;
        }
        catch (Exception fault) when (fault is CannotAnswerException or DocumentRefusedException or CatalogueException
            or IOException or UnauthorizedAccessException or HttpRequestException)
        {
            await error.WriteLineAsync(fault.Message);
            return Failure;
        }
    }

    private ReportSubject Subject(int wanted, string from)
    {
        if (!folder.Years.Contains(wanted)) throw new CannotAnswerException($"没有{wanted}年度的报表制度，可选：{string.Join("、", folder.Years)}。");
        var catalogue = folder.Read(wanted);
        return ReportSubject.Of(catalogue, ReturnsFolder.Read(catalogue, from));
    }

    private void Print(RefreshOutcome outcome, string target)
    {
        Line(string.Create(CultureInfo.InvariantCulture, $"[bold]变动 {outcome.Changes.Count}[/]"));
        foreach (var change in outcome.Changes)
        {
            Line($"● [bold]{Safe(change.Id)}[/] {Safe(change.Label)}  {Safe(change.From)} → [bold]{Safe(change.To)}[/]");
            if (change.Sentence.Length > 0) Detail(change.Sentence);
        }

        Line(string.Create(CultureInfo.InvariantCulture, $"[bold]核对 {outcome.Findings.Count}[/]"));
        foreach (var finding in outcome.Findings)
        {
            Line($"[yellow]●[/] {Safe(finding.Message)}");
            if (finding.Sentence.Length > 0) Detail(finding.Sentence);
        }

        Line($"文件：{Safe(target)}");
    }

    private void Detail(string sentence) => console.Write(new Padder(new Markup($"[grey]原文：[/]{Safe(sentence)}"), new Padding(3, 0, 0, 0)));

    private void Line(string markup) => console.MarkupLine(markup);

    // Text of a document must not speak to the terminal, nor to the markup.
    private static string Safe(string text) => Markup.Escape(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));
}
