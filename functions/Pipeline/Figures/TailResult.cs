namespace Pipeline.Figures;

/// <summary>What is printed for every slot, in the order given.</summary>
/// <param name="Slots">One for every slot of the input.</param>
/// <param name="Adjustments">The 尾差清单: every slot that does not print its own rounding.</param>
/// <param name="Unmet">Identities no choice of floors and ceilings meets beside those given before them: the page needs a note.</param>
internal sealed record TailResult(
    IReadOnlyList<PrintedSlot> Slots, IReadOnlyList<TailAdjustment> Adjustments, IReadOnlyList<TailIdentity> Unmet)
{
    public bool AllHold => Unmet.Count == 0;
}

/// <param name="Id">The slot.</param>
/// <param name="Rounded">Half away from zero, in hundredths of the display unit.</param>
/// <param name="Printed">What stands on the page, in hundredths of the display unit.</param>
internal sealed record PrintedSlot(string Id, long Rounded, long Printed)
{
    public bool Adjusted => Printed != Rounded;
}

/// <param name="Slot">The slot that moved by one hundredth.</param>
/// <param name="Rounded">Hundredths it would print on its own.</param>
/// <param name="Printed">Hundredths it prints.</param>
/// <param name="Exact">Its value in the display unit.</param>
/// <param name="Cause">The first identity with this slot that rounding breaks; if none, the first through which it passes a tail on.</param>
internal sealed record TailAdjustment(string Slot, long Rounded, long Printed, decimal Exact, TailIdentity Cause);
