using Capacity.Measuring;

namespace EndToEnd.Tests.Capacity;

/// <summary>The real stages on an Azurite of their own, with few and with many units in force. The figures are left beside the tests, for <c>scripts/test</c> to print.</summary>
public sealed class CallsPerReturnTests
{
    // Of a table.
    private const int RowsOfTransaction = 100;

    private static readonly string[] OfAPrefecture = [OperationName.First, OperationName.Again, OperationName.Refused];

    [Fact]
    public async Task Storage_calls_for_a_return_do_not_grow_with_the_number_of_units_and_those_of_the_province_only_with_its_own_lines()
    {
        var few = await MeasureAsync(15);
        var many = await MeasureAsync(60);

        var lines = LinesOfProvince(60) - LinesOfProvince(15);
        await File.WriteAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, "storage-calls.txt"),
            [
                .. OfAPrefecture.Select(name => $"Storage calls, {name}: {few[name].LeastCalls} with 15 units, {many[name].LeastCalls} with 60."),
                $"Storage calls, {OperationName.Provincial}: {few[OperationName.Provincial].LeastCalls} with 15 units, {many[OperationName.Provincial].LeastCalls} with 60, for its {lines} more lines.",
            ]);
        foreach (var name in OfAPrefecture)
        {
            Assert.Equal((few[name].LeastCalls, few[name].MostCalls), (many[name].LeastCalls, many[name].MostCalls));
            Assert.Equal(few[name].Calls, many[name].Calls);
        }

        Assert.InRange(Transactions(many) - Transactions(few), lines / RowsOfTransaction, (lines + RowsOfTransaction - 1) / RowsOfTransaction);
        Assert.Equal(Others(few), Others(many));
    }

    private static double Transactions(IReadOnlyDictionary<string, Operation> of) => of[OperationName.Provincial].Calls[CallKind.TableTransaction];

    private static IEnumerable<KeyValuePair<string, double>> Others(IReadOnlyDictionary<string, Operation> of) => of[OperationName.Provincial].Calls.Where(c => c.Key != CallKind.TableTransaction);

    private static int LinesOfProvince(int units)
    {
        var folder = Directory.CreateTempSubdirectory("capacity-").FullName;
        try
        {
            return SyntheticYear.Make(units, folder).OfProvince.Lines.Count;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Only the prefectures of the real catalogue and the province file; the other units are in force already.</summary>
    private static async Task<IReadOnlyDictionary<string, Operation>> MeasureAsync(int units) =>
        (await new ScaleRun(units, 14, _ => { }) { Reports = false }.RunAsync()).Operations;
}
