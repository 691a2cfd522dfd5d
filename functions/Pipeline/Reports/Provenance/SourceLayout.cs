namespace Pipeline.Reports.Provenance;

/// <summary>Where the cells behind the figures stand: on as many sheets as they need, those of one figure together where a sheet can hold them.</summary>
internal static class SourceLayout
{
    /// <summary>Lays blocks of rows one below the other.</summary>
    /// <param name="counts">Rows of every figure, in the order of the report.</param>
    /// <param name="lastRow">The last row a sheet has.</param>
    /// <returns>At least one sheet.</returns>
    public static IReadOnlyList<SourceSheet> Of(IReadOnlyList<int> counts, int lastRow)
    {
        var free = lastRow - TraceTable.FirstRow + 1;
        ArgumentOutOfRangeException.ThrowIfLessThan(free, 1, nameof(lastRow));
        var sheets = new List<SourceSheet> { new(1) };
        foreach (var (figure, count) in counts.Index())
        {
            if (sheets[^1].Count > 0 && sheets[^1].Count + count > free) Turn();
            for (var first = 0; first < count;)
            {
                if (sheets[^1].Count == free) Turn();
                first += sheets[^1].Add(figure, first, Math.Min(count - first, free - sheets[^1].Count));
            }
        }

        return sheets;

        void Turn() => sheets.Add(new SourceSheet(sheets.Count + 1));
    }
}

/// <summary>One of these sheets.</summary>
/// <param name="number">Counted from 1.</param>
internal sealed class SourceSheet(int number)
{
    private readonly List<SourceBlock> blocks = [];

    /// <summary>来源, 来源2, 来源3.</summary>
    public string Name => number == 1 ? "来源" : $"来源{number}";

    public int Number => number;

    /// <summary>Rows below the captions.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<SourceBlock> Blocks => blocks;

    /// <summary>Puts cells of a figure below what is there.</summary>
    /// <returns>How many.</returns>
    public int Add(int figure, int first, int count)
    {
        blocks.Add(new SourceBlock(figure, first, count, TraceTable.FirstRow + Count));
        Count += count;
        return count;
    }
}

/// <summary>Cells of a figure below each other.</summary>
/// <param name="Figure">Which figure of the report, counted from 0.</param>
/// <param name="First">Which of its cells is the first here, counted from 0.</param>
/// <param name="Count">How many of them.</param>
/// <param name="Row">Sheet row of the first.</param>
internal sealed record SourceBlock(int Figure, int First, int Count, int Row);
