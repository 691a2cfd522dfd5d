using Pipeline.Catalogue.Expressions;

namespace Pipeline.Catalogue;

/// <summary>A 审核公式.</summary>
/// <param name="Id">Number, <c>R-A-01</c>; never reused.</param>
/// <param name="Version">Counts changes of meaning.</param>
/// <param name="Severity">E, W or I.</param>
/// <param name="Scopes">P, L, X, D: whose returns it judges.</param>
/// <param name="ValidFrom">First fiscal day it is in force.</param>
/// <param name="ValidTo">Last fiscal day, null while in force.</param>
/// <param name="Funds">EI, WI: the funds it speaks of; empty when it speaks of the file or of all.</param>
/// <param name="Tolerance">In workbook units; a comparison may be off by so much.</param>
/// <param name="Missing">What a missing value does.</param>
/// <param name="Message">Chinese, with <c>{placeholders}</c>.</param>
/// <param name="Remedy">How to mend it, Chinese; empty when the message says it.</param>
/// <param name="Basis">文号 or source.</param>
/// <param name="Parameters">Thresholds by name, for rules that code judges.</param>
/// <param name="Conditions">What must hold, one for each item and column the rule was written over; empty when code judges.</param>
public sealed record Rule(
    string Id, int Version, Severity Severity, IReadOnlyList<char> Scopes, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<string> Funds,
    decimal Tolerance, MissingGuard Missing, string Message, string Remedy, string Basis, IReadOnlyDictionary<string, decimal> Parameters,
    IReadOnlyList<Condition> Conditions)
{
    /// <summary>F, C, A, …: the letter of its number.</summary>
    public char Family => Id[2];

    /// <summary>Whether it may be suspended. One that stands for a value that cannot be read may not: nothing would take the value's place.</summary>
    public bool Suspendable { get; init; } = true;

    /// <summary>Whether an explanation must name the document it rests on.</summary>
    public bool Cites { get; init; }

    /// <summary>Whether each item must be explained by itself: what explains one says nothing of the next.</summary>
    public bool PerItem { get; init; }

    /// <summary>What a breach of it usually comes from, when nothing in the numbers says more; null when that is open.</summary>
    public RuleCause? Cause { get; init; }

    /// <summary>Whether it judges returns of this kind of unit.</summary>
    public bool Judges(UnitKind unit) => Scopes.Contains(ScopeOf(unit));

    /// <summary>The scope of a kind of unit.</summary>
    public static char ScopeOf(UnitKind unit) => unit == UnitKind.Provincial ? 'L' : 'P';

    /// <summary>Whether it is in force for a fiscal year.</summary>
    public bool IsInForce(int year) => ValidFrom <= new DateOnly(year, 12, 31) && (ValidTo is null || ValidTo >= new DateOnly(year, 12, 31));
}

/// <summary>What a breach of a rule usually comes from.</summary>
/// <param name="Kind">Name of the mistake, <c>TextNumber</c>.</param>
/// <param name="Text">Chinese, one clause.</param>
public sealed record RuleCause(string Kind, string Text);

/// <summary>One comparison that must hold.</summary>
/// <param name="Form">Form of the cell it speaks of.</param>
/// <param name="At">Item whose cell is named; for a rule over lines, the register column.</param>
/// <param name="Column">Column every reference without one means; null for a rule over lines or over named columns only.</param>
/// <param name="Lines">Form whose register lines it is asked of, one by one; null for fixed rows.</param>
/// <param name="When">Asked only where this holds; null means always.</param>
/// <param name="Left">Left side.</param>
/// <param name="Operator">A comparison.</param>
/// <param name="Right">Right side.</param>
/// <param name="As">How both sides are printed; null as the item's own values are.</param>
/// <param name="Values">Further placeholders of the message.</param>
public sealed record Condition(
    string Form, string At, string? Column, string? Lines, Expression? When, Expression Left, Operator Operator, Expression Right,
    ValueStyle? As, IReadOnlyDictionary<string, Expression> Values)
{
    /// <summary>The rule's, unless it weighs this case differently.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The rule's, unless this case is asked of fewer.</summary>
    public required IReadOnlyList<char> Scopes { get; init; }
}

/// <summary>How a compared value is printed.</summary>
public enum ValueStyle
{
    /// <summary>元, two decimals.</summary>
    Yuan,

    /// <summary>Persons, firms.</summary>
    Count,

    /// <summary>A ratio, printed as %.</summary>
    Percent,

    /// <summary>A plain number, two decimals at most.</summary>
    Number,

    /// <summary>Not at all: the sides are no amounts.</summary>
    None,
}

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
