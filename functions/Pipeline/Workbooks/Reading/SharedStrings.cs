namespace Pipeline.Workbooks;

/// <summary>The workbook's table of texts, read when the first cell asks for one.</summary>
internal sealed class SharedStrings(PackageParts parts, string? part, WorkbookLimits limits)
{
    private string[]? _texts;

    /// <exception cref="WorkbookRefusedException">There is no text of that number.</exception>
    public string this[int index]
    {
        get
        {
            var texts = _texts ??= part is null ? [] : Read();
            return (uint)index < (uint)texts.Length
                ? texts[index]
                : throw WorkbookRefusedException.Corrupt($"shared string {index} of {texts.Length}");
        }
    }

    /// <summary>Appends a rich or plain text: the runs joined, phonetic readings left out.</summary>
    public static void ReadRuns(PartReader reader, TextBuffer text)
    {
        if (!reader.HasContent)
            return;
        var depth = reader.Xml.Depth;
        while (reader.NextChild(depth))
        {
            if (reader.Is(reader.Names.Text))
                reader.ReadText(text);
            else if (reader.Is(reader.Names.Run) && reader.HasContent)
                ReadRun(reader, text, depth + 1);
        }
    }

    private static void ReadRun(PartReader reader, TextBuffer text, int depth)
    {
        while (reader.NextChild(depth))
        {
            if (reader.Is(reader.Names.Text))
                reader.ReadText(text);
        }
    }

    private string[] Read()
    {
        var texts = new List<string>();
        var text = new TextBuffer(limits.MaxCellLength);
        var length = 0L;
        using var reader = parts.Read(part!);
        reader.Root();
        while (reader.NextChild(0))
        {
            if (!reader.Is(reader.Names.Item))
                continue;
            text.Clear();
            ReadRuns(reader, text);
            length += text.Length;
            if (texts.Count >= limits.MaxSharedStrings || length > limits.MaxSharedStringLength)
                throw WorkbookRefusedException.TooLarge("more shared strings than allowed");
            texts.Add(EscapedText.Decode(text.Span));
        }

        reader.Drain();
        return [.. texts];
    }
}
