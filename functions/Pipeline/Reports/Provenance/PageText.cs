namespace Pipeline.Reports.Provenance;

/// <summary>A paragraph or a cell of a table as printed, and the figures in it.</summary>
/// <param name="Line">Line of the printed text it stands in, counted from 0: a paragraph or table row each (<see cref="ReportText"/>).</param>
/// <param name="Place">Chinese: the headings above it, <c>五、… （一）…</c> or <c>附件6 …</c>.</param>
/// <param name="Row">What its row is called; null for a paragraph.</param>
/// <param name="Column">Caption of its column; null for a paragraph.</param>
/// <param name="Text">As printed.</param>
/// <param name="Figures">The figures printed in it.</param>
public sealed record PageText(int Line, string Place, string? Row, string? Column, string Text, IReadOnlyList<PlacedFigure> Figures)
{
    private static readonly char[] Ends = ['。', '！', '？'];

    /// <summary>Whether it is a cell of a table.</summary>
    public bool IsCell => Column is not null;

    /// <summary>The text with every figure's id before it: <c>实际收入〔S5.E.A.INC〕1544.39亿元</c>.</summary>
    public string Marked => Mark(f => $"〔{f.Figure}〕{Text.Substring(f.At, f.Length)}");

    /// <summary>The text with ids where the numbers stand, for whom the numbers are not meant.</summary>
    public string WithoutNumbers => Mark(f => $"〔{f.Figure}〕");

    /// <summary>Its sentences, each with its own figures; a cell is one. Joined they give the text.</summary>
    public IEnumerable<PageText> Sentences()
    {
        if (IsCell)
        {
            yield return this;
            yield break;
        }

        for (var from = 0; from < Text.Length;)
        {
            var end = Text.IndexOfAny(Ends, from);
            var to = end < 0 ? Text.Length : end + 1;
            var (start, length) = (from, to - from);
            yield return this with
            {
                Text = Text.Substring(start, length),
                Figures = [.. Figures.Where(f => f.At >= start && f.At < start + length).Select(f => f with { At = f.At - start })],
            };
            from = to;
        }
    }

    private string Mark(Func<PlacedFigure, string> print)
    {
        var marked = new System.Text.StringBuilder();
        var from = 0;
        foreach (var figure in Figures)
        {
            marked.Append(Text, from, figure.At - from).Append(print(figure));
            from = figure.At + figure.Length;
        }

        return marked.Append(Text, from, Text.Length - from).ToString();
    }
}

/// <summary>A figure in a text.</summary>
/// <param name="Figure">Figure id.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Length">How many characters it has.</param>
public sealed record PlacedFigure(string Figure, int At, int Length);
