using System.Text;
using Pipeline.Reports.Proof;
using Pipeline.Reports.Wording;

namespace Pipeline.Reports.Refresh;

/// <summary>One part of a document with its figures refreshed.</summary>
/// <param name="Xml">Its characters: those of the edited part but for the text in controls of figures.</param>
/// <param name="Before">The part as it was edited.</param>
/// <param name="Changed">Which controls changed, by their place among all, and from what to what.</param>
/// <param name="Left">Controls of figures that hold something a text cannot replace.</param>
internal sealed record PartRefresh(
    string Xml, WordPart Before, IReadOnlyList<(int Control, string From, string To)> Changed, IReadOnlyList<WordControl> Left)
{
    /// <summary>Refreshes a part.</summary>
    /// <param name="xml">Its characters.</param>
    /// <param name="part">What was read of them.</param>
    /// <param name="subject">What is in force.</param>
    public static PartRefresh Apply(string xml, WordPart part, ReportSubject subject)
    {
        var words = new FigureWords(subject.Figures);
        var changed = new List<(int, string, string)>();
        var left = new List<WordControl>();
        var splices = new List<(WordText At, string Text)>();
        foreach (var (index, control) in part.Controls.Index())
        {
            if (!subject.Figures.Figures.ContainsKey(control.Tag)) continue;
            var meant = Printed(words, control);
            if (meant == control.Text) continue;
            // What is tracked as deleted was taken out by somebody, and is not put back.
            if (control.Texts.Count == 0 && control.Holds == ControlContent.Deleted) continue;
            if (meant is null || control.Texts.Count == 0 || (control.Holds & (ControlContent.Other | ControlContent.Control)) != 0)
            {
                left.Add(control);
                continue;
            }

            changed.Add((index, control.Text, meant));
            splices.Add((control.Texts[0], meant));
            splices.AddRange(control.Texts.Skip(1).Where(t => t.Text.Length > 0).Select(t => (t, "")));
        }

        return new PartRefresh(Splice(xml, splices), part, changed, left);
    }

    /// <summary>The changes with the sentences they stand in.</summary>
    /// <param name="now">The refreshed part: it has the same controls in the same order.</param>
    /// <param name="subject">What is in force.</param>
    public IEnumerable<FigureChange> ChangesIn(WordPart now, ReportSubject subject) =>
        from change in Changed
        let control = now.Controls[change.Control]
        let sentence = control.Place is { } place ? place.Line.SentenceAt(place.At) : ""
        select new FigureChange(control.Tag, subject.Figures.Figures[control.Tag].Label, change.From, change.To, sentence);

    /// <summary>What a control prints: the part it is bound to, or where it was unbound the part whose kind of text it holds.</summary>
    private static string? Printed(FigureWords words, WordControl control)
    {
        if (control.Part.Length > 0) return words.Find(control.Tag, control.Part)?.Text;
        var full = words.Find(control.Tag, FigurePart.Full)?.Text;
        var number = words.Find(control.Tag, FigurePart.Number)?.Text;
        return control.Text.Length > 0 && char.IsAsciiDigit(control.Text[^1]) ? number : full;
    }

    private static string Splice(string xml, List<(WordText At, string Text)> splices)
    {
        if (splices.Count == 0) return xml;
        var result = new StringBuilder(xml.Length);
        var from = 0;
        foreach (var (at, text) in splices.OrderBy(s => s.At.From))
        {
            result.Append(xml, from, at.From - from);
            if (at.EmptyTag is { } tag) result.Append('>').Append(Escape(text)).Append("</").Append(tag).Append('>');
            else result.Append(Escape(text));
            from = at.To;
        }

        return result.Append(xml, from, xml.Length - from).ToString();
    }

    private static string Escape(string text) => PrintableText.Of(text)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
