using System.Buffers.Binary;
using System.Text;

namespace Pipeline.Tests.Workbooks;

/// <summary>The smallest OLE2 compound file that has a directory with the given streams in it, as .xls and encrypted workbooks are.</summary>
internal static class CompoundFileBuilder
{
    private const int Sector = 512;

    public static byte[] With(params string[] streams)
    {
        // Header, the sector table, one sector of directory entries.
        var file = new byte[3 * Sector];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(44), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Sector), 0xFFFFFFFD);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Sector + 4), 0xFFFFFFFE);
        var at = 2 * Sector;
        foreach (var name in streams.Prepend("Root Entry"))
        {
            Encoding.Unicode.GetBytes(name, file.AsSpan(at));
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 64), (ushort)(name.Length * 2 + 2));
            at += 128;
        }

        return file;
    }
}
