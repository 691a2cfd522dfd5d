using Azure.Storage.Blobs;

namespace Pipeline.Ledger;

/// <summary>Files of reports, <c>2023/{snapshot}/{name}</c>, written once.</summary>
internal sealed class ReportStore(BlobContainerClient container)
{
    public async Task WriteAsync(int year, string snapshot, string name, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (!IsPlain(name))
            throw new ArgumentException($"'{name}' cannot name a file of a report.", nameof(name));
        await Blob(year, snapshot, name).WriteOnceAsync(bytes, ContentType(name), ct);
    }

    /// <summary>A file, there or not; null when a name cannot be that of a file.</summary>
    public BlobClient? Find(int year, string snapshot, string name) => IsPlain(name) ? Blob(year, snapshot, name) : null;

    private BlobClient Blob(int year, string snapshot, string name) => container.GetBlobClient($"{year}/{KeyText.Of(snapshot)}/{name}");

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 200
        && name[0] != '.'
        && name[^1] != '.'
        && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '（' or '）');

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".json" => "application/json; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    };
}
