using System.Diagnostics;

namespace Benchmarks.Reading;

/// <summary>
/// Reading against the floor and against other libraries, all in one run: rounds are interleaved so that whatever else the machine does falls on
/// everybody, medians are compared, and nothing is measured before the run-time has stopped recompiling.
/// </summary>
internal static class ReadingBenchmark
{
    private const int LongRows = 1_000_000;
    private const int MiddleRows = 20_000;

    public static int Run(string[] options)
    {
        if (options is [ChildRun.Option, var reader, var file, .. var warm])
            return ChildRun.Serve(reader, file, warm.FirstOrDefault());

        var quick = options.Contains("--quick");
        var folder = Path.Combine(Path.GetTempPath(), "reading-benchmark");
        Directory.CreateDirectory(folder);
        var middle = Path.Combine(folder, $"{MiddleRows}.xlsx");
        var big = Path.Combine(folder, $"{LongRows}.xlsx");
        SampleFiles.WriteLong(middle, MiddleRows);
        SampleFiles.WriteLong(big, LongRows);

        if (options.Contains("--long"))
        {
            var only = InChildren(big, middle, quick: false);
            foreach (var name in Readers.All.Keys)
                Console.WriteLine($"| {name} | {only[name]} |");
            return 0;
        }

        Console.WriteLine($"Readers of .xlsx on {Environment.ProcessorCount} processors, .NET {Environment.Version}; median, and the ratio to the floor.");
        Console.WriteLine();
        Console.WriteLine("| reader | return, 12 sheets x 40 rows | 20,000 x 12 | 1,000,000 x 12 | peak working set there |");
        Console.WriteLine("|---|---|---|---|---|");
        var small = InProcess(SampleFiles.Return(), warm: quick ? 60 : 150, rounds: quick ? 31 : 101);
        var medium = InProcess(File.ReadAllBytes(middle), warm: quick ? 3 : 12, rounds: quick ? 3 : 9);
        var large = InChildren(big, middle, quick);
        foreach (var name in Readers.All.Keys)
            Console.WriteLine($"| {name} | {Cell(small[name], small[Readers.Floor])} | {Cell(medium[name], medium[Readers.Floor])} | {large[name]} |");
        File.Delete(big);
        File.Delete(middle);
        return 0;
    }

    private static Dictionary<string, double> InProcess(byte[] file, int warm, int rounds)
    {
        var times = Readers.All.Keys.ToDictionary(name => name, _ => new List<double>());
        for (var round = -warm; round < rounds; round++)
        {
            foreach (var (name, read) in Readers.All)
            {
                using var stream = new MemoryStream(file);
                // The garbage of one reader is not to be another's delay.
                GC.Collect();
                var clock = Stopwatch.StartNew();
                read(stream);
                if (round >= 0)
                    times[name].Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        return times.ToDictionary(t => t.Key, t => Median(t.Value));
    }

    /// <summary>The last two columns: time after warming up on the middle file, memory in a process that has done nothing else.</summary>
    private static Dictionary<string, string> InChildren(string big, string middle, bool quick)
    {
        var floor = new List<double>();
        var ours = new List<double>();
        for (var round = 0; round < (quick ? 1 : 3); round++)
        {
            floor.Add(ChildRun.Start(Readers.Floor, big, middle).Milliseconds);
            ours.Add(ChildRun.Start(Readers.Ours, big, middle).Milliseconds);
        }

        var cells = new Dictionary<string, string>();
        foreach (var name in Readers.All.Keys)
        {
            if (quick && name is not (Readers.Floor or Readers.Ours))
            {
                cells[name] = "not run | ";
                continue;
            }

            var fresh = ChildRun.Start(name, big);
            var time = name switch
            {
                Readers.Floor => Median(floor),
                Readers.Ours => Median(ours),
                _ => fresh.Stopped is null ? ChildRun.Start(name, big, middle).Milliseconds : 0,
            };
            cells[name] = fresh.Stopped is { } stopped
                ? $"stopped after {fresh.Milliseconds / 1000:0} s | {stopped}"
                : $"{Cell(time, Median(floor))} | {fresh.PeakMiB:0} MiB";
        }

        return cells;
    }

    private static string Cell(double milliseconds, double floor) =>
        $"{(milliseconds < 1000 ? $"{milliseconds:0.00} ms" : $"{milliseconds / 1000:0.00} s")}, {milliseconds / floor:0.00} x";

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
