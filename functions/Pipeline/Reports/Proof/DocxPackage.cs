using System.IO.Compression;
using System.Xml;
using Pipeline.Reports.Provenance;
using Pipeline.Reports.Word.Charts;
using Pipeline.Workbooks;

namespace Pipeline.Reports.Proof;

/// <summary>A Word document as its zip entries, refused before anything is expanded when reading it could cost too much.</summary>
internal sealed class DocxPackage : IDisposable
{
    private const string Types = "[Content_Types].xml";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>A part of text that is read whole; that of a report of ten sections and seven annexes is a tenth of it.</summary>
    private const long MaxPartBytes = 20_000_000;

    private static readonly WorkbookLimits Limits = WorkbookLimits.Default with { MaxExpandedBytes = 200_000_000 };
    private static readonly string[] TextKinds = ["header", "footer", "footnotes", "endnotes"];
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly ZipArchive archive;
    private readonly long mostPartBytes;
    private readonly Dictionary<string, ZipArchiveEntry> parts;

    private DocxPackage(byte[] document, long mostPartBytes)
    {
        archive = new ZipArchive(new MemoryStream(document), ZipArchiveMode.Read);
        this.mostPartBytes = mostPartBytes;
        parts = archive.Entries.ToDictionary(e => PartName.Normal(e.FullName), StringComparer.OrdinalIgnoreCase);
        if (!parts.ContainsKey(Types)) throw DocumentRefusedException.NoDocument();
        var kinds = Kinds();
        if (kinds.Any(k => k.Type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)))
            throw new DocumentRefusedException("文件带有宏，请在 Word 中另存为不带宏的 .docx 后再提交。");
        // The type of the text may stand for the extension as well, and so for every part that does not say its own.
        Main = kinds.FirstOrDefault(k => k.Part == Target() && k.Type == $"{WordType}document.main+xml").Part ?? throw DocumentRefusedException.NoDocument();
        TextParts = [Main, .. kinds.Where(k => k.Part != Main && TextKinds.Any(kind => k.Type == $"{WordType}{kind}+xml")).Select(k => k.Part).Order(StringComparer.Ordinal)];
        ChartParts = [.. kinds.Where(k => k.Type == ChartWriter.ContentType).Select(k => k.Part).Order(StringComparer.Ordinal)];
        ProvenanceParts = [.. parts.Keys.Where(p => p.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase) && RootNamespace(p) == ProvenancePart.Namespace)];
    }

    /// <summary>The part that holds the text.</summary>
    public string Main { get; }

    /// <summary>The text first, then headers, footers and notes.</summary>
    public IReadOnlyList<string> TextParts { get; }

    /// <summary>Charts, those that staff drew themselves too.</summary>
    public IReadOnlyList<string> ChartParts { get; }

    /// <summary>Custom XML that says where the figures come from; one, unless somebody copied it.</summary>
    public IReadOnlyList<string> ProvenanceParts { get; }

    /// <summary>Opens a document.</summary>
    /// <exception cref="DocumentRefusedException">It is none, or must not be read.</exception>
    public static DocxPackage Open(byte[] document) => Guarded(() =>
    {
        using (new PackageParts(new MemoryStream(document), Limits))
        {
            // Refuses what is no package, what was made to burst, and what names a part twice.
        }

        return new DocxPackage(document, MaxPartBytes);
    });

    /// <summary>Opens a document that was written here and has been in nobody's hands: of some hundred units it is larger than what is taken from outside.</summary>
    /// <exception cref="DocumentRefusedException">It is none.</exception>
    public static DocxPackage OpenOwn(byte[] document) => Guarded(() => new DocxPackage(document, long.MaxValue));

    /// <summary>The bytes of a part.</summary>
    /// <exception cref="DocumentRefusedException">It is damaged or too large.</exception>
    public byte[] Bytes(string part) => Guarded(() =>
    {
        var entry = parts[part];
        if (entry.Length > mostPartBytes) throw WorkbookRefusedException.TooLarge(part);
        var bytes = new byte[entry.Length];
        using var content = new PartStream(entry);
        var read = 0;
        while (content.Read(bytes, read, Math.Min(65_536, bytes.Length - read)) is > 0 and var more)
        {
            content.Progressed();
            read += more;
        }

        content.Drain();
        return bytes;
    });

    /// <summary>The characters of a part of text, which give its bytes again.</summary>
    public PartText Text(string part) => Guarded(() => PartText.Of(Bytes(part)));

    /// <summary>A part of text with its lines and controls.</summary>
    public static WordPart Read(PartText text) => Guarded(() => WordPart.Read(text.Xml));

    /// <summary>The document with some parts replaced and all others as they are.</summary>
    public byte[] With(IReadOnlyDictionary<string, byte[]> replaced) => Guarded(() =>
    {
        using var output = new MemoryStream();
        using (var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in archive.Entries)
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = entry.LastWriteTime;
                copy.ExternalAttributes = entry.ExternalAttributes;
                using var to = copy.Open();
                if (replaced.TryGetValue(PartName.Normal(entry.FullName), out var bytes))
                {
                    to.Write(bytes);
                    continue;
                }

                using var from = new PartStream(entry);
                var buffer = new byte[65_536];
                while (from.Read(buffer, 0, buffer.Length) is > 0 and var read)
                {
                    from.Progressed();
                    to.Write(buffer, 0, read);
                }
            }
        }

        return output.ToArray();
    });

    public void Dispose() => archive.Dispose();

    /// <summary>Content types: a part's own, or that of its extension, which need not be a plain one.</summary>
    private List<(string Part, string Type)> Kinds()
    {
        var (own, common) = (new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        using var xml = XmlReader.Create(new MemoryStream(Bytes(Types)), Settings);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "Override") own[PartName.Normal(xml.GetAttribute("PartName") ?? "")] = xml.GetAttribute("ContentType") ?? "";
            if (xml.LocalName == "Default") common[xml.GetAttribute("Extension") ?? ""] = xml.GetAttribute("ContentType") ?? "";
        }

        return [.. parts.Keys.Select(part => (part, own.GetValueOrDefault(part) ?? common.GetValueOrDefault(Path.GetExtension(part).TrimStart('.'), "")))];
    }

    /// <summary>The part that the package is about, by its relationship; null when there is none.</summary>
    private string? Target()
    {
        const string relationships = "_rels/.rels";
        if (!parts.ContainsKey(relationships)) return null;
        using var xml = XmlReader.Create(new MemoryStream(Bytes(relationships)), Settings);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Type") is { } type && type.EndsWith("/officeDocument", StringComparison.Ordinal)
                && parts.Keys.FirstOrDefault(p => p.Equals(PartName.Resolve("", xml.GetAttribute("Target") ?? ""), StringComparison.OrdinalIgnoreCase)) is { } target)
                return target;
        }

        return null;
    }

    private string? RootNamespace(string part)
    {
        if (!part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            using var content = new PartStream(parts[part]);
            using var xml = XmlReader.Create(content, Settings);
            return xml.MoveToContent() == XmlNodeType.Element ? xml.NamespaceURI : null;
        }
        catch (XmlException)
        {
            // Somebody else's part, and no concern of ours.
            return null;
        }
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (WorkbookRefusedException refusal)
        {
            throw DocumentRefusedException.Of(refusal);
        }
        catch (Exception fault) when (WorkbookRefusedException.IsCausedByBytes(fault))
        {
            throw DocumentRefusedException.Damaged(fault);
        }
    }
}
