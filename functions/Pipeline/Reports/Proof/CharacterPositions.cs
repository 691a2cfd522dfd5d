using System.Xml;

namespace Pipeline.Reports.Proof;

/// <summary>Line and column of an XML reader → place in the characters.</summary>
internal sealed class CharacterPositions
{
    private readonly string characters;
    private readonly List<int> lines = [0];

    public CharacterPositions(string characters)
    {
        this.characters = characters;
        for (var index = 0; index < characters.Length; index++)
        {
            // As XML counts them: CR LF is one end of line.
            if (characters[index] == '\n' || (characters[index] == '\r' && (index + 1 == characters.Length || characters[index + 1] != '\n'))) lines.Add(index + 1);
        }
    }

    /// <summary>Where the reader's current element's name stands.</summary>
    public int Of(XmlReader reader)
    {
        var info = (IXmlLineInfo)reader;
        return lines[info.LineNumber - 1] + info.LinePosition - 1;
    }

    /// <summary>The place behind a start tag whose name stands at <paramref name="name"/>.</summary>
    public int BehindTag(int name)
    {
        var quote = '\0';
        for (var index = name; ; index++)
        {
            var c = characters[index];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '>') return index + 1;
        }
    }
}
