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
    string Rule, Severity Severity, string Sheet, string Cell, string Item, string Message, IReadOnlyDictionary<string, string> Values);
