namespace Pipeline.Workbooks;

/// <summary>Names of parts inside a package, as <c>xl/worksheets/sheet1.xml</c>.</summary>
internal static class PartName
{
    /// <summary>Forward slashes, none in front: some writers use the other kind.</summary>
    public static string Normal(string name) => name.Replace('\\', '/').TrimStart('/');

    /// <summary>Where a relationship of <paramref name="source"/> points to; a target that starts with a slash counts from the package's root.</summary>
    public static string Resolve(string source, string target)
    {
        target = target.Replace('\\', '/');
        if (target.StartsWith('/'))
            return Collapse(target);
        var folder = source.LastIndexOf('/');
        return Collapse(folder < 0 ? target : source[..(folder + 1)] + target);
    }

    /// <summary>The part that lists the relationships of <paramref name="part"/>; the package's own for an empty name.</summary>
    public static string Relationships(string part)
    {
        var folder = part.LastIndexOf('/') + 1;
        return $"{part[..folder]}_rels/{part[folder..]}.rels";
    }

    private static string Collapse(string path)
    {
        var steps = new List<string>();
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".."))
                steps.Add(step);
        }

        return string.Join('/', steps);
    }
}
