using System.Security.Cryptography;
using System.Text;
using Pipeline.Workbooks;

namespace Pipeline.Ledger;

/// <summary>An upload as it was read under the ETag it carries.</summary>
/// <param name="Upload">Which one.</param>
/// <param name="Hash">SHA-256 of all its bytes, 64 lower-case hex digits; of path and ETag where they were not read.</param>
/// <param name="Bytes">Its bytes; null when they were not read, for the reason <see cref="Unopened"/> gives. Such a file is no return: it is to be refused.</param>
public sealed record UploadContent(Upload Upload, string Hash, byte[]? Bytes)
{
    /// <summary>Why it was not even read; null when it was.</summary>
    public WorkbookRefusal? Unopened { get; init; }

    /// <summary>An upload that is to be answered and not to be opened.</summary>
    public static UploadContent Unread(Upload upload, WorkbookRefusal reason) =>
        new(upload, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"unopened\n{upload.Path}\n{upload.ETag}"))), null) { Unopened = reason };

    /// <summary>The largest upload that is read, bytes (64 MiB): three times what a workbook may have.</summary>
    public const long Limit = 64L << 20;
}
