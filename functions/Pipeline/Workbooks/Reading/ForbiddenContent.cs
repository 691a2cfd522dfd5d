namespace Pipeline.Workbooks;

/// <summary>Finds what a return has no business carrying: macros, and anything that reaches outside the file.</summary>
internal static class ForbiddenContent
{
    private static readonly string[] MacroFolders = ["xl/macrosheets/", "xl/dialogsheets/"];
    private static readonly string[] OutsideFolders = ["xl/externalLinks/", "xl/embeddings/", "xl/activeX/", "xl/queryTables/", "xl/model/"];
    private static readonly string[] MacroTypes = ["vbaProject", "macroEnabled", "macrosheet", "dialogsheet"];
    private static readonly string[] OutsideTypes = ["externalLink", "oleObject", "activeX", "connections", "queryTable", ".package"];
    private static readonly string[] OutsideKinds = ["externalLink", "externalLinkPath", "oleObject", "package", "control", "connections", "queryTable"];

    /// <summary>Judges by the names of the parts, by their content types and by every list of relationships.</summary>
    public static void Refuse(PackageParts parts)
    {
        var types = ContentTypes(parts);
        // The binary format is declared "macroEnabled" too, so it is asked for first.
        if (parts.Contains("xl/workbook.bin") || types.Any(t => Has(t, "sheet.binary")))
            throw new WorkbookRefusedException(WorkbookRefusal.Binary, "a binary workbook part");
        foreach (var name in parts.PartNames)
        {
            if (name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || Within(name, MacroFolders))
                throw Macros(name);
            if (Within(name, OutsideFolders) || name.Equals("xl/connections.xml", StringComparison.OrdinalIgnoreCase))
                throw Outside(name);
        }

        foreach (var type in types)
        {
            if (MacroTypes.Any(t => Has(type, t)))
                throw Macros(type);
            if (OutsideTypes.Any(t => Has(type, t)))
                throw Outside(type);
        }

        foreach (var list in parts.PartNames.Where(n => n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            RefuseRelationships(parts, list);
    }

    /// <summary>
    /// Refuses a formula that calls another program (DDE: <c>cmd|'/c calc'!A1</c>). Outside quotation marks a bar means nothing else.
    /// </summary>
    public static void RefuseDde(ReadOnlySpan<char> formula)
    {
        if (!formula.Contains('|'))
            return;
        var quote = '\0';
        foreach (var c in formula)
        {
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '|')
                throw Outside("a DDE formula");
        }
    }

    private static void RefuseRelationships(PackageParts parts, string list)
    {
        // "xl/_rels/workbook.xml.rels" lists those of "xl/workbook.xml".
        var file = list[(list.LastIndexOf('/') + 1)..^".rels".Length];
        var folder = list[..(list.LastIndexOf('/') + 1)];
        if (!folder.EndsWith("_rels/", StringComparison.OrdinalIgnoreCase))
            return;
        foreach (var relationship in Relationship.Of(parts, folder[..^"_rels/".Length] + file))
        {
            if (relationship.Kind == "vbaProject")
                throw Macros("a relationship");
            var linksOut = relationship.IsExternal && relationship.Kind != "hyperlink";
            if (linksOut || OutsideKinds.Contains(relationship.Kind))
                throw Outside($"a relationship of kind {relationship.Kind}");
        }
    }

    /// <summary>Content types of the parts that are really there: Excel declares some for kinds of file it did not write.</summary>
    private static HashSet<string> ContentTypes(PackageParts parts)
    {
        const string Part = "[Content_Types].xml";
        var types = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (!parts.Contains(Part))
            throw new WorkbookRefusedException(WorkbookRefusal.NotAWorkbook, "a ZIP file, not an Office package");
        var extensions = parts.PartNames.Select(n => Path.GetExtension(n).TrimStart('.')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        using var reader = parts.Read(Part);
        reader.Root();
        while (reader.NextChild(0))
        {
            var applies = reader.Xml.LocalName switch
            {
                "Default" => extensions.Contains(reader.Attribute("Extension") ?? ""),
                "Override" => parts.Contains(PartName.Normal(reader.Attribute("PartName") ?? "")),
                _ => false,
            };
            if (applies && reader.Attribute("ContentType") is { } type)
                types.Add(type);
        }

        reader.Drain();
        return types;
    }

    private static bool Within(string name, string[] folders) =>
        folders.Any(f => name.StartsWith(f, StringComparison.OrdinalIgnoreCase));

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static WorkbookRefusedException Macros(string what) => new(WorkbookRefusal.Macros, what);

    private static WorkbookRefusedException Outside(string what) => new(WorkbookRefusal.ExternalLinks, what);
}
