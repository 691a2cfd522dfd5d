using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Capacity.Measuring;

/// <summary>What was measured, and on what.</summary>
/// <param name="Machine">Processor, cores and system.</param>
/// <param name="Runtime">Version of .NET.</param>
/// <param name="Scales">One a number of units.</param>
/// <param name="Scan">Uploads that wait for the scan's verdict; at one number of units, for that has no part in it.</param>
internal sealed record Measured(string Machine, string Runtime, IReadOnlyList<MeasuredScale> Scales, MeasuredScale Scan)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, IndentSize = 2, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static Measured Read(string file) => JsonSerializer.Deserialize<Measured>(File.ReadAllText(file), Options)!;

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Options) + "\n");
}

/// <summary>One run with so many units.</summary>
/// <param name="Units">Units that report, 省本级 among them.</param>
/// <param name="Ingested">How many of them went through the real ingestion.</param>
/// <param name="FactsInMemory">Whether the values of the others were handed to the consolidation from memory instead of the emulator.</param>
/// <param name="On">Date.</param>
/// <param name="Operations">By name, see <see cref="OperationName"/>.</param>
internal sealed record MeasuredScale(int Units, int Ingested, bool FactsInMemory, string On, IReadOnlyDictionary<string, Operation> Operations);

/// <summary>What one operation takes, on average over the times it was done.</summary>
/// <param name="Times">How often it was done.</param>
/// <param name="Calls">Storage calls by kind.</param>
/// <param name="LeastCalls">Calls of the cheapest.</param>
/// <param name="MostCalls">Calls of the dearest.</param>
/// <param name="EntitiesRead">Entities that table queries handed out.</param>
/// <param name="BlobBytesWritten">Bytes.</param>
/// <param name="CpuMilliseconds">Processor time of this process, the emulator's not among it.</param>
/// <param name="PeakMebibytes">Largest working set seen meanwhile, runtime and programs among it.</param>
internal sealed record Operation(
    int Times, IReadOnlyDictionary<string, double> Calls, int LeastCalls, int MostCalls, double EntitiesRead, double BlobBytesWritten,
    double CpuMilliseconds, double PeakMebibytes)
{
    public double TotalCalls => Calls.Values.Sum();
}

/// <summary>Names of what is measured.</summary>
internal static class OperationName
{
    public const string First = "first return of a unit";
    public const string Again = "re-submission";
    public const string Refused = "refused for a mistake";
    public const string OutOfOrder = "refused for its version";
    public const string Provincial = "return of 省本级";
    public const string VerdictAtFirstLook = "first return of a unit, verdict at the first look";
    public const string VerdictAtSecondLook = "first return of a unit, verdict at the second look";
    public const string ConsolidateAll = "consolidation that reads every unit";
    public const string ConsolidateOne = "consolidation of one change";
    public const string ConsolidateNothing = "consolidation that finds nothing to do";
    public const string Close = "closing";
    public const string Emit = "emission";
    public const string Sweep = "sweep";
}
