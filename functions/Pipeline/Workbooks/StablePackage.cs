using System.IO.Compression;

namespace Pipeline.Workbooks;

/// <summary>Makes an Office package the same to the byte every time it is written.</summary>
public static class StablePackage
{
    // The earliest moment a ZIP entry can carry: the clock must not show in the bytes.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies every part of <paramref name="package"/> to <paramref name="output"/> with fixed order and fixed time stamps.</summary>
    /// <remarks><c>[Content_Types].xml</c> goes first, as Office writes it; the rest follow in ordinal order of their names.</remarks>
    /// <param name="package">The package; seekable.</param>
    /// <param name="output">Takes the copy.</param>
    /// <param name="level">How hard to press.</param>
    /// <param name="written">Parts that are empty in the package and written into the copy: what is long never lies uncompressed in memory.</param>
    public static void Copy(
        Stream package, Stream output, CompressionLevel level = CompressionLevel.Optimal, IReadOnlyDictionary<Uri, Action<Stream>>? written = null)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var left = written?.Count ?? 0;
        foreach (var part in source.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(part.FullName, level);
            copy.LastWriteTime = Epoch;
            using var to = copy.Open();
            if (written is not null && written.TryGetValue(new Uri("/" + part.FullName, UriKind.Relative), out var write))
            {
                write(to);
                left--;
                continue;
            }

            using var from = part.Open();
            from.CopyTo(to);
        }

        if (left > 0) throw new ArgumentException($"{left} of the parts to be written are not in the package.", nameof(written));
    }
}
