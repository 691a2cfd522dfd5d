using System.Buffers.Binary;
using System.Text;

namespace Pipeline.Workbooks;

/// <summary>Looks into an OLE2 compound file just far enough to say which kind of Excel file it is.</summary>
internal static class CompoundFile
{
    private const int HeaderSize = 512;
    private const int DirectoryEntrySize = 128;
    private const int MaxDirectorySectors = 64;

    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool Matches(ReadOnlySpan<byte> start) => start.StartsWith(Signature);

    public static WorkbookRefusedException Refusal(Stream file)
    {
        var names = StreamNames(file);
        if (names.Contains("EncryptedPackage") || names.Contains("EncryptionInfo"))
            return new(WorkbookRefusal.Encrypted, "an encrypted package in a compound file");
        if (names.Contains("Workbook") || names.Contains("Book"))
            return new(WorkbookRefusal.LegacyXls, "a compound file with a Workbook stream");
        return new(WorkbookRefusal.NotAWorkbook, "a compound file without a workbook");
    }

    private static HashSet<string> StreamNames(Stream file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var header = new byte[HeaderSize];
        file.Position = 0;
        if (file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize)
            return names;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12))
            return names;

        var sector = new byte[1 << shift];
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        // The sector chain may run in a circle: a directory longer than this is none a spreadsheet needs.
        for (var read = 0; read < MaxDirectorySectors && TryReadSector(file, next, sector); read++)
        {
            for (var at = 0; at < sector.Length; at += DirectoryEntrySize)
            {
                var length = BinaryPrimitives.ReadUInt16LittleEndian(sector.AsSpan(at + 64)) - 2;
                if (length is > 0 and <= 62)
                    names.Add(Encoding.Unicode.GetString(sector, at, length));
            }

            next = NextSector(file, header, next, sector.Length);
        }

        return names;
    }

    private static bool TryReadSector(Stream file, uint number, byte[] sector)
    {
        var start = (number + 1L) * sector.Length;
        if (number > int.MaxValue || start >= file.Length)
            return false;
        file.Position = start;
        Array.Clear(sector);
        return file.ReadAtLeast(sector, sector.Length, throwOnEndOfStream: false) > 0;
    }

    private static uint NextSector(Stream file, byte[] header, uint number, int sectorSize)
    {
        const uint EndOfChain = 0xFFFFFFFE;
        const int InHeader = 109;
        var perSector = (uint)sectorSize / 4;
        var table = number / perSector;
        if (table >= InHeader)
            return EndOfChain;
        var tableSector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + (int)table * 4));
        Span<byte> entry = stackalloc byte[4];
        var at = (tableSector + 1L) * sectorSize + number % perSector * 4;
        if (tableSector > int.MaxValue || at + 4 > file.Length)
            return EndOfChain;
        file.Position = at;
        file.ReadExactly(entry);
        return BinaryPrimitives.ReadUInt32LittleEndian(entry);
    }
}
