using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Demo;
using Demo.Samples;
using Host.Local;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Workbooks;

namespace Benchmarks.Year;

/// <summary>A whole year, fifteen returns to the report, on an Azurite in memory: in this process after warming up, and in a process that has done nothing before.</summary>
internal static class YearBenchmark
{
    private const string Child = "--child";
    private const int Year = 2023;

    public static async Task<int> RunAsync(string[] options)
    {
        if (options is [Child, var connection])
        {
            Console.WriteLine(Line(await MeasureOnceAsync(connection, Workbooks(0))));
            return 0;
        }

        var rounds = options.Contains("--quick") ? 3 : 15;
        var storage = await StartAzuriteAsync();
        await using var azurite = storage.Azurite;
        using var run = new YearRun(storage.Connection);
        await run.PrepareAsync();
        var bare = new BareCalls(storage.Connection);
        await bare.PrepareAsync();
        var (costs, bareTimes) = (new List<YearCost>(), new List<TimeSpan>());
        // Turn by turn: the store grows and the machine is shared, for both alike.
        for (var round = 0; round < 2 * rounds; round++)
        {
            var cost = await run.MeasureAsync(Workbooks(round + 1), Year);
            var time = await bare.MeasureAsync(cost.Returns, round);
            if (round < rounds) continue;
            costs.Add(cost);
            bareTimes.Add(time);
        }

        var five = await MeasureFewAsync();
        var fresh = await FreshAsync();
        Print(costs, bareTimes, five, fresh);
        return 0;
    }

    private static void Print(List<YearCost> costs, List<TimeSpan> bareTimes, YearCost five, string fresh)
    {
        var warm = costs.OrderBy(c => c.Total).ElementAt(costs.Count / 2);
        Console.WriteLine($"A year of {warm.Returns} returns on {Environment.ProcessorCount} processors, .NET {Environment.Version}, Azurite in memory; median of {costs.Count} runs.");
        Console.WriteLine();
        Console.WriteLine("| | ingest | consolidate, close | emit | together |");
        Console.WriteLine("|---|---|---|---|---|");
        Console.WriteLine($"| warm | {Line(warm)} |");
        Console.WriteLine($"| first run of a process | {fresh} |");
        Console.WriteLine($"| storage calls | {warm.IngestCalls} | {warm.ConsolidateCalls} | {warm.EmitCalls} | {warm.Calls} |");
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Storage calls per ingested return: {(double)warm.IngestCalls / warm.Returns:0.##} of {warm.Returns} returns, {(double)five.IngestCalls / five.Returns:0.##} of {five.Returns}."));
        var bare = bareTimes.Order().ElementAt(bareTimes.Count / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"The bare calls, with nothing between them, took {bare.TotalMilliseconds:0} ms in the same run: the year takes {warm.Total / bare:0.00} times as long."));
    }

    /// <summary>The same with a third of the units, on a store of its own.</summary>
    private static async Task<YearCost> MeasureFewAsync()
    {
        var storage = await StartAzuriteAsync();
        await using var azurite = storage.Azurite;
        using var run = new YearRun(storage.Connection);
        await run.PrepareAsync();
        await run.MeasureAsync([.. Workbooks(1).Take(5)], Year);
        return await run.MeasureAsync([.. Workbooks(2).Take(5)], Year);
    }

    private static async Task<string> FreshAsync()
    {
        var storage = await StartAzuriteAsync();
        await using var azurite = storage.Azurite;
        // Azurite's own first call costs as well, but not ours.
        using (var run = new YearRun(storage.Connection)) await run.PrepareAsync();
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["year", Child, storage.Connection]) { RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        var said = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0 ? said.Trim() : throw new InvalidOperationException($"The fresh process ended with {child.ExitCode}.");
    }

    private static async Task<YearCost> MeasureOnceAsync(string connection, IReadOnlyList<UploadFile> files)
    {
        using var run = new YearRun(connection);
        return await run.MeasureAsync(files, Year);
    }

    /// <summary>The sample returns, each a little different in every round so that nothing is a repetition.</summary>
    private static List<UploadFile> Workbooks(int round)
    {
        var catalogue = CatalogueFolder.Default.Read(Year);
        var samples = Repository.Samples(Year);
        var values = SampleValues.Read(Path.Combine(samples, "values.csv"), catalogue);
        foreach (var key in values.Keys.Where(k => k.Item == "EI.INC.PREM").ToList()) values[key] += round;
        foreach (var key in values.Keys.Where(k => catalogue.Item(k.Item) is { Formula: not null } && k.Item.StartsWith("EI.", StringComparison.Ordinal) && !k.Item.Contains(".BASE.", StringComparison.Ordinal)).ToList()) values.Remove(key);
        return [.. SampleReturns.Make(catalogue, values, samples).Returns.Select(r => new UploadFile(r.Unit, $"HNSB_{Year}_{r.Unit}_v{Math.Max(1, round)}.xlsx", Write(catalogue, Versioned(r, Math.Max(1, round)))))];
    }

    /// <summary>A return that takes the place of another has the next version on its cover.</summary>
    private static Return Versioned(Return values, int version) => values with
    {
        Lines = [.. values.Lines.Select(l => l.Form != "S00" ? l : l with
        {
            Values = new Dictionary<string, string>(l.Values) { ["VERSION"] = version.ToString(CultureInfo.InvariantCulture) },
        })],
    };

    private static byte[] Write(YearCatalogue catalogue, Return values)
    {
        using var workbook = new MemoryStream();
        XlsxWriter.Write(FilledReturn.Make(catalogue, catalogue.FindUnit(values.Unit)!, values), workbook);
        return workbook.ToArray();
    }

    private static async Task<(Azurite Azurite, string Connection)> StartAzuriteAsync()
    {
        var listeners = Enumerable.Range(0, 3).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Stop();
        var options = new LocalOptions { BlobPort = ports[0], QueuePort = ports[1], TablePort = ports[2], InMemory = true };
        var azurite = await Azurite.StartUnlessListeningAsync(options) ?? throw new InvalidOperationException("Somebody took the port.");
        return (azurite, new LocalStorage(options).ConnectionString);
    }

    private static string Line(YearCost cost) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cost.Ingesting.TotalMilliseconds:0} ms | {cost.Consolidating.TotalMilliseconds:0} ms | {cost.Emitting.TotalMilliseconds:0} ms | {cost.Total.TotalMilliseconds:0} ms");
}
