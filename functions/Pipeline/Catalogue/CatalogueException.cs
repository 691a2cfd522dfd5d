namespace Pipeline.Catalogue;

/// <summary>A mistake in the catalogue's files, with the place where it stands.</summary>
public sealed class CatalogueException(string file, long line, string message) : Exception($"{file}:{line}: {message}")
{
    /// <summary>File name inside the year's folder.</summary>
    public string File { get; } = file;

    /// <summary>1-based line.</summary>
    public long Line { get; } = line;
}
