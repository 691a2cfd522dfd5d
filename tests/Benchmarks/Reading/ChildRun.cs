using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Reading;

/// <summary>One reading in a process of its own, so that its memory is its own and a reader that wants too much harms nobody.</summary>
internal static class ChildRun
{
    public const string Option = "--child";
    private const long GiB = 1L << 30;
    private const long MemoryCap = 6 * GiB;
    private static readonly TimeSpan TimeCap = TimeSpan.FromMinutes(3);

    /// <summary>What a child did: milliseconds and peak working set in MiB, or the cap it ran into.</summary>
    internal sealed record Outcome(double Milliseconds, double PeakMiB, long Filled, string? Stopped);

    /// <summary>The child's side: reads <paramref name="warm"/> a few times if given, then <paramref name="file"/> once, and prints the outcome.</summary>
    public static int Serve(string reader, string file, string? warm)
    {
        var read = Readers.All[reader];
        for (var round = 0; warm is not null && round < 15; round++)
            Measure(read, warm, out _);
        var milliseconds = Measure(read, file, out var filled);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds} {self.PeakWorkingSet64} {filled}"));
        return 0;
    }

    /// <summary>The parent's side.</summary>
    public static Outcome Start(string reader, string file, string? warm = null)
    {
        string[] arguments = ["reading", Option, reader, file, .. warm is null ? Array.Empty<string>() : [warm]];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEndAsync();
        var errors = child.StandardError.ReadToEndAsync();
        var clock = Stopwatch.StartNew();
        while (!child.WaitForExit(100))
        {
            child.Refresh();
            var stopped = child.WorkingSet64 > MemoryCap ? $"> {MemoryCap / GiB} GiB"
                : clock.Elapsed > TimeCap ? $"> {TimeCap.TotalMinutes:0} min" : null;
            if (stopped is null)
                continue;
            child.Kill();
            child.WaitForExit();
            return new(clock.Elapsed.TotalMilliseconds, 0, 0, stopped);
        }

        if (child.ExitCode != 0)
            return new(0, 0, 0, $"failed: {errors.Result.Split('\n')[0]}");
        var parts = output.Result.Split(' ');
        return new(
            double.Parse(parts[0], CultureInfo.InvariantCulture),
            long.Parse(parts[1], CultureInfo.InvariantCulture) / (1024.0 * 1024),
            long.Parse(parts[2], CultureInfo.InvariantCulture),
            null);
    }

    private static double Measure(Func<Stream, long> read, string file, out long filled)
    {
        using var stream = File.OpenRead(file);
        var clock = Stopwatch.StartNew();
        filled = read(stream);
        return clock.Elapsed.TotalMilliseconds;
    }
}
