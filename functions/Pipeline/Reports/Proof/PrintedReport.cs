using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Reports.Wording;
using Pipeline.Returns;

namespace Pipeline.Reports.Proof;

/// <summary>A report as its reader sees it: lines, figures and numbers are read from the document's bytes and from nothing else.</summary>
internal sealed partial class PrintedReport
{
    private readonly Dictionary<string, decimal?> values = [];
    private readonly ILookup<string, FigurePlace> printed;

    private PrintedReport(ReportSubject subject, IReadOnlyList<PrintedLine> lines, string? lockedSnapshot)
    {
        (Subject, Lines, LockedSnapshot) = (subject, lines, lockedSnapshot);
        Figures = [.. lines.SelectMany(line => line.Slots.Where(s => IsFigure(s.Tag)).Select(s => new FigurePlace(s, line)))];
        printed = Figures.ToLookup(f => f.Id);
    }

    /// <summary>What the document was made of, or is to agree with.</summary>
    public ReportSubject Subject { get; }

    /// <summary>Paragraphs and table rows, top to bottom.</summary>
    public IReadOnlyList<PrintedLine> Lines { get; }

    /// <summary>Snapshot the year is locked with; null while it is open.</summary>
    public string? LockedSnapshot { get; }

    /// <summary>Every figure, as often as it is printed.</summary>
    public IReadOnlyList<FigurePlace> Figures { get; }

    /// <summary>Reads a document that was written here.</summary>
    /// <param name="subject">What it was made of.</param>
    /// <param name="document">Its bytes.</param>
    /// <param name="lockedSnapshot">Snapshot the year is locked with.</param>
    /// <exception cref="DocumentRefusedException">They are no Word document.</exception>
    public static PrintedReport Read(ReportSubject subject, byte[] document, string? lockedSnapshot)
    {
        using var package = DocxPackage.OpenOwn(document);
        return Of(subject, DocxPackage.Read(package.Text(package.Main)).Lines, lockedSnapshot);
    }

    /// <summary>A report of lines already read.</summary>
    public static PrintedReport Of(ReportSubject subject, IReadOnlyList<PrintedLine> lines, string? lockedSnapshot) =>
        new(subject, [.. Sections.Mark(lines)], lockedSnapshot);

    /// <summary>Whether there is a figure of this id.</summary>
    public bool IsFigure(string id) => Subject.Figures.Figures.ContainsKey(id);

    /// <summary>The number of a figure as the page has it; of one that is not on the page, as it would be printed.</summary>
    /// <returns>Null where nothing but 无 or — is printed.</returns>
    public decimal? Value(string id)
    {
        if (values.TryGetValue(id, out var known)) return known;
        var places = printed[id].Where(f => f.Part != FigurePart.Unit).ToList();
        var signed = places.FirstOrDefault(f => f.Part != FigurePart.Size);
        var value = signed is not null ? Number(signed.Text)
            : places is [var size, ..] && Number(size.Text) is { } magnitude ? magnitude * Sign(size)
            : Number(Subject.Figures.Figures[id].Text);
        values[id] = value;
        return value;
    }

    /// <summary>The number a text prints; null for 无, — and the like.</summary>
    public static decimal? Number(string text)
    {
        var digits = new string([.. text.Replace(",", "", StringComparison.Ordinal).SkipWhile(c => !char.IsAsciiDigit(c) && c != '-').TakeWhile(c => char.IsAsciiDigit(c) || c is '-' or '.')]);
        return decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The text a figure's part must print; null where there is no such part.</summary>
    public string? Meant(string id, string part)
    {
        var figure = Subject.Figures.Figures[id];
        return new FigureWords(Subject.Figures).Find(figure.Id, part)?.Text;
    }

    /// <summary>Adds what a rule found at a place of the text, with the sentence it found it in.</summary>
    public static void Find(FindingList findings, string rule, PrintedLine line, int at, params ReadOnlySpan<(string Name, string Value)> values) =>
        findings.Add(rule, Place.OfSheet(line.Section), [.. values, (FindingSentence.Name, line.SentenceAt(at))]);

    /// <summary>减少0.52万元 prints no sign: the word before it is the sign.</summary>
    private decimal Sign(FigurePlace size)
    {
        var word = Falling().Match(size.Line.Text[..size.At]);
        if (word.Success) return word.Groups["down"].Success ? -1 : 1;
        return Subject.Figures.Figures[size.Id].Text.StartsWith('-') ? -1 : 1;
    }

    [GeneratedRegex("((?<down>减少|下降|降低|亏损|短收|赤字)|增加|增长|上升|提高|持平)[额了到为约达共]{0,3}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Falling();
}

/// <summary>A figure in one place of the text.</summary>
internal sealed record FigurePlace(PrintedSlot Slot, PrintedLine Line)
{
    public string Id => Slot.Tag;

    /// <summary>One of <see cref="FigurePart"/>, empty when the control does not say.</summary>
    public string Part => Slot.Part;

    public int At => Slot.At;

    public string Text => Line.Text.Substring(Slot.At, Slot.Length);
}
