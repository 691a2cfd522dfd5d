using System.Globalization;
using System.Runtime.InteropServices;

namespace Capacity.Measuring;

/// <summary>All scales in one process, one after the other, after a run that is thrown away.</summary>
internal static class Measurement
{
    /// <summary>Units, and how many of them the real ingestion takes. Beyond some hundred the emulator would take hours for their facts.</summary>
    private static readonly (int Units, int Ingested)[] Scales = [(15, 15), (60, 60), (150, 150), (300, 300), (600, 600), (3000, 100)];

    /// <param name="file">Where the measurements go, after every scale.</param>
    /// <param name="most">Scales with more units are left out.</param>
    /// <param name="say">Progress.</param>
    public static async Task RunAsync(string file, int most, Action<string> say)
    {
        say("Warming up; what is said of 60 units first does not count.");
        await new ScaleRun(60, 60, say).RunAsync();
        // What was recorded beyond the scales asked for stays, if this machine recorded it.
        var before = File.Exists(file) ? Measured.Read(file) : null;
        var scales = before?.Machine == Machine() ? before.Scales.Where(s => s.Units > most).ToList() : [];
        foreach (var (units, ingested) in Scales.Where(s => s.Units <= most))
        {
            scales.Add(await new ScaleRun(units, ingested, say).RunAsync());
            scales.Sort((a, b) => a.Units.CompareTo(b.Units));
            new Measured(Machine(), $".NET {Environment.Version}", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), scales).Write(file);
        }
    }

    private static string Machine()
    {
        const string Processors = "/proc/cpuinfo";
        var model = File.Exists(Processors) ? File.ReadLines(Processors).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
        return $"{model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}";
    }
}
