namespace Pipeline.Reports.Wording;

/// <summary>Breaks a title that is too long for its line behind a word that ends a sense group, never inside one.</summary>
/// <param name="breaks">The words behind which a line may end.</param>
internal sealed class TitleLines(IReadOnlyList<string> breaks)
{
    /// <summary>
    /// The title with as few more line breaks as it needs; as it is where it fits, or where no break would make it fit.
    /// Of several ways the one with the most even lines is taken, the longer line above the shorter.
    /// </summary>
    /// <param name="title">The title; breaks it holds already stay.</param>
    /// <param name="characters">Characters that fill a line.</param>
    public IReadOnlyList<Piece> Break(IReadOnlyList<Piece> title, decimal characters)
    {
        var broken = new List<Piece>();
        var line = new List<Piece>();
        foreach (var piece in title)
        {
            if (piece != Piece.LineBreak)
            {
                line.Add(piece);
                continue;
            }

            broken.AddRange(BreakLine(line, characters));
            broken.Add(piece);
            line.Clear();
        }

        return [.. broken, .. BreakLine(line, characters)];
    }

    /// <summary>Width in characters: digits and Latin letters take half of one.</summary>
    public static decimal Width(string text) => text.Sum(c => c < '\u0100' ? 0.5m : 1m);

    private IEnumerable<Piece> BreakLine(List<Piece> line, decimal characters)
    {
        var text = string.Concat(line.Select(p => p.Text));
        if (Width(text) <= characters) return line;
        var ends = Ends(line, text);
        for (var count = 2; count <= ends.Count + 1; count++)
        {
            var best = Ways(text, 0, ends, count).Where(way => Lines(text, way).All(l => Width(l) <= characters))
                .MinBy(way => (Lines(text, way).Sum(l => Width(l) * Width(l)), -way[0]));
            if (best is not null) return Split(line, best);
        }

        return line;
    }

    /// <summary>Where a line may end: behind a sense group, and not inside a figure.</summary>
    private List<int> Ends(List<Piece> line, string text)
    {
        var ends = new SortedSet<int>();
        foreach (var word in breaks)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
                ends.Add(at + word.Length);
        }

        ends.Remove(text.Length);
        var start = 0;
        foreach (var piece in line)
        {
            if (piece.Figure is not null) ends.RemoveWhere(e => e > start && e < start + piece.Text.Length);
            start += piece.Text.Length;
        }

        return [.. ends];
    }

    /// <summary>Every choice of <paramref name="count"/> − 1 ends.</summary>
    private static IEnumerable<int[]> Ways(string text, int from, List<int> ends, int count) => count == 1
        ? [[]]
        : ends.Where(e => e > from).SelectMany(e => Ways(text, e, ends, count - 1).Select(rest => (int[])[e, .. rest]));

    private static IEnumerable<string> Lines(string text, int[] ends) => ends.Append(text.Length).Zip(ends.Prepend(0), (to, from) => text[from..to]);

    private static IEnumerable<Piece> Split(List<Piece> line, int[] ends)
    {
        var start = 0;
        foreach (var piece in line)
        {
            var from = 0;
            foreach (var end in ends.Select(e => e - start).Where(e => e > 0 && e <= piece.Text.Length))
            {
                yield return piece with { Text = piece.Text[from..end] };
                yield return Piece.LineBreak;
                from = end;
            }

            if (from < piece.Text.Length) yield return piece with { Text = piece.Text[from..] };
            start += piece.Text.Length;
        }
    }
}
