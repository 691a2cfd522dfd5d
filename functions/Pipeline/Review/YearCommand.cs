using Pipeline.Catalogue;
using Pipeline.Returns.Receipts;
using Pipeline.Rules;

namespace Pipeline.Review;

/// <summary>What somebody wants done with a whole year.</summary>
/// <param name="By">Who.</param>
public abstract record YearCommand(Person By);

/// <summary>封账.</summary>
/// <param name="By">Who.</param>
/// <param name="Units">Units a return is expected from.</param>
/// <param name="CatalogueVersion">Version of the catalogue in use.</param>
/// <param name="TemplateVersion">Version of its blank workbook.</param>
/// <param name="Snapshot">Id of the consolidation of exactly what is in force; null while it is not made.</param>
/// <param name="Report">Id of the snapshot whose report is published; null when none is.</param>
/// <param name="Errors">Cross-return errors (T rules) of that consolidation, as messages.</param>
public sealed record LockYear(
    Person By, IReadOnlyList<Unit> Units, string CatalogueVersion, string TemplateVersion, string? Snapshot, string? Report,
    IReadOnlyList<string> Errors) : YearCommand(By);

/// <summary>申请解锁.</summary>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Units">Unit codes whose returns are to be opened; empty means all.</param>
/// <param name="Scope">What of them, in words; may be empty.</param>
public sealed record RequestUnlock(Person By, string Reason, IReadOnlyList<string> Units, string Scope) : YearCommand(By);

/// <summary>同意解锁, by another than who asked.</summary>
/// <param name="By">Who.</param>
/// <param name="Report">Id of the snapshot whose report is published.</param>
public sealed record ConfirmUnlock(Person By, string? Report) : YearCommand(By);

/// <summary>不同意解锁; who asked may take it back so, too.</summary>
public sealed record DeclineUnlock(Person By, string Reason) : YearCommand(By);

/// <summary>停用审核公式, or its end.</summary>
public sealed record SuspendRule(Person By, Suspension Suspension) : YearCommand(By);

/// <summary>省级统一说明; an empty text takes it back.</summary>
public sealed record ExplainRule(Person By, ProvincialExplanation Explanation) : YearCommand(By);

/// <summary>登记批复预算.</summary>
public sealed record ApproveBudget(Person By, string Unit, IReadOnlyDictionary<string, long> Amounts, string Basis) : YearCommand(By);

/// <summary>登记差额调整.</summary>
/// <param name="By">Who.</param>
/// <param name="Entry">What it says.</param>
/// <param name="Terms">What was laid down so far, for the number.</param>
public sealed record ProposeAdjustment(Person By, AdjustmentEntry Entry, Terms Terms) : YearCommand(By);

/// <summary>批准差额调整, by another than its author.</summary>
/// <param name="By">Who.</param>
/// <param name="Number">调整单号.</param>
/// <param name="Terms">What was laid down so far.</param>
public sealed record ApproveAdjustment(Person By, string Number, Terms Terms) : YearCommand(By);
