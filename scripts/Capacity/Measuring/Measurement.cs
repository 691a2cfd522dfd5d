using System.Globalization;
using System.Runtime.InteropServices;

namespace Capacity.Measuring;

/// <summary>The scales asked for in one process, one after the other, after a run that is thrown away.</summary>
internal static class Measurement
{
    /// <summary>Units of a scale.</summary>
    public static readonly int[] Scales = [15, 60, 150, 400];

    public static string Today => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="file">Where the measurements go, after every scale.</param>
    /// <param name="asked">Units; what is recorded of other scales stays, if this machine recorded it.</param>
    /// <param name="say">Progress.</param>
    public static async Task RunAsync(string file, IReadOnlyCollection<int> asked, Action<string> say)
    {
        say("Warming up; what is said of 60 units first does not count.");
        await new ScaleRun(60, 60, say).RunAsync();
        var before = File.Exists(file) ? Measured.Read(file) : null;
        var runtime = $".NET {Environment.Version}";
        var scales = before?.Machine == Machine() && before.Runtime == runtime ? before.Scales.Where(s => !asked.Contains(s.Units)).ToList() : [];
        var scan = await ScanRun.RunAsync();
        foreach (var units in asked)
        {
            scales.Add(await new ScaleRun(units, units, say).RunAsync());
            new Measured(Machine(), runtime, [.. scales.OrderBy(s => s.Units)], scan).Write(file);
        }
    }

    private static string Machine()
    {
        const string Processors = "/proc/cpuinfo";
        var model = File.Exists(Processors) ? File.ReadLines(Processors).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
        return $"{model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}";
    }
}
