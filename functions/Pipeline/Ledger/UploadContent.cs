namespace Pipeline.Ledger;

/// <summary>An upload as it was read, under the ETag it carries.</summary>
/// <param name="Upload">Which file.</param>
/// <param name="Hash">SHA-256 of all its bytes, 64 lower-case hex digits.</param>
/// <param name="Bytes">The file; null when it is larger than was asked for.</param>
public sealed record UploadContent(Upload Upload, string Hash, byte[]? Bytes);
