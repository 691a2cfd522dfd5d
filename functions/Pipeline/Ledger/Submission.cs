using Pipeline.Review;

namespace Pipeline.Ledger;

/// <summary>One upload of one return. What was uploaded, not what became of it.</summary>
/// <param name="Year">Fiscal year, from the blob's path.</param>
/// <param name="Unit">Unit code, from the blob's path.</param>
/// <param name="Hash">SHA-256 of the file, 64 lower-case hex digits: the submission's identity.</param>
/// <param name="Sequence">UTC ticks of the blob's last modification by the store's clock. The newest wins; on a tie the larger
/// hash.</param>
/// <param name="Path">Blob name inside the container of uploads, <c>2023/430100/name.xlsx</c>.</param>
/// <param name="ETag">The blob's ETag when it was read.</param>
public sealed record Submission(int Year, string Unit, string Hash, long Sequence, string Path, string ETag)
{
    /// <summary>Which upload it is, and where it stands in the order of uploads.</summary>
    public UploadStamp Stamp => new(Hash, Sequence);

    /// <summary>Whether this one is in force when both were accepted.</summary>
    public bool IsNewerThan(Submission other) => Stamp.IsNewerThan(other.Stamp);
}
