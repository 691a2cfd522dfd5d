using System.Globalization;
using System.Text;

namespace Capacity.Printing;

/// <summary>Markdown as it is written, with numbers as in English.</summary>
internal sealed class Page
{
    private readonly StringBuilder text = new();

    /// <summary>A paragraph, or its first lines.</summary>
    public void Write(params FormattableString[] lines)
    {
        foreach (var line in lines) text.AppendLine(Say(line));
        text.AppendLine();
    }

    /// <summary>The two lines a table begins with.</summary>
    public void Head(params IReadOnlyCollection<string> cells)
    {
        Row(cells);
        text.Append('|').Insert(text.Length, "---|", cells.Count).AppendLine();
    }

    public void Row(params IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");

    public void EndTable() => text.AppendLine();

    public static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => text.ToString();
}
