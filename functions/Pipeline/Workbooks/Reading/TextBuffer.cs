using System.Xml;

namespace Pipeline.Workbooks;

/// <summary>Characters taken from the XML reader without a string for each value; used again for every cell.</summary>
internal sealed class TextBuffer(int limit)
{
    private char[] _characters = new char[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _characters.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Appends the value of the reader's current node.</summary>
    public void Append(XmlReader xml)
    {
        while (true)
        {
            if (_characters.Length - Length < 2)
                Array.Resize(ref _characters, _characters.Length * 2);
            var room = _characters.Length - Length;
            var read = xml.ReadValueChunk(_characters, Length, room);
            Length += read;
            if (Length > limit)
                throw WorkbookRefusedException.TooLarge($"a text of more than {limit} characters");
            // One short of full is not the end: the reader holds back a high surrogate whose partner would not fit.
            if (read < room - 1)
                return;
        }
    }

    public override string ToString() => new(Span);
}
