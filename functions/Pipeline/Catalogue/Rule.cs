using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>A 审核公式.</summary>
/// <param name="Id">Number, <c>R-A-01</c>; never reused.</param>
/// <param name="Version">Counts changes of meaning.</param>
/// <param name="Severity">E, W or I.</param>
/// <param name="Scopes">P, L, X, D: whose returns it judges.</param>
/// <param name="ValidFrom">First fiscal day it is in force.</param>
/// <param name="ValidTo">Last fiscal day, null while in force.</param>
/// <param name="Tolerance">In workbook units; a comparison may be off by so much.</param>
/// <param name="Missing">What a missing value does.</param>
/// <param name="Message">Chinese, with <c>{placeholders}</c>.</param>
/// <param name="Basis">文号 or source.</param>
/// <param name="Conditions">What must hold, one for each item and column the rule was written over; empty when code judges.</param>
public sealed record Rule(
    string Id, int Version, Severity Severity, IReadOnlyList<char> Scopes, DateOnly ValidFrom, DateOnly? ValidTo, decimal Tolerance,
    MissingGuard Missing, string Message, string Basis, IReadOnlyList<Condition> Conditions)
{
    /// <summary>Whether it judges returns of this kind of unit.</summary>
    public bool Judges(UnitKind unit) => Scopes.Contains(unit == UnitKind.Provincial ? 'L' : 'P');
}

/// <summary>One comparison that must hold.</summary>
/// <param name="Form">Form of the cell it speaks of.</param>
/// <param name="At">Item whose cell is named; for a rule over lines, the register column.</param>
/// <param name="Column">Column every reference without one means; null for a rule over lines or over named columns only.</param>
/// <param name="Lines">Form whose register lines it is asked of, one by one; null for fixed rows.</param>
/// <param name="When">Asked only where this holds; null means always.</param>
/// <param name="Left">Left side.</param>
/// <param name="Operator">A comparison.</param>
/// <param name="Right">Right side.</param>
/// <param name="Values">Further placeholders of the message.</param>
public sealed record Condition(
    string Form, string At, string? Column, string? Lines, Expression? When, Expression Left, Operator Operator, Expression Right,
    IReadOnlyDictionary<string, Expression> Values);

/// <summary>What a missing value does to a rule.</summary>
public enum MissingGuard
{
    /// <summary>The rule is not asked: another rule tells of the blank.</summary>
    Skip,

    /// <summary>It counts as zero.</summary>
    Zero,

    /// <summary>The rule is broken.</summary>
    Fail,
}
