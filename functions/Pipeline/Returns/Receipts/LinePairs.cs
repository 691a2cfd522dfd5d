using System.Globalization;
using System.Text;

namespace Pipeline.Returns.Receipts;

/// <summary>Which line of a register became which: a line is known by what it says, not by where it stands.</summary>
internal sealed class LinePairs
{
    // Comparing every line with every other is for the few that nothing else pairs.
    private const int MaxComparisons = 250_000;

    // A part that two lines share by chance (基金, 方向) does not make them one.
    private const int LeastShared = 2;

    private readonly IReadOnlyList<string> columns;
    private readonly List<(RegisterLine? Before, RegisterLine? After)> changed = [];
    private List<RegisterLine> before;
    private List<RegisterLine> after;

    private LinePairs(IReadOnlyList<string> columns, IEnumerable<RegisterLine> before, IEnumerable<RegisterLine> after)
    {
        (this.columns, this.before, this.after) = (columns, [.. before], [.. after]);
        Match(line => Says(line, except: null), isChange: false);
        foreach (var column in columns) Match(line => Shared(line, column) < LeastShared ? null : Says(line, column), isChange: true);
        if ((long)this.before.Count * this.after.Count <= MaxComparisons) MatchAlike();
        Match(line => line.Row.ToString(CultureInfo.InvariantCulture), isChange: true);
        changed.AddRange(this.after.Select(line => ((RegisterLine?)null, (RegisterLine?)line)));
        changed.Sort((x, y) => x.After!.Row.CompareTo(y.After!.Row));
        changed.AddRange(this.before.Select(line => ((RegisterLine?)line, (RegisterLine?)null)));
    }

    /// <summary>Lines that differ: those of the newer return in its order, new ones without a before, then those that are gone.</summary>
    /// <param name="columns">Codes of the columns that count.</param>
    /// <param name="before">Lines of the older return.</param>
    /// <param name="after">Lines of the newer.</param>
    public static IReadOnlyList<(RegisterLine? Before, RegisterLine? After)> Changed(
        IReadOnlyList<string> columns, IEnumerable<RegisterLine> before, IEnumerable<RegisterLine> after) => new LinePairs(columns, before, after).changed;

    // Pairs lines of one key, first with first.
    private void Match(Func<RegisterLine, string?> key, bool isChange)
    {
        if (before.Count == 0 || after.Count == 0) return;
        var waiting = new Dictionary<string, Queue<RegisterLine>>(StringComparer.Ordinal);
        foreach (var line in before)
        {
            if (key(line) is not { } said) continue;
            if (!waiting.TryGetValue(said, out var alike)) waiting[said] = alike = new Queue<RegisterLine>();
            alike.Enqueue(line);
        }

        var paired = new HashSet<RegisterLine>(ReferenceEqualityComparer.Instance);
        foreach (var line in after)
        {
            if (key(line) is not { } said || !waiting.TryGetValue(said, out var alike) || !alike.TryDequeue(out var was)) continue;
            Pair(was, line, paired, isChange);
        }

        Drop(paired);
    }

    // The most alike first, of those the nearest; at least half of what either says must be the same.
    private void MatchAlike()
    {
        var candidates = (from was in before
                          from line in after
                          let same = columns.Count(c => was.Values.TryGetValue(c, out var text) && line.Values.GetValueOrDefault(c) == text)
                          where same > 0 && 2 * same >= Math.Max(was.Values.Count, line.Values.Count)
                          orderby same descending, Math.Abs(was.Row - line.Row), line.Row, was.Row
                          select (Was: was, Line: line)).ToList();
        var paired = new HashSet<RegisterLine>(ReferenceEqualityComparer.Instance);
        foreach (var (was, line) in candidates)
        {
            if (!paired.Contains(was) && !paired.Contains(line)) Pair(was, line, paired, isChange: true);
        }

        Drop(paired);
    }

    private void Pair(RegisterLine was, RegisterLine line, HashSet<RegisterLine> paired, bool isChange)
    {
        paired.Add(was);
        paired.Add(line);
        if (isChange) changed.Add((was, line));
    }

    private void Drop(HashSet<RegisterLine> paired) =>
        (before, after) = ([.. before.Where(l => !paired.Contains(l))], [.. after.Where(l => !paired.Contains(l))]);

    private int Shared(RegisterLine line, string except) => columns.Count(c => c != except && line.Values.ContainsKey(c));

    // Lengths keep two texts from running into one another.
    private string Says(RegisterLine line, string? except)
    {
        var said = new StringBuilder();
        foreach (var column in columns)
        {
            var text = column == except ? "" : line.Values.GetValueOrDefault(column, "");
            said.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
        }

        return said.ToString();
    }
}
