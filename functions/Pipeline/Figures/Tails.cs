using Pipeline.Catalogue;

namespace Pipeline.Figures;

/// <summary>The amounts of a report after 尾差: one printed number for each slot, however often it is printed.</summary>
internal sealed class Tails
{
    private readonly Dictionary<string, PrintedSlot> slots;
    private readonly Dictionary<string, TailAdjustment> moves;

    private readonly Dictionary<string, string> labels;

    private Tails(TailResult result, IEnumerable<TailIdentity> untrue, Dictionary<string, string> labels)
    {
        this.labels = labels;
        slots = result.Slots.ToDictionary(s => s.Id);
        moves = result.Adjustments.ToDictionary(a => a.Slot);
        Unmet = [.. result.Unmet.Concat(untrue.Where(i => slots[i.Total].Printed != i.Terms.Sum(t => t.Sign * slots[t.Slot].Printed))).Select(Describe)];
    }

    /// <summary>Sums that do not add up as printed.</summary>
    public IReadOnlyList<string> Unmet { get; }

    public static Tails Balance(IEnumerable<Amount> amounts, IReadOnlyList<Identity> identities)
    {
        var present = amounts.Where(a => a.Raw is not null).ToList();
        var slotOf = present.ToDictionary(a => a.Figure.Id, a => a.Slot);
        // The same number may be an item here and pinned there: the role that holds it fastest decides.
        var slots = present.GroupBy(a => a.Slot).Select(g => new TailSlot(g.Key, g.First().Exact, g.Max(a => a.Figure.Role))).ToList();
        var sums = identities
            .Where(i => slotOf.ContainsKey(i.Total) && i.Terms.All(t => slotOf.ContainsKey(t.Figure)))
            .Select(i => new TailIdentity(slotOf[i.Total], [.. i.Terms.Select(t => (slotOf[t.Figure], t.Sign))]))
            .DistinctBy(i => i.Total + " = " + string.Join(" ", i.Terms))
            .ToList();
        // A sum that is wrong before rounding is no matter of 尾差: nothing moves to make it look right, and no true sum gives way to it.
        var exact = slots.ToDictionary(s => s.Id, s => s.Exact);
        var isTrue = sums.ToLookup(i => exact[i.Total] == i.Terms.Sum(t => t.Sign * exact[t.Slot]));
        return new Tails(
            TailBalancer.Balance(slots, [.. isTrue[true]]), isTrue[false],
            present.GroupBy(a => a.Slot).ToDictionary(g => g.Key, g => $"{g.First().Figure.Section}“{g.First().Figure.Label}”"));
    }

    public string Text(Amount amount) => Rounding.PrintHundredths(slots[amount.Slot].Printed);

    public TailMove? Move(Amount amount) => moves.TryGetValue(amount.Slot, out var move)
        ? new TailMove(Rounding.PrintHundredths(move.Rounded), Rounding.PrintHundredths(move.Printed), Describe(move.Cause))
        : null;

    /// <summary>The sum in the words of the page.</summary>
    private string Describe(TailIdentity identity) =>
        $"{labels[identity.Total]} = {string.Join(" ", identity.Terms.Select((t, index) => $"{(t.Sign < 0 ? "− " : index == 0 ? "" : "+ ")}{labels[t.Slot]}"))}";
}
