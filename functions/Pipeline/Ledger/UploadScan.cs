namespace Pipeline.Ledger;

/// <summary>What the scan for malware says of an upload.</summary>
/// <param name="Upload">Which one.</param>
/// <param name="Result">In the scan's own words: <c>No threats found</c>, <c>Malicious</c>, or why there is no verdict; null while it has not scanned.</param>
public sealed record UploadScan(Upload Upload, string? Result)
{
    /// <summary>The tag of a blob that holds the result; Microsoft Defender for Storage writes it.</summary>
    internal const string Tag = "Malware Scanning scan result";

    internal const string Clean = "No threats found";

    /// <summary>The upload may be opened.</summary>
    public bool IsClean => Result == Clean;

    public bool IsInfected => Result == "Malicious";
}
