using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Host.Local;
using Host.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Catalogue;
using Pipeline.Returns.Receipts;
using Pipeline.Stages;
using Spectre.Console;

namespace Demo;

/// <summary>One run: returns, host, uploads, receipts, year-end, report.</summary>
internal sealed class DemoRun(DemoOptions options, IAnsiConsole console)
{
    private static readonly string[] Files = ["report.docx", "annexes.xlsx", "trace.xlsx", "trace.json", "totals.csv"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs, and returns the exit code.</summary>
    /// <exception cref="DemoException">It could not be done; the message says why.</exception>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var started = Stopwatch.StartNew();
        var folder = new CatalogueFolder(Path.Combine(AppContext.BaseDirectory, "Catalogue"));
        if (!folder.Years.Contains(options.Year)) throw new DemoException($"There is no catalogue of {options.Year}; there is one of {string.Join(", ", folder.Years)}.");
        var catalogue = folder.Read(options.Year);
        var uploads = Prepare(catalogue);
        foreach (var note in uploads.Notes) console.MarkupLineInterpolated($"[yellow]{note}[/]");

        await using var host = await StartHostAsync(ct);
        using var client = new PipelineClient(host.Address, host.Storage.Blobs, options.Year);
        var receipts = await IngestAsync(client, uploads, ct);
        console.Write(VerdictTable.Of(catalogue, receipts, console.Profile.Width));
        var year = await CloseAsync(client, ct);
        await DownloadAsync(client, ct);

        var complete = !year.Draft && uploads.Notes.Count == 0 && receipts.All(r => r.Verdict is Verdict.Accepted or Verdict.Pending);
        if (year.Missing.Count > 0)
            console.MarkupLineInterpolated($"[yellow]草稿：缺 {string.Join("、", year.Missing.Select(code => catalogue.FindUnit(code)!.Name))}[/]");
        console.MarkupLineInterpolated($"报告：{Path.Combine(options.Output, "report.docx")}（{started.Elapsed.TotalSeconds:0.0} 秒）");
        return complete ? ExitCode.Complete : ExitCode.Incomplete;
    }

    private UploadFiles Prepare(YearCatalogue catalogue)
    {
        var samples = Repository.Samples(options.Year);
        var values = options.Values ?? Path.Combine(samples, "values.csv");
        var uploads = options.Returns is { } given ? UploadFiles.Take(given)
            : options.Mistakes ? UploadFiles.MakeMistaken(catalogue, values, samples)
            : UploadFiles.Make(catalogue, values, samples);

        Directory.CreateDirectory(options.Output);
        // What an earlier run left would pass for this run's.
        foreach (var name in Files) File.Delete(Path.Combine(options.Output, name));
        var (returns, receipts) = (Path.Combine(options.Output, "returns"), Path.Combine(options.Output, "receipts"));
        foreach (var folder in new[] { returns, receipts }.Where(f => Directory.Exists(f) && f != options.Returns?.TrimEnd(Path.DirectorySeparatorChar)))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(returns);
        Directory.CreateDirectory(receipts);
        foreach (var file in uploads.Files) File.WriteAllBytes(Path.Combine(returns, $"{file.Unit}.xlsx"), file.Content);
        console.WriteLine($"{uploads.Files.Count} 份报表：{returns}");
        return uploads;
    }

    private async Task<RunningHost> StartHostAsync(CancellationToken ct)
    {
        var ports = FreePorts(3);
        var local = new LocalOptions { Url = "http://127.0.0.1:0", BlobPort = ports[0], QueuePort = ports[1], TablePort = ports[2], InMemory = true };
        LocalStorage? storage = null;
        try
        {
            var host = await LocalHost.StartAsync(
                local,
                (services, azurite) =>
                {
                    storage = azurite;
                    services.AddPipeline(azurite.Pipeline, Path.Combine(AppContext.BaseDirectory, "Catalogue"));
                    services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
                },
                cancellationToken: ct);
            console.WriteLine($"宿主已启动：{host.Address}");
            return new RunningHost(host, storage!);
        }
        catch (CannotStartException reason)
        {
            throw new DemoException(reason.Message);
        }
    }

    private async Task<IReadOnlyList<Receipt>> IngestAsync(PipelineClient client, UploadFiles uploads, CancellationToken ct)
    {
        var receipts = new List<Receipt>();
        await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).StartAsync(async progress =>
        {
            var uploading = progress.AddTask("上传", maxValue: uploads.Files.Count);
            var answering = progress.AddTask("回执", maxValue: uploads.Files.Count);
            var last = new Dictionary<string, UploadFile>();
            foreach (var file in uploads.Files)
            {
                // The newest upload counts by the store's clock, which ticks in whole seconds.
                if (last.ContainsKey(file.Unit)) await Task.Delay(TimeSpan.FromSeconds(1.1), ct);
                last[file.Unit] = file;
                await client.UploadAsync(file, ct);
                uploading.Increment(1);
            }

            foreach (var file in uploads.Files)
            {
                var (receipt, json) = await WaitAsync($"收到 {file.Name} 的回执", () => client.FindReceiptAsync(file, ct), ct);
                answering.Increment(1);
                if (last[file.Unit] != file) continue;
                receipts.Add(receipt);
                await File.WriteAllBytesAsync(Path.Combine(options.Output, "receipts", $"{file.Unit}.json"), json, ct);
            }
        });
        return receipts;
    }

    private async Task<YearReport> CloseAsync(PipelineClient client, CancellationToken ct) =>
        await console.Status().StartAsync("年终汇总，生成报告……", async _ =>
        {
            await client.CloseYearAsync(ct);
            return await WaitAsync(
                "生成报告",
                async () =>
                {
                    var year = await client.ReadYearAsync(ct);
                    if (year is { UpToDate: false, Note: { } note }) throw new DemoException(note);
                    return year.Closed is not null && year.UpToDate ? year : null;
                },
                ct);
        });

    private async Task DownloadAsync(PipelineClient client, CancellationToken ct)
    {
        foreach (var name in Files)
            await File.WriteAllBytesAsync(Path.Combine(options.Output, name), await client.DownloadAsync(name, ct), ct);
    }

    private static async Task<T> WaitAsync<T>(string what, Func<Task<T?>> look, CancellationToken ct)
        where T : class
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(Pause, ct))
        {
            if (await look() is { } found) return found;
        }

        throw new DemoException($"{Patience.TotalSeconds:0} 秒内未能{what}。");
    }

    private static async Task<T> WaitAsync<T>(string what, Func<Task<T?>> look, CancellationToken ct)
        where T : struct
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(Pause, ct))
        {
            if (await look() is { } found) return found;
        }

        throw new DemoException($"{Patience.TotalSeconds:0} 秒内未能{what}。");
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Stop();
        return ports;
    }

    private sealed record RunningHost(LocalHost Host, LocalStorage Storage) : IAsyncDisposable
    {
        public Uri Address => Host.Address;

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
