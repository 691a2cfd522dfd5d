using Pipeline.Catalogue;
using System.Numerics;

namespace Pipeline.Figures;

/// <summary>尾差: makes the sums printed on a page add up although every number on it is rounded alone.</summary>
/// <remarks>
/// Every number prints as the floor or the ceiling of its exact value in hundredths, so to balance is to choose which numbers move off
/// their rounding. The choice is the cheapest one, in this order: fewest totals moved, then balances, items, differences; then the
/// numbers whose dropped fraction is nearest the next unit (largest remainder); then those given first. No two choices cost the same,
/// so the result does not depend on how it is found. Where the identities contradict each other or the pins, those given earlier win.
/// </remarks>
internal static class TailBalancer
{
    // Remainders are decimals of up to 28 places below one; in this unit they are whole.
    private const decimal RemainderScale = 1e28m;

    /// <exception cref="ArgumentException">Malformed input: a slot twice, an unknown slot, a sign other than ±1.</exception>
    /// <exception cref="OverflowException">A value beyond what Int64 hundredths can carry.</exception>
    public static TailResult Balance(IReadOnlyList<TailSlot> slots, IReadOnlyList<TailIdentity> identities)
    {
        var index = Index(slots);
        var numbers = slots.Select(Number.Of).ToArray();
        var rows = identities.Select(i => Row.Of(i, index)).ToArray();
        var off = rows.Select(r => r.Imbalance(numbers)).ToArray();

        foreach (var group in Connected(rows, numbers))
        {
            if (group.All(r => off[r] == 0)) continue;
            foreach (var moved in Choose(group, rows, numbers, off)) numbers[moved].Move();
        }

        var unmet = Enumerable.Range(0, rows.Length).Where(r => rows[r].Imbalance(numbers) != 0).ToArray();
        return new TailResult(
            [.. slots.Select((s, i) => new PrintedSlot(s.Id, numbers[i].Rounded, numbers[i].Printed))],
            [.. slots.Select((s, i) => (s, i)).Where(x => numbers[x.i].Moved).Select(x => new TailAdjustment(
                x.s.Id, numbers[x.i].Rounded, numbers[x.i].Printed, x.s.Exact, identities[Cause(x.i, rows, off, unmet)]))],
            [.. unmet.Select(r => identities[r])]);
    }

    /// <summary>The slots to move so that the identities of the group hold: all, or where they exclude each other, the earlier.</summary>
    private static int[] Choose(int[] group, Row[] rows, Number[] numbers, long[] off)
    {
        var movable = group.SelectMany(r => rows[r].Terms).Select(t => t.Slot).Where(s => numbers[s].Step != 0)
            .Distinct().Order().ToArray();
        var cost = Costs([.. movable.Select(s => numbers[s])]);
        var kept = group;
        var moves = Solve(kept);
        if (moves is null)
        {
            kept = [];
            foreach (var row in group)
            {
                if (Solve([.. kept, row]) is not { } more) continue;
                kept = [.. kept, row];
                moves = more;
            }
        }

        return moves is null ? [] : [.. movable.Where((_, i) => moves[i])];

        bool[]? Solve(int[] wanted)
        {
            var coefficients = new int[wanted.Length, movable.Length];
            for (var i = 0; i < wanted.Length; i++)
                foreach (var (slot, sign) in rows[wanted[i]].Terms)
                    if (numbers[slot].Step is var step and not 0)
                        coefficients[i, Array.BinarySearch(movable, slot)] = sign * step;
            return new ZeroOneProgram(coefficients, [.. wanted.Select(r => -off[r])], cost).Cheapest();
        }
    }

    /// <summary>One number per slot, so weighted that the least sum is the preferred choice: roles, remainders, given order.</summary>
    private static BigInteger[] Costs(Number[] movable)
    {
        var count = movable.Length;
        var role = (BigInteger)RemainderScale * (count + 1);
        return [.. movable.Select((n, i) =>
        {
            var dislike = (BigInteger.Pow(count + 1, (int)n.Role) * role) + (BigInteger)(n.Reluctance * RemainderScale);
            return (dislike << count) + (BigInteger.One << i);
        })];
    }

    /// <summary>Rows that share a movable number, directly or through others; each group can be settled alone.</summary>
    private static IEnumerable<int[]> Connected(Row[] rows, Number[] numbers)
    {
        var leader = Enumerable.Range(0, rows.Length).ToArray();
        var seenIn = new Dictionary<int, int>();
        for (var r = 0; r < rows.Length; r++)
            foreach (var (slot, _) in rows[r].Terms)
                if (numbers[slot].Step != 0 && !seenIn.TryAdd(slot, r))
                    leader[Lead(r)] = Lead(seenIn[slot]);
        return Enumerable.Range(0, rows.Length).GroupBy(Lead).Select(g => g.ToArray());

        int Lead(int r) => leader[r] == r ? r : leader[r] = Lead(leader[r]);
    }

    private static int Cause(int slot, Row[] rows, long[] off, int[] unmet)
    {
        var with = Enumerable.Range(0, rows.Length).Except(unmet).Where(r => rows[r].Terms.Any(t => t.Slot == slot)).ToArray();
        return with.Where(r => off[r] != 0).Append(with[0]).First();
    }

    private static Dictionary<string, int> Index(IReadOnlyList<TailSlot> slots)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < slots.Count; i++)
            if (!index.TryAdd(slots[i].Id, i))
                throw new ArgumentException($"Slot {slots[i].Id} is given twice.", nameof(slots));
        return index;
    }

    /// <summary>An identity with everything on one side: Σ sign × printed = 0.</summary>
    private sealed record Row((int Slot, int Sign)[] Terms)
    {
        public static Row Of(TailIdentity identity, Dictionary<string, int> index)
        {
            var terms = identity.Terms.Prepend((Slot: identity.Total, Sign: -1)).Select(t =>
                !index.TryGetValue(t.Slot, out var slot)
                    ? throw new ArgumentException($"Identity {identity.Total} names unknown slot {t.Slot}.")
                : t.Sign is not (1 or -1) ? throw new ArgumentException($"Identity {identity.Total} gives {t.Slot} the sign {t.Sign}.")
                : (slot, t.Sign)).ToArray();
            return terms.DistinctBy(t => t.slot).Count() == terms.Length ? new Row(terms)
                : throw new ArgumentException($"Identity {identity.Total} names a slot twice.");
        }

        /// <summary>Hundredths by which the page misses the identity.</summary>
        public long Imbalance(Number[] numbers) => Terms.Sum(t => t.Sign * numbers[t.Slot].Printed);
    }

    /// <summary>One slot's number: its rounding, and the one other hundredth it may print instead.</summary>
    private sealed class Number(long rounded, int step, decimal reluctance, FigureRole role)
    {
        /// <summary>Hundredths, half away from zero.</summary>
        public long Rounded => rounded;

        /// <summary>The hundredth it may move by: up, down, or 0 for what is pinned or has no more than two decimals.</summary>
        public int Step => step;

        /// <summary>How much further from the exact value a move takes it, 0 to 1 hundredths: smallest for the largest remainder.</summary>
        public decimal Reluctance => reluctance;

        public FigureRole Role => role;

        public bool Moved { get; private set; }

        public long Printed => Moved ? rounded + step : rounded;

        public static Number Of(TailSlot slot)
        {
            var exact = slot.Exact * 100m;
            var rounded = Rounding.Hundredths(slot.Exact);
            var step = slot.Role == FigureRole.Pinned ? 0 : decimal.Sign(exact - rounded);
            return new Number(rounded, step, 1m - (2m * Math.Abs(exact - rounded)), slot.Role);
        }

        public void Move() => Moved = true;
    }
}
