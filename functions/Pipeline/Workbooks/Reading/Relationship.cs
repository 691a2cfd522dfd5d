namespace Pipeline.Workbooks;

/// <summary>One relationship of a part.</summary>
/// <param name="Id">What the part's XML refers to it by.</param>
/// <param name="Kind">The last step of its type, the same in transitional and strict files: <c>worksheet</c>, <c>styles</c>.</param>
/// <param name="Target">The part it points to, or the address outside.</param>
/// <param name="IsExternal">True when the target lies outside the package.</param>
internal sealed record Relationship(string Id, string Kind, string Target, bool IsExternal)
{
    private const int MaxPerPart = 10_000;

    /// <summary>The relationships of a part; none when it has no list.</summary>
    public static List<Relationship> Of(PackageParts parts, string part)
    {
        var list = PartName.Relationships(part);
        return parts.Contains(list) ? Read(parts, list, part) : [];
    }

    private static List<Relationship> Read(PackageParts parts, string list, string source)
    {
        var found = new List<Relationship>();
        using var reader = parts.Read(list);
        reader.Root();
        while (reader.NextChild(0))
        {
            if (reader.Xml.LocalName != "Relationship" || reader.Attribute("Target") is not { } target)
                continue;
            var type = reader.Attribute("Type") ?? "";
            var external = reader.Attribute("TargetMode") == "External";
            found.Add(new Relationship(
                reader.Attribute("Id") ?? "",
                type[(type.LastIndexOf('/') + 1)..],
                external ? target : PartName.Resolve(source, target),
                external));
            if (found.Count > MaxPerPart)
                throw WorkbookRefusedException.TooLarge($"more than {MaxPerPart} relationships of one part");
        }

        reader.Drain();
        return found;
    }
}
