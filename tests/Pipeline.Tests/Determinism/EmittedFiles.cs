using System.Globalization;
using System.Security.Cryptography;
using Pipeline.Tests.Stages;

namespace Pipeline.Tests.Determinism;

/// <summary>The hashes of everything the pipeline emits for the sample year, from the bytes of the uploads on; also run as a process of its own.</summary>
public sealed class EmittedFiles
{
    /// <summary>Names the file the child writes to.</summary>
    public const string Target = "EMITTED_FILES";

    /// <summary>What another process is asked to do. Two lines on where it stands, then a line a file.</summary>
    [Fact(Explicit = true)]
    public async Task Emit_for_another_process()
    {
        var lines = await EmitAsync();
        await File.WriteAllLinesAsync(Environment.GetEnvironmentVariable(Target)!, [Where(), .. lines]);
    }

    /// <summary>Name and SHA-256 of each file, by name.</summary>
    public static async Task<IReadOnlyList<string>> EmitAsync()
    {
        var pipeline = new PipelineFixture();
        await pipeline.IngestAsync(PipelineFixture.Units);
        pipeline.Clock.Advance(TimeSpan.FromDays(60));
        await pipeline.Closing.CloseAsync(default);
        await pipeline.RunRequestsAsync();
        return [.. pipeline.Ledger.Reports.OrderBy(r => r.Key.Name, StringComparer.Ordinal).Select(r => $"{r.Key.Name} {r.Key.Snapshot} {Convert.ToHexStringLower(SHA256.HashData(r.Value))}")];
    }

    /// <summary>How this process writes a number and a day, and what its clock on the wall says: proof that it stands somewhere else.</summary>
    public static string Where() => FormattableString.CurrentFormat(
        $"{CultureInfo.CurrentCulture.Name} {-1234.5:N1} {new DateTime(2024, 2, 3):d} {TimeZoneInfo.Local.GetUtcOffset(new DateTimeOffset(2024, 2, 3, 0, 0, 0, TimeSpan.Zero))}");
}

/// <summary>A sentence in the manner of the culture of the thread, on purpose.</summary>
internal static class FormattableString
{
    public static string CurrentFormat(System.FormattableString text) => text.ToString(CultureInfo.CurrentCulture);
}
