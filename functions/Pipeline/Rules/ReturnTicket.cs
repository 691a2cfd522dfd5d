namespace Pipeline.Rules;

/// <summary>退回单: what the province wants mended, until when.</summary>
/// <param name="Number">退回单号, <c>T-2023-430100-001</c>.</param>
/// <param name="Unit">Unit code.</param>
/// <param name="By">Who returned it.</param>
/// <param name="At">When.</param>
/// <param name="Due">Last day to answer.</param>
/// <param name="Reason">Why, Chinese.</param>
/// <param name="Cells">The cells to mend; at least one.</param>
public sealed record ReturnTicket(string Number, string Unit, string By, DateTimeOffset At, DateOnly Due, string Reason, IReadOnlyList<TicketCell> Cells);

/// <summary>One cell of a 退回单.</summary>
/// <param name="Sheet">Sheet name.</param>
/// <param name="Cell">A1 address.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record TicketCell(string Sheet, string Cell, string Reason);
