using System.Text;
using System.Xml;

namespace Pipeline.Reports.Proof;

/// <summary>Reads WordprocessingML element by element and keeps what a reader of the page sees.</summary>
internal sealed class WordScan(XmlReader reader, CharacterPositions positions)
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private readonly List<Line> finished = [];
    private readonly List<(Frame Frame, WordControl Control)> controls = [];
    private readonly Stack<string> path = [];
    private readonly Stack<Line?> lines = [];
    private readonly Stack<bool> ownLine = [];
    private readonly Stack<Frame> frames = [];
    private int deleted, fallback, fields;
    private (int From, StringBuilder Text)? text;

    /// <summary>Takes the reader's current node.</summary>
    public void Take()
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var name = Name();
                if (reader.IsEmptyElement)
                {
                    if (name == "t") TakeText(new(positions.BehindTag(positions.Of(reader)) - 2, positions.BehindTag(positions.Of(reader)), "", reader.Name));
                    else Point(name);
                }
                else
                {
                    Begin(name);
                    path.Push(name);
                }

                break;
            case XmlNodeType.EndElement:
                End(path.Pop());
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                text?.Text.Append(reader.Value);
                break;
        }
    }

    /// <summary>What was read.</summary>
    public WordPart Finish()
    {
        var printed = finished.ToDictionary(l => l, l => l.Printed());
        return new WordPart(
            [.. finished.Where(l => !l.Shadow && l.Text.Length > 0).Select(l => printed[l])],
            [.. controls.Select(c => c.Frame.Line is { } line ? c.Control with { Place = (printed[line], c.Frame.At) } : c.Control)]);
    }

    private void Begin(string name)
    {
        switch (name)
        {
            case "t":
                text = (positions.BehindTag(positions.Of(reader)), new StringBuilder());
                break;
            case "p" when lines.TryPeek(out var row) && row is { IsRow: true }:
                ownLine.Push(false);
                break;
            case "p":
                ownLine.Push(true);
                lines.Push(new Line(isRow: false, fallback > 0));
                break;
            case "tr":
                lines.Push(new Line(isRow: true, fallback > 0));
                break;
            case "tc" when lines.TryPeek(out var row) && row is { IsRow: true }:
                if (row.Cells++ > 0) row.Text.Append('\t');
                break;
            case "txbxContent":
                lines.Push(null);
                break;
            case "sdt":
                frames.Push(new Frame());
                break;
            case "del" or "moveFrom":
                deleted++;
                break;
            case "Fallback":
                fallback++;
                break;
            case "fldSimple":
                fields++;
                break;
            default:
                Point(name);
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t" when text is { } read:
                text = null;
                TakeText(new WordText(read.From, positions.Of(reader) - 2, read.Text.ToString(), null));
                break;
            case "p" when ownLine.Pop():
            case "tr":
                if (lines.Pop() is { } line) finished.Add(line);
                break;
            case "txbxContent":
                lines.Pop();
                break;
            case "sdt":
                Close(frames.Pop());
                break;
            case "del" or "moveFrom":
                deleted--;
                break;
            case "Fallback":
                fallback--;
                break;
            case "fldSimple":
                fields--;
                break;
        }
    }

    /// <summary>Elements that count by being there.</summary>
    private void Point(string name)
    {
        var parent = path.TryPeek(out var above) ? above : "";
        switch (name)
        {
            case "tag" when parent == "sdtPr":
                frames.Peek().Tag = Attribute("val") ?? "";
                break;
            case "dataBinding" when parent == "sdtPr":
                frames.Peek().Part = WordPart.BoundPart(Attribute("xpath"));
                break;
            case "fldChar":
                fields = Math.Max(0, fields + (Attribute("fldCharType") switch { "begin" => 1, "end" => -1, _ => 0 }));
                break;
            case "del" when parent == "trPr" && lines.TryPeek(out var row) && row is not null:
                row.Shadow = true;
                break;
            case "delText":
                if (frames.TryPeek(out var around)) around.Holds |= ControlContent.Deleted;
                break;
            case "tab" or "noBreakHyphen" when parent == "r":
                Other(name == "tab" ? "\t" : "-");
                break;
            case "br" or "cr" or "sym" or "drawing" or "pict" or "object" or "ptab" when parent == "r":
                Other("");
                break;
        }
    }

    private void Other(string seen)
    {
        if (deleted > 0) return;
        if (frames.TryPeek(out var frame)) frame.Holds |= ControlContent.Other;
        if (lines.TryPeek(out var line) && line is not null && Shows(line)) line.Text.Append(seen);
    }

    private void TakeText(WordText read)
    {
        var frame = frames.FirstOrDefault(f => f.Tag.Length > 0);
        if (deleted > 0)
        {
            if (frame is not null) frame.Holds |= ControlContent.Deleted;
            return;
        }

        frame?.Texts.Add(read);
        if (!lines.TryPeek(out var line) || line is null || !Shows(line)) return;
        if (frame is not null && frame.Line is null) (frame.Line, frame.At) = (line, line.Text.Length);
        if (fields > 0) line.Fields.Add((line.Text.Length, read.Text.Length));
        line.Text.Append(read.Text);
        if (frame is not null && frame.Line == line) frame.End = line.Text.Length;
    }

    // A fallback inside a line that is shown would say again what the line says.
    private bool Shows(Line line) => fallback == 0 || line.Shadow;

    private void Close(Frame frame)
    {
        if (frame.Tag.Length == 0) return;
        foreach (var outer in frames.Where(f => f.Tag.Length > 0)) outer.Holds |= ControlContent.Control;
        frame.Line?.Slots.Add(new PrintedSlot(frame.Tag, frame.Part, frame.At, frame.End - frame.At));
        controls.Add((frame, new WordControl(frame.Tag, frame.Part, frame.Texts, frame.Holds)));
    }

    /// <summary>Local name of a Word element; of others only the fallback of an alternative, which shows nothing new, and a binding.</summary>
    private string Name() =>
        reader.NamespaceURI is Transitional or Strict || reader.LocalName is "Fallback" or "dataBinding" ? reader.LocalName : "";

    private string? Attribute(string name) =>
        reader.GetAttribute(name, Transitional) ?? reader.GetAttribute(name, Strict) ?? reader.GetAttribute(name, reader.NamespaceURI);

    private sealed class Line(bool isRow, bool shadow)
    {
        public StringBuilder Text { get; } = new();
        public List<PrintedSlot> Slots { get; } = [];
        public List<(int At, int Length)> Fields { get; } = [];
        public bool IsRow { get; } = isRow;
        public bool Shadow { get; set; } = shadow;
        public int Cells { get; set; }

        public PrintedLine Printed() => new(Text.ToString(), Slots, IsRow) { Fields = Fields };
    }

    private sealed class Frame
    {
        public string Tag { get; set; } = "";
        public string Part { get; set; } = "";
        public List<WordText> Texts { get; } = [];
        public ControlContent Holds { get; set; }
        public Line? Line { get; set; }
        public int At { get; set; }
        public int End { get; set; }
    }
}
