using Pipeline.Stages;

namespace Capacity.Measuring;

/// <summary>First returns of the prefectures where uploads wait for the scan's verdict: for half of them it is there when the app first looks, for the others when it looks again.</summary>
internal static class ScanRun
{
    private const int Units = 15;

    // The app's first pause is a second: the verdict comes in the middle of it.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(0.5);

    public static async Task<MeasuredScale> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("capacity-").FullName;
        try
        {
            var year = SyntheticYear.Make(Units, folder);
            await using var store = await Store.StartAsync(folder, scanned: true);
            var meter = new Meter(store.Log);
            foreach (var (index, of) in year.OfPrefectures.Index())
            {
                var path = await store.UploadAsync(year.File(of));
                if (index % 2 == 0) await store.FindCleanAsync(path);
                var verdict = index % 2 == 0 ? Task.CompletedTask : FindCleanLaterAsync(store, path);
                await meter.TakeAsync(
                    index % 2 == 0 ? OperationName.VerdictAtFirstLook : OperationName.VerdictAtSecondLook,
                    async () => await store.Get<Ingestion>().IngestAsync(path, default) ?? throw new InvalidOperationException($"{path} still waits."));
                await verdict;
            }

            return new MeasuredScale(Units, Units - 1, FactsInMemory: false, Measurement.Today, meter.Read());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FindCleanLaterAsync(Store store, string path)
    {
        await Task.Delay(Late);
        await store.FindCleanAsync(path);
    }
}
