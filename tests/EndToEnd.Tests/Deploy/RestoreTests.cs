using Demo;
using Deploy;
using EndToEnd.Tests.Year;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Ledger;
using Pipeline.Stages;

namespace EndToEnd.Tests.Deploy;

/// <summary>What the operations guide promises of a lost table.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task From_uploads_and_receipts_alone_the_sweep_puts_the_same_returns_in_force_again()
    {
        await using var year = await YearUnderTest.StartAsync();
        foreach (var version in new[] { 1, 2 })
        {
            var sample = SmokeReturn.Sample(version);
            await year.AnswerAsync(new UploadFile(sample.Unit, Path.GetFileName(sample.Path), sample.Content));
            // The newest upload counts by the store's clock, which ticks in whole seconds.
            await Task.Delay(TimeSpan.FromSeconds(1.1));
        }
        await year.AnswerAsync(Samples2023.Files.Where(f => f.Unit is "430200" or "430099"));
        var before = await StandingAsync(year);

        foreach (var table in new[] { StoreNames.Facts, StoreNames.Heads, StoreNames.Answers }) await year.Storage.Tables.DeleteTableAsync(table);
        await using var services = new ServiceCollection()
            .AddPipeline(year.Storage.Pipeline, Path.Combine(AppContext.BaseDirectory, "Catalogue")).AddLogging(log => log.ClearProviders())
            .AddSingleton<TimeProvider>(new FakeTimeProvider(TimeProvider.System.GetUtcNow() + 2 * UploadSweep.Patience)).BuildServiceProvider();
        await services.GetRequiredService<ILedger>().PrepareAsync(default);
        await services.GetRequiredService<UploadSweep>().SweepAsync(default);

        Assert.Equal(before, await StandingAsync(year));
        Assert.Contains(before, unit => unit is ("430100", not null, 2, _));
    }

    private static async Task<IReadOnlyList<(string Unit, string? InForce, int Version, string State)>> StandingAsync(YearUnderTest year) =>
        [.. (await year.Client.ReadYearAsync(default)).Units.Select(u => (u.Unit, u.InForce, u.Version, u.State))];
}
