using Pipeline.Stages;

namespace Capacity.Simulating;

/// <summary>How an ingestion waits for the scan's verdict, as <c>UploadIntake</c> does: it looks, pauses and looks again, and holds its place meanwhile.</summary>
/// <param name="Seconds">In all.</param>
/// <param name="Looks">How often it looked.</param>
/// <param name="IsOver">Whether the verdict was there; else a message asks for another look.</param>
internal readonly record struct ScanWait(double Seconds, int Looks, bool IsOver)
{
    private static readonly double Patience = ScanPolicy.Patience.TotalSeconds;

    private static readonly double[] Pauses =
        [.. Enumerable.Range(0, ScanPolicy.FurtherLooks).Select(i => Math.Min(ScanPolicy.FirstPause.TotalSeconds * Math.Pow(2, i), ScanPolicy.LongestPause.TotalSeconds))];

    /// <param name="age">Seconds since the upload when the ingestion begins.</param>
    /// <param name="verdict">Seconds from the upload to its verdict.</param>
    public static ScanWait Of(double age, double verdict)
    {
        var (seconds, looks) = (0.0, 1);
        while (age + seconds < verdict && age + seconds < Patience && looks <= Pauses.Length) seconds += Pauses[looks++ - 1];
        return new(seconds, looks, age + seconds >= verdict);
    }
}
