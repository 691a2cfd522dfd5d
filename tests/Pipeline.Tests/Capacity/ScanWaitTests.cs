using Capacity.Simulating;

namespace Pipeline.Tests.Capacity;

public sealed class ScanWaitTests
{
    [Theory]
    [InlineData(8, 3, 0, 1, true)]
    [InlineData(2, 3, 1, 2, true)]
    [InlineData(2, 20, 30, 6, true)]
    [InlineData(2, 120, 30, 6, false)]
    [InlineData(40, 120, 0, 1, false)]
    public void An_ingestion_looks_at_once_and_then_less_and_less_often_for_half_a_minute(double age, double verdict, double seconds, int looks, bool isOver) =>
        Assert.Equal(new ScanWait(seconds, looks, isOver), ScanWait.Of(age, verdict));
}
