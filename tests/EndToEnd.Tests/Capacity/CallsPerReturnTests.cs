using Capacity.Measuring;

namespace EndToEnd.Tests.Capacity;

/// <summary>The real stages on an Azurite of their own, with few and with many units in force. The figures are left beside the tests, for <c>scripts/test</c> to print.</summary>
public sealed class CallsPerReturnTests
{
    private static readonly string[] PerReturn = [OperationName.First, OperationName.Again, OperationName.Refused];

    [Fact]
    public async Task Storage_calls_for_a_return_do_not_grow_with_the_number_of_units()
    {
        var few = await MeasureAsync(15);
        var many = await MeasureAsync(60);

        await File.WriteAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, "storage-calls.txt"),
            PerReturn.Select(name => $"Storage calls, {name}: {few[name].LeastCalls} with 15 units, {many[name].LeastCalls} with 60."));
        foreach (var name in PerReturn)
        {
            Assert.Equal((few[name].LeastCalls, few[name].MostCalls), (many[name].LeastCalls, many[name].MostCalls));
            Assert.Equal(few[name].Calls, many[name].Calls);
        }
    }

    /// <summary>Only the prefectures of the real catalogue file; the other units are in force already.</summary>
    private static async Task<IReadOnlyDictionary<string, Operation>> MeasureAsync(int units) =>
        (await new ScaleRun(units, 14, _ => { }) { Reports = false }.RunAsync()).Operations;
}
