namespace Pipeline.Reports.Provenance;

/// <summary>A sentence or a cell that reads otherwise.</summary>
/// <param name="Place">Headings above it.</param>
/// <param name="Row">What its row is called; null for a sentence.</param>
/// <param name="Column">Caption of its column; null for a sentence.</param>
/// <param name="From">As it reads now; empty for one that is new.</param>
/// <param name="To">As it would read; empty for one that falls away.</param>
/// <param name="LineFrom">Line of the printed text now; null for one that is new.</param>
/// <param name="LineTo">Line then; null for one that falls away.</param>
/// <param name="Figures">Ids of the figures in it.</param>
public sealed record PageChange(
    string Place, string? Row, string? Column, string From, string To, int? LineFrom, int? LineTo, IReadOnlyList<string> Figures)
{
    /// <summary>Whether it is a cell of a table.</summary>
    public bool IsCell => Column is not null;
}

/// <summary>How two printings of one report differ.</summary>
internal static class PageChanges
{
    /// <summary>Sentence by sentence and cell by cell, top to bottom.</summary>
    public static IReadOnlyList<PageChange> Between(IReadOnlyList<PageText> before, IReadOnlyList<PageText> after) =>
        [.. Align(before, after).Where(p => p.Was?.Text != p.Now?.Text).SelectMany(p => Between(p.Was, p.Now))];

    private static IEnumerable<PageChange> Between(PageText? was, PageText? now)
    {
        var (old, young) = (was?.Sentences().ToList() ?? [], now?.Sentences().ToList() ?? []);
        if (was is not null && now is not null && old.Count != young.Count) return [Change(was, now)];
        return Enumerable.Range(0, Math.Max(old.Count, young.Count)).Select(i => (Was: old.ElementAtOrDefault(i), Now: young.ElementAtOrDefault(i)))
            .Where(p => p.Was?.Text != p.Now?.Text).Select(p => Change(p.Was, p.Now));
    }

    private static PageChange Change(PageText? was, PageText? now)
    {
        var either = (now ?? was)!;
        return new PageChange(
            either.Place, either.Row, either.Column, was?.Text ?? "", now?.Text ?? "", was?.Line, now?.Line,
            [.. (was?.Figures ?? []).Concat(now?.Figures ?? []).Select(f => f.Figure).Distinct()]);
    }

    /// <summary>What stands in the place of what: texts of the same figures and place are the same text.</summary>
    private static IEnumerable<(PageText? Was, PageText? Now)> Align(IReadOnlyList<PageText> before, IReadOnlyList<PageText> after)
    {
        // Words choose words and a nil section loses its figure, but paragraphs hardly ever come or go.
        if (before.Count == after.Count) return before.Zip(after, (was, now) => ((PageText?)was, (PageText?)now));
        var top = before.Zip(after).TakeWhile(p => p.First.Text == p.Second.Text).Count();
        var bottom = before.Skip(top).Reverse().Zip(after.Skip(top).Reverse()).TakeWhile(p => p.First.Text == p.Second.Text).Count();
        return Longest([.. before.Skip(top).SkipLast(bottom)], [.. after.Skip(top).SkipLast(bottom)]);
    }

    /// <summary>The longest common run of equal texts; what lies between two of them is paired in order.</summary>
    private static List<(PageText?, PageText?)> Longest(PageText[] before, PageText[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = IsOne(before[i], after[j]) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var pairs = new List<(PageText?, PageText?)>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && IsOne(before[i], after[j])) pairs.Add((before[i++], after[j++]));
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1])) pairs.Add((before[i++], null));
            else pairs.Add((null, after[j++]));
        }

        return pairs;
    }

    private static bool IsOne(PageText was, PageText now) => was.Text == now.Text
        || (was.Place == now.Place && was.Row == now.Row && was.Column == now.Column && was.Figures.Count > 0
            && was.Figures.Select(f => f.Figure).SequenceEqual(now.Figures.Select(f => f.Figure)));
}
