namespace Pipeline.Rules.Causes;

/// <summary>A transfer that only one side has booked.</summary>
/// <param name="Number">凭证号.</param>
/// <param name="Date">When it was sent.</param>
/// <param name="Amount">元.</param>
internal sealed record Voucher(string Number, DateOnly Date, decimal Amount);
