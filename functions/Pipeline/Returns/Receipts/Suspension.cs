namespace Pipeline.Returns.Receipts;

/// <summary>停用: a rule that is not asked for a time.</summary>
/// <param name="Rule">Rule number.</param>
/// <param name="Reason">Why, for the clerks.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null until further notice.</param>
/// <param name="By">Who suspended it.</param>
public sealed record Suspension(string Rule, string Reason, DateOnly From, DateOnly? To, string By)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}
