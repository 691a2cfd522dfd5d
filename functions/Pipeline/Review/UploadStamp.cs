namespace Pipeline.Review;

/// <summary>Which upload, and where it stands in the order of uploads.</summary>
/// <param name="Submission">SHA-256 of the file.</param>
/// <param name="Sequence">UTC ticks of the upload by the store's clock.</param>
public sealed record UploadStamp(string Submission, long Sequence)
{
    /// <summary>The newest counts; at the same instant the larger hash.</summary>
    public bool IsNewerThan(UploadStamp? other) =>
        other is null
        || (Sequence != other.Sequence ? Sequence > other.Sequence : string.CompareOrdinal(Submission, other.Submission) > 0);
}
