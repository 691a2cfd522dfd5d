using System.Text.RegularExpressions;

namespace Pipeline.Reports.Proof;

/// <summary>A paragraph, or a table row with tabs between its cells, as its reader sees it: nothing that is tracked as deleted.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Slots">The content controls in it that have a tag.</param>
/// <param name="IsRow">A table row.</param>
internal sealed partial record PrintedLine(string Text, IReadOnlyList<PrintedSlot> Slots, bool IsRow)
{
    private const int LongestSentence = 120;

    /// <summary>What stands in a blanked place: no digit, no word, and nothing a report holds.</summary>
    public const char Blank = '\uFFFC';

    /// <summary>Where in the report it stands, <c>五（一）</c> or <c>附件6</c>.</summary>
    public string Section { get; init; } = "";

    /// <summary>Stretches that Word computes: page numbers, cross-references.</summary>
    public IReadOnlyList<(int At, int Length)> Fields { get; init; } = [];

    /// <summary>The sentence around a place; of a table row all of it.</summary>
    public string SentenceAt(int at)
    {
        if (IsRow) return string.Join(" | ", Text.Split('\t').Select(c => c.Trim()));
        var from = at == 0 ? 0 : Text.LastIndexOfAny(['。', '；', '！', '？'], at - 1) + 1;
        var end = at >= Text.Length ? -1 : Text.IndexOfAny(['。', '；', '！', '？'], at);
        var sentence = Text[from..(end < 0 ? Text.Length : end + 1)].Trim();
        if (sentence.Length <= LongestSentence) return sentence;
        var start = Math.Clamp(at - from - LongestSentence / 2, 0, sentence.Length - LongestSentence);
        return $"…{sentence.Substring(start, LongestSentence)}…";
    }

    /// <summary>The text with every control of a figure blanked, character for character: what is left is bound to nothing.</summary>
    public string Unbound(Func<string, bool> isFigure)
    {
        var text = Text.ToCharArray();
        foreach (var (at, length) in Slots.Where(s => isFigure(s.Tag)).Select(s => (s.At, s.Length)).Concat(Fields)) text.AsSpan(at, length).Fill(Blank);
        return new string(text);
    }

    /// <summary>The wording without its figures: one blank for each, however long it prints.</summary>
    public string Skeleton(Func<string, bool> isFigure) => Blanks().Replace(Unbound(isFigure), Blank.ToString());

    [GeneratedRegex("\uFFFC+")]
    private static partial Regex Blanks();
}

/// <summary>A content control in a line.</summary>
/// <param name="Tag">Figure id.</param>
/// <param name="Part">Part of the figure it is bound to; empty when the control does not say.</param>
/// <param name="At">Where its text begins.</param>
/// <param name="Length">How long it is.</param>
internal sealed record PrintedSlot(string Tag, string Part, int At, int Length);
