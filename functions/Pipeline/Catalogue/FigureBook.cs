namespace Pipeline.Catalogue;

/// <summary>All figures of a year while they are gathered from text and annexes.</summary>
internal sealed class FigureBook(List<FigureDefinition> definitions, List<FigureGroup> groups, List<Identity> identities)
{
    public IReadOnlyList<FigureDefinition> Definitions => definitions;

    public IReadOnlyList<FigureGroup> Groups => groups;

    public IReadOnlyList<Identity> Identities => identities;

    public void Add(AnnexBook annexes)
    {
        definitions.AddRange(annexes.Figures);
        identities.AddRange(annexes.Identities);
    }

    /// <summary>Ids are unique, and groups and identities speak of figures there are.</summary>
    public void Check(string file)
    {
        var ids = new HashSet<string>();
        foreach (var figure in definitions)
        {
            if (!ids.Add(figure.Id)) throw new CatalogueException(file, 1, $"figure {figure.Id} is written twice");
        }

        var spoken = groups.SelectMany(g => g.Parts).Concat(identities.SelectMany(i => i.Terms.Select(t => t.Figure).Prepend(i.Total)));
        if (spoken.FirstOrDefault(id => !ids.Contains(id)) is { } unknown)
            throw new CatalogueException(file, 1, $"there is no figure {unknown}");
    }
}
