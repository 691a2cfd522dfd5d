using Capacity.Measuring;

namespace EndToEnd.Tests.Capacity;

public sealed class CallsPerScanTests
{
    [Fact]
    public async Task Where_uploads_are_scanned_a_look_for_the_verdict_costs_two_reads_and_nothing_else()
    {
        var scanned = (await ScanRun.RunAsync()).Operations;

        var (once, twice) = (scanned[OperationName.VerdictAtFirstLook], scanned[OperationName.VerdictAtSecondLook]);
        Assert.Equal((15, 15), (once.LeastCalls, once.MostCalls));
        Assert.Equal((17, 17), (twice.LeastCalls, twice.MostCalls));
        // The properties and the tags, then the upload itself.
        Assert.Equal((3, 5), (once.Calls[CallKind.BlobRead], twice.Calls[CallKind.BlobRead]));
    }
}
