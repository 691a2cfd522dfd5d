using Pipeline.Returns.Receipts;
using Pipeline.Rules;

namespace Pipeline.Stages;

/// <summary>What there is to say to the questions that are open in a submission.</summary>
/// <param name="Submission">SHA-256 of the file.</param>
/// <param name="Offered">By last year's return.</param>
/// <param name="Provincial">By the province, for all units.</param>
public sealed record OfferedExplanations(string Submission, IReadOnlyList<OfferedExplanation> Offered, IReadOnlyList<ProvincialExplanation> Provincial);
