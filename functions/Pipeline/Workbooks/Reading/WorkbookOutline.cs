using System.Globalization;

namespace Pipeline.Workbooks;

/// <summary>What the workbook part says: tabs, names, the calendar, and where the styles and strings are.</summary>
internal sealed class WorkbookOutline
{
    private const string TransitionalIds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictIds = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly List<SheetEntry> _sheets = [];
    private readonly List<DefinedName> _names = [];

    public IReadOnlyList<SheetEntry> Sheets => _sheets;

    public IReadOnlyList<DefinedName> DefinedNames => _names;

    /// <summary>True when day 0 is 1 January 1904.</summary>
    public bool Starts1904 { get; private set; }

    public string? StylesPart { get; private init; }

    public string? SharedStringsPart { get; private init; }

    public static WorkbookOutline Read(PackageParts parts, WorkbookLimits limits)
    {
        var part = Relationship.Of(parts, "").FirstOrDefault(r => r.Kind == "officeDocument")?.Target ?? "xl/workbook.xml";
        if (!parts.Contains(part))
            throw new WorkbookRefusedException(WorkbookRefusal.NotAWorkbook, "a package without a workbook part");
        var relationships = Relationship.Of(parts, part);
        var outline = new WorkbookOutline
        {
            StylesPart = relationships.Find(r => r.Kind == "styles")?.Target,
            SharedStringsPart = relationships.Find(r => r.Kind == "sharedStrings")?.Target,
        };
        using var reader = parts.Read(part);
        if (reader.Root() != "workbook" || !reader.IsSpreadsheet)
            throw new WorkbookRefusedException(WorkbookRefusal.NotAWorkbook, "an Office document of another kind");
        outline.ReadWorkbook(reader, relationships, limits);
        reader.Drain();
        return outline._sheets.Count > 0 ? outline : throw WorkbookRefusedException.Corrupt("a workbook without sheets");
    }

    private void ReadWorkbook(PartReader reader, List<Relationship> relationships, WorkbookLimits limits)
    {
        while (reader.NextChild(0))
        {
            switch (reader.Xml.LocalName)
            {
                case "workbookPr":
                    Starts1904 = reader.Flag("date1904");
                    break;
                case "externalReferences":
                    throw new WorkbookRefusedException(WorkbookRefusal.ExternalLinks, "references to other workbooks");
                case "sheets" when reader.HasContent:
                    ReadSheets(reader, relationships, limits);
                    break;
                case "definedNames" when reader.HasContent:
                    ReadNames(reader, limits);
                    break;
            }
        }
    }

    private void ReadSheets(PartReader reader, List<Relationship> relationships, WorkbookLimits limits)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relationship in relationships)
            targets.TryAdd(relationship.Id, relationship.Target);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.NextChild(1))
        {
            var name = EscapedText.Decode(reader.Attribute("name"));
            var id = reader.Xml.GetAttribute("id", TransitionalIds) ?? reader.Xml.GetAttribute("id", StrictIds);
            if (id is null || !targets.TryGetValue(id, out var part))
                throw WorkbookRefusedException.Corrupt($"the sheet {_sheets.Count + 1} has no part");
            if (!names.Add(name))
                throw WorkbookRefusedException.Corrupt($"two sheets named {name}");
            if (_sheets.Count >= limits.MaxSheets)
                throw WorkbookRefusedException.TooLarge($"more than {limits.MaxSheets} sheets");
            var state = reader.Attribute("state") switch
            {
                "hidden" => SheetState.Hidden,
                "veryHidden" => SheetState.VeryHidden,
                _ => SheetState.Visible,
            };
            _sheets.Add(new SheetEntry(name, state) { Part = part });
        }
    }

    private void ReadNames(PartReader reader, WorkbookLimits limits)
    {
        var text = new TextBuffer(limits.MaxCellLength);
        while (reader.NextChild(1))
        {
            var name = reader.Attribute("name") ?? "";
            var scope = int.TryParse(reader.Attribute("localSheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < _sheets.Count ? _sheets[index].Name : null;
            text.Clear();
            reader.ReadText(text);
            ForbiddenContent.RefuseDde(text.Span);
            if (_names.Count >= limits.MaxDefinedNames)
                throw WorkbookRefusedException.TooLarge($"more than {limits.MaxDefinedNames} names");
            _names.Add(new DefinedName(name, EscapedText.Decode(text.Span), scope));
        }
    }
}
