using Pipeline.Catalogue;
using Pipeline.Returns.Receipts;

namespace Pipeline.Returns;

/// <summary>What came of reading a workbook.</summary>
public sealed record ReturnReading
{
    /// <param name="read">The values that could be read; null when the file is no return of the year at all.</param>
    /// <param name="findings">Everything found on the way.</param>
    /// <exception cref="ArgumentException">There is neither a return nor an error that says why.</exception>
    public ReturnReading(Return? read, IReadOnlyList<Finding> findings)
    {
        if (read is null && findings.All(f => f.Severity != Severity.Error)) throw new ArgumentException("A file that is no return needs an error to say so.", nameof(findings));
        (Return, Findings) = (read, findings);
    }

    /// <summary>The values that could be read; null when the file is no return of the year at all.</summary>
    public Return? Return { get; }

    /// <summary>Everything found.</summary>
    public IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What the unit said last year to the questions that are open now.</summary>
    public IReadOnlyList<OfferedExplanation> Offered { get; init; } = [];

    /// <summary>Whether its values may be put in force.</summary>
    public bool IsSound => Return is not null && Findings.All(f => f.Severity != Severity.Error);
}
