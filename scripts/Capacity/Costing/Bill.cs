using Capacity.Measuring;
using Capacity.Simulating;

namespace Capacity.Costing;

/// <summary>A year at the stated prices: what is used, as <c>dev</c> pays it, what <c>prod</c> pays more for the same, and what is paid whatever is used.</summary>
/// <param name="Used">By what it is paid for.</param>
/// <param name="MoreInProd">Copies in another region, and the scan.</param>
/// <param name="FixedDev">A year.</param>
/// <param name="FixedProd">A year.</param>
internal sealed record Bill(IReadOnlyList<(string What, double Amount)> Used, IReadOnlyList<(string What, double Amount)> MoreInProd, double FixedDev, double FixedProd)
{
    private const double Gigabyte = 1e9;
    private const int Months = 12;

    public double Dev => Used.Sum(c => c.Amount) + FixedDev;

    public double Prod => Used.Sum(c => c.Amount) + MoreInProd.Sum(c => c.Amount) + FixedProd;

    public static Bill Of(YearCost year, Season season, Prices prices)
    {
        var (platform, result) = (season.Platform, year.Season);
        var (tables, blobs) = (year.Bytes.Tables / Gigabyte, year.Bytes.Blobs / Gigabyte);
        var once = result.BilledSeconds * platform.MemoryMb / 1024;
        var telemetry = ((year.Calls.Values.Sum() * platform.TelemetryKbPerCall) + (year.Executions * platform.TelemetryKbPerExecution)) / 1e6;
        var written = year.Calls.GetValueOrDefault(CallKind.BlobWrite);
        return new Bill(
            [
                // As though the season fell into one month: its executions meet one month's free grant.
                ("executions", OverMonths(once, year.GigabyteSeconds - once, prices.Of("free gigabyte-seconds a month")) * prices.Of("execution gigabyte-second")
                    + (OverMonths(result.Executions, year.Executions - result.Executions, prices.Of("free executions a month")) * prices.Of("executions"))),
                ("storage calls of the app", Operations(year.Calls, prices)),
                ("storage calls of host and platform", Operations(year.HostCalls, prices)),
                ("stored data", Months * ((tables * prices.Of("table gigabyte-month")) + (blobs * prices.Of("blob gigabyte-month")))),
                ("events, telemetry", (2 * result.Uploads * prices.Of("event grid operations"))
                    + (Math.Max(0, telemetry - (Months * prices.Of("free telemetry gigabytes a month"))) * prices.Of("telemetry gigabyte"))),
            ],
            [
                // What is written is sent there once; earlier years were.
                ("copies in another region", (Months * ((tables * More("table gigabyte-month")) + (blobs * More("blob gigabyte-month"))))
                    + ((tables + blobs) / year.Years * prices.Of("gigabyte sent to the other region")) + (written * (prices.Of("copied blob writes") - prices.Of("blob writes and lists")))),
                ("scan of uploads", result.Uploads * season.Limits.UploadBytes / Gigabyte * prices.Of("scanned gigabyte")),
            ],
            Months * prices.Fixed.Sum(f => f.Dev * f.Amount),
            Months * prices.Fixed.Sum(f => f.Prod * f.Amount));

        double More(string what) => prices.Of($"copied {what}") - prices.Of(what);
    }

    private static double OverMonths(double once, double evenly, double free) =>
        Math.Max(0, once + (evenly / Months) - free) + ((Months - 1) * Math.Max(0, (evenly / Months) - free));

    private static double Operations(IReadOnlyDictionary<string, double> calls, Prices prices) => calls.Sum(c => c.Value * (c.Key switch
    {
        CallKind.TableQuery or CallKind.TableWrite or CallKind.TableTransaction => prices.Of("table operations"),
        CallKind.QueuePut or CallKind.QueueGet or CallKind.QueueDelete => prices.Of("queue operations"),
        CallKind.BlobRead => prices.Of("blob reads"),
        _ => prices.Of("blob writes and lists"),
    }));
}
