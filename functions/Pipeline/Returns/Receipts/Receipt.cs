using System.Globalization;
using System.Text.Json.Serialization;
using Pipeline.Catalogue;

namespace Pipeline.Returns.Receipts;

/// <summary>回执: the answer to one submission. Written once, never changed. A file uploaded again has a receipt of its own only when the
/// outcome is another: what was refused may be taken once a review has ended.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Unit">Unit code the upload was made for.</param>
/// <param name="UnitName">Its name, or empty when the code is unknown.</param>
/// <param name="Submission">SHA-256 of the file.</param>
/// <param name="File">Blob name of the upload it first answered.</param>
/// <param name="ReceivedAt">Store time of that upload.</param>
/// <param name="CatalogueVersion">Version of the catalogue it was checked with.</param>
/// <param name="Superseded">Whether a newer submission of the unit was in force already.</param>
/// <param name="Findings">Everything found.</param>
public sealed record Receipt(
    int Year, string Unit, string UnitName, string Submission, string File, DateTimeOffset ReceivedAt, string CatalogueVersion,
    bool Superseded, IReadOnlyList<Finding> Findings)
{
    /// <summary>Follows from the findings and cannot be set: there is no refusal without an error to show.</summary>
    public Verdict Verdict =>
        Findings.Any(f => f.Severity == Severity.Error) ? Verdict.Refused
        : Superseded ? Verdict.Superseded
        : Findings.Any(f => f.IsUnexplained) ? Verdict.Pending
        : Verdict.Accepted;

    /// <summary>The same file had been answered before and came out differently now: this answers the later upload.</summary>
    public bool Again { get; init; }

    /// <summary>The receipt's own name: the submission, and for a later upload that came out differently its time.</summary>
    public string Id => Again ? string.Create(CultureInfo.InvariantCulture, $"{Submission}-{ReceivedAt.UtcTicks:x16}") : Submission;

    /// <summary>The verdict without what was asked and explained.</summary>
    [JsonIgnore]
    public Outcome Outcome => Verdict switch
    {
        Verdict.Refused => Outcome.Refused,
        Verdict.Superseded => Outcome.Superseded,
        _ => Outcome.Taken,
    };

    /// <summary>版本号 of the cover, or empty.</summary>
    public string Version { get; init; } = "";

    /// <summary>填报人 of the cover, or empty.</summary>
    public string Preparer { get; init; } = "";

    /// <summary>迟报: received after the deadline.</summary>
    public bool Late { get; init; }

    /// <summary>Rules that were not asked, and why.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>What differs from the return in force before; empty when nothing does or there was none.</summary>
    public IReadOnlyList<CellChange> Changes { get; init; } = [];

    /// <summary>Whether there was a return in force to compare with.</summary>
    public bool Compared { get; init; }

    /// <summary>What was said last year to the questions that are open now.</summary>
    public IReadOnlyList<OfferedExplanation> Offered { get; init; } = [];
}
