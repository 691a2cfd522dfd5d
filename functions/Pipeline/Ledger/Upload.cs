namespace Pipeline.Ledger;

/// <summary>A file lying in the container of uploads.</summary>
/// <param name="Path">Blob name, <c>2023/430100/name.xlsx</c>.</param>
/// <param name="ETag">Changes with every overwrite; without quotes, so that a listing and a read agree.</param>
/// <param name="ModifiedAt">By the store's clock.</param>
/// <param name="Length">Bytes.</param>
public sealed record Upload(string Path, string ETag, DateTimeOffset ModifiedAt, long Length);
