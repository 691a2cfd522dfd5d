using System.Buffers.Binary;
using System.IO.Compression;

namespace Pipeline.Workbooks;

/// <summary>The entries of an Office package, checked against the limits before anything is expanded.</summary>
internal sealed class PackageParts : IDisposable
{
    private const long SmallEntry = 1_000_000;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    public PackageParts(Stream file, WorkbookLimits limits)
    {
        RefuseOtherFiles(file, limits);
        RefuseManyEntries(file, limits);
        _archive = OpenArchive(file);
        try
        {
            Admit(limits);
        }
        catch
        {
            _archive.Dispose();
            throw;
        }
    }

    public SpreadsheetNames Names { get; } = new();

    /// <summary>Part names with forward slashes and without a leading one.</summary>
    public IEnumerable<string> PartNames => _parts.Keys;

    public bool Contains(string part) => _parts.ContainsKey(part);

    /// <summary>Opens an XML part.</summary>
    /// <exception cref="WorkbookRefusedException">There is no such part.</exception>
    public PartReader Read(string part) =>
        _parts.TryGetValue(part, out var entry)
            ? new PartReader(entry, Names)
            : throw WorkbookRefusedException.Corrupt($"the part {part} is missing");

    public void Dispose() => _archive.Dispose();

    private static void RefuseOtherFiles(Stream file, WorkbookLimits limits)
    {
        if (file.Length > limits.MaxFileBytes)
            throw WorkbookRefusedException.TooLarge($"a file of {file.Length} bytes");
        Span<byte> start = stackalloc byte[8];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (CompoundFile.Matches(start[..read]))
            throw CompoundFile.Refusal(file);
        if (read < 4 || !start.StartsWith("PK"u8))
            throw new WorkbookRefusedException(WorkbookRefusal.NotAWorkbook, "neither a ZIP package nor a compound file");
    }

    /// <summary>The ZIP library makes an object for every entry before it says how many there are; the directory's own count comes first.</summary>
    private static void RefuseManyEntries(Stream file, WorkbookLimits limits)
    {
        const int EndRecord = 22, Longest = EndRecord + ushort.MaxValue;
        var tail = new byte[Math.Min(file.Length, Longest)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + EndRecord > tail.Length)
            throw new WorkbookRefusedException(WorkbookRefusal.NotAWorkbook, "a ZIP file without its directory: cut off");
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        var directoryBytes = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
        const int LongestHeader = 1_024;
        if (entries != ushort.MaxValue && entries > limits.MaxEntries)
            throw WorkbookRefusedException.TooLarge($"{entries} entries");
        if (directoryBytes != uint.MaxValue && directoryBytes > (long)limits.MaxEntries * LongestHeader)
            throw WorkbookRefusedException.TooLarge($"a ZIP directory of {directoryBytes} bytes");
    }

    private static ZipArchive OpenArchive(Stream file)
    {
        file.Position = 0;
        try
        {
            return new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (Exception e) when (WorkbookRefusedException.IsCausedByBytes(e))
        {
            throw new WorkbookRefusedException(WorkbookRefusal.NotAWorkbook, "a damaged ZIP file", e);
        }
    }

    private void Admit(WorkbookLimits limits)
    {
        if (_archive.Entries.Count > limits.MaxEntries)
            throw WorkbookRefusedException.TooLarge($"{_archive.Entries.Count} entries");
        var expanded = 0L;
        foreach (var entry in _archive.Entries)
        {
            expanded += entry.Length;
            if (entry.Length < 0 || expanded > limits.MaxExpandedBytes)
                throw WorkbookRefusedException.TooLarge($"more than {limits.MaxExpandedBytes} bytes once expanded");
            if (entry.Length > SmallEntry && entry.Length / limits.MaxRatio > entry.CompressedLength)
                throw WorkbookRefusedException.TooLarge($"{entry.FullName} expands more than {limits.MaxRatio} times");
            if (entry.IsEncrypted)
                throw new WorkbookRefusedException(WorkbookRefusal.Encrypted, "an encrypted ZIP entry");
            // Two parts of one name: readers differ in which they take.
            if (!_parts.TryAdd(PartName.Normal(entry.FullName), entry))
                throw WorkbookRefusedException.Corrupt($"two entries named {entry.FullName}");
        }
    }
}
