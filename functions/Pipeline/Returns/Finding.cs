using System.Text.Json.Serialization;
using Pipeline.Catalogue;

namespace Pipeline.Returns;

/// <summary>审核结果: one thing found in a return, told to the clerk who must act on it.</summary>
/// <param name="Rule">Rule number, <c>R-A-01</c>.</param>
/// <param name="Severity">E, W or I.</param>
/// <param name="Sheet">Sheet name, or empty when the whole file is meant.</param>
/// <param name="Cell">A1 address, or empty.</param>
/// <param name="Item">Item code, or empty.</param>
/// <param name="Message">Chinese, complete, says what is wrong and what to do.</param>
/// <param name="Values">The values the message speaks of, by placeholder name, as printed.</param>
public sealed record Finding(
    string Rule, Severity Severity, string Sheet, string Cell, string Item, string Message, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Code of the unit whose return it is; empty when it belongs to no return.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What the clerk calls the place, or empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>The other cells that were compared, <c>S01企保收支表!H9</c>.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>What the return says, as printed; null when no amounts were compared.</summary>
    public string? Reported { get; init; }

    /// <summary>What it was compared with, as printed.</summary>
    public string? Expected { get; init; }

    /// <summary>What lies between the two, as printed.</summary>
    public string? Difference { get; init; }

    /// <summary>The rule as clerks read it, <c>8行=9行+11行</c>; empty when it is no formula.</summary>
    public string Formula { get; init; } = "";

    /// <summary>What probably happened; null when nothing points to it.</summary>
    public Cause? Cause { get; init; }

    /// <summary>How to mend it, Chinese.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>How many findings of one cause this one stands for, itself included.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What answers it; null while nobody did.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>Whether it is a question nobody has answered.</summary>
    [JsonIgnore]
    public bool IsUnexplained => Severity == Severity.Warning && Explanation is null;
}
