using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Tests.Reports;

/// <summary>A DOCX whose bytes somebody changed, part by part.</summary>
internal sealed partial class EditedDocument(byte[] document)
{
    public const string Main = "word/document.xml";

    private readonly List<(string Name, byte[] Bytes)> parts = Parts(document);

    public string Text => Encoding.UTF8.GetString(Bytes(Main));

    /// <summary>Names of the parts that are charts, the first of the document first.</summary>
    public IReadOnlyList<string> Charts => [.. parts.Select(p => p.Name).Where(n => n.StartsWith("word/charts/", StringComparison.Ordinal) && n.EndsWith(".xml", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static List<(string Name, byte[] Bytes)> Parts(byte[] document)
    {
        using var archive = new ZipArchive(new MemoryStream(document));
        return [.. archive.Entries.Select(e =>
        {
            using var from = e.Open();
            using var to = new MemoryStream();
            from.CopyTo(to);
            return (e.FullName, to.ToArray());
        })];
    }

    public byte[] Bytes(string part) => parts.Single(p => p.Name == part).Bytes;

    /// <summary>Changes the characters of a part.</summary>
    public EditedDocument Edit(Func<string, string> change, string part = Main)
    {
        var index = parts.FindIndex(p => p.Name == part);
        var before = Encoding.UTF8.GetString(parts[index].Bytes);
        var after = change(before);
        Assert.NotEqual(before, after);
        parts[index] = (part, Encoding.UTF8.GetBytes(after));
        return this;
    }

    public EditedDocument Replace(string from, string to) => Edit(xml =>
    {
        var at = xml.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The document does not hold {from}.");
        return xml[..at] + to + xml[(at + from.Length)..];
    });

    /// <summary>Changes the text of the first control of a figure.</summary>
    public EditedDocument Type(string figure, string text) => Edit(xml => Control(figure).Replace(xml, m => m.Groups[1].Value + text + m.Groups[3].Value, 1));

    /// <summary>The first control of a figure, as it is written.</summary>
    public string ControlOf(string figure) => Whole(figure).Match(Text).Value;

    public EditedDocument Add(string part, string content)
    {
        parts.Add((part, Encoding.UTF8.GetBytes(content)));
        return this;
    }

    public byte[] Save()
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return output.ToArray();
    }

    /// <summary>document.xml with the text of every figure's control blanked.</summary>
    public static string Blanked(byte[] document, Func<string, bool> isFigure) => AnyControl().Replace(new EditedDocument(document).Text,
        m => isFigure(m.Groups[1].Value) ? Texts().Replace(m.Value, "$1$2") : m.Value);

    private static Regex Control(string figure) =>
        new($"(<w:tag w:val=\"{Regex.Escape(figure)}\"(?:(?!</w:sdt>).)*?<w:t(?: [^>]*)?>)([^<]*)(</w:t>)", RegexOptions.Singleline);

    private static Regex Whole(string figure) => new($"<w:sdt>(?:(?!<w:sdt>).)*?<w:tag w:val=\"{Regex.Escape(figure)}\".*?</w:sdt>", RegexOptions.Singleline);

    [GeneratedRegex("<w:sdt>(?:(?!<w:sdt>).)*?<w:tag w:val=\"([^\"]*)\".*?</w:sdt>", RegexOptions.Singleline)]
    private static partial Regex AnyControl();

    [GeneratedRegex("(<w:t(?: [^>]*)?>)[^<]*(</w:t>)")]
    private static partial Regex Texts();
}
