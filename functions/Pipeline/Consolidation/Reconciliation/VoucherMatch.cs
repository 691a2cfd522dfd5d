namespace Pipeline.Consolidation.Reconciliation;

/// <summary>The lines of two sides, voucher by voucher: which of them say the same, which say otherwise, and which only one side has.</summary>
/// <param name="Differing">Lines of one voucher with two amounts.</param>
/// <param name="OwnOnly">Lines the other side has not booked.</param>
/// <param name="OtherOnly">Lines only the other side has booked.</param>
internal sealed record VoucherMatch(
    IReadOnlyList<(TransferLine Own, TransferLine Other)> Differing, IReadOnlyList<TransferLine> OwnOnly, IReadOnlyList<TransferLine> OtherOnly)
{
    // A bank takes a few days; holidays take the longest.
    private const int DaysUnderWay = 10;

    /// <summary>Matches each line at most once: by voucher and amount, then amount and date, then amount within a few days, then voucher alone.
    /// Which side is asked first plays no part.</summary>
    public static VoucherMatch Of(IReadOnlyList<TransferLine> own, IReadOnlyList<TransferLine> other)
    {
        var (ours, theirs) = (new List<TransferLine>(own), new List<TransferLine>(other));
        Pair(ours, theirs, l => l.Voucher.Length > 0 ? (l.Voucher, l.Amount) : null);
        Pair(ours, theirs, l => l.Date is { } date ? (date, l.Amount) : null);
        PairWithinDays(ours, theirs);
        var differing = Pair(ours, theirs, l => l.Voucher.Length > 0 ? l.Voucher : null);
        return new VoucherMatch(differing, ours, theirs);
    }

    /// <summary>Takes out lines of equal keys, first with first.</summary>
    private static List<(TransferLine, TransferLine)> Pair(List<TransferLine> ours, List<TransferLine> theirs, Func<TransferLine, object?> key)
    {
        var waiting = theirs.Where(l => key(l) is not null).GroupBy(l => key(l)!).ToDictionary(g => g.Key, g => new Queue<TransferLine>(g));
        var found = new List<(TransferLine, TransferLine)>();
        foreach (var line in ours)
        {
            if (key(line) is { } wanted && waiting.TryGetValue(wanted, out var queue) && queue.TryDequeue(out var match)) found.Add((line, match));
        }

        Remove(ours, found.Select(f => f.Item1));
        Remove(theirs, found.Select(f => f.Item2));
        return found;
    }

    /// <summary>Of equal amounts the earlier goes with the earlier.</summary>
    private static void PairWithinDays(List<TransferLine> ours, List<TransferLine> theirs)
    {
        var waiting = theirs.Where(l => l.Date is not null).GroupBy(l => l.Amount).ToDictionary(g => g.Key, g => new LinkedList<TransferLine>(g.OrderBy(l => l.Date)));
        var found = new List<(TransferLine Own, TransferLine Other)>();
        foreach (var line in ours.Where(l => l.Date is not null).OrderBy(l => l.Date))
        {
            if (!waiting.TryGetValue(line.Amount, out var queue)) continue;
            while (queue.First is { } first && first.Value.Date!.Value.DayNumber < line.Date!.Value.DayNumber - DaysUnderWay) queue.RemoveFirst();
            if (queue.First is not { } next || next.Value.Date!.Value.DayNumber > line.Date!.Value.DayNumber + DaysUnderWay) continue;
            found.Add((line, next.Value));
            queue.RemoveFirst();
        }

        Remove(ours, found.Select(f => f.Own));
        Remove(theirs, found.Select(f => f.Other));
    }

    private static void Remove(List<TransferLine> from, IEnumerable<TransferLine> matched)
    {
        var gone = matched.ToHashSet(ReferenceEqualityComparer.Instance);
        from.RemoveAll(gone.Contains);
    }
}
