using Pipeline.Returns.Receipts;
using Pipeline.Rules;

namespace Pipeline.Review;

/// <summary>One thing laid down for a year, beside its returns. Written once; a later one of the same matter stands in its stead.</summary>
public abstract record Clause
{
    private Clause()
    {
    }

    /// <summary>停用 of a rule; one that ended before it began lifts it.</summary>
    public sealed record Suspended(Suspension Suspension) : Clause;

    /// <summary>省级统一说明; one with an empty text takes it back.</summary>
    public sealed record Explained(ProvincialExplanation Explanation) : Clause;

    /// <summary>批复预算 of a unit.</summary>
    /// <param name="Unit">Unit code.</param>
    /// <param name="Amounts">Item code → 分.</param>
    /// <param name="Basis">文号.</param>
    public sealed record Budget(string Unit, IReadOnlyDictionary<string, long> Amounts, string Basis) : Clause;

    /// <summary>差额调整, written by one person.</summary>
    /// <param name="Number">调整单号, <c>A-2023-001</c>.</param>
    /// <param name="Author">Who wrote it.</param>
    /// <param name="Entry">What it says.</param>
    public sealed record AdjustmentProposal(string Number, Person Author, AdjustmentEntry Entry) : Clause;

    /// <summary>差额调整, approved by another.</summary>
    public sealed record AdjustmentApproval(string Number, Person Approver) : Clause;

    /// <summary>解锁: the returns of these units can be mended again, so that the adjustments booked to them are void.</summary>
    public sealed record Reopened(IReadOnlyList<string> Units) : Clause;
}

/// <summary>What an adjustment says.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="Item">Item code.</param>
/// <param name="Column">Column code.</param>
/// <param name="Amount">What is added, in raw units (分, persons); not zero.</param>
/// <param name="Basis">文号.</param>
public sealed record AdjustmentEntry(string Unit, string Item, string Column, long Amount, string Basis);
