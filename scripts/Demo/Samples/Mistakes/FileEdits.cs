using System.IO.Compression;
using System.Text;

namespace Demo.Samples.Mistakes;

/// <summary>What happens to a file outside Excel, or by another way of saving it.</summary>
internal static class FileEdits
{
    /// <summary>The old binary format under the new extension.</summary>
    public static byte[] SavedAsXls(byte[] file) => Compound("Workbook");

    /// <summary>Saved with a password to open it.</summary>
    public static byte[] WithPassword(byte[] file) => Compound("EncryptedPackage");

    /// <summary>Text with commas under the extension of a workbook.</summary>
    public static byte[] SavedAsCsv(byte[] file) => Encoding.UTF8.GetBytes("项目编码,项目,本年决算数\nEI.INC.PREM,基本养老保险费收入,7276574923.59\n");

    /// <summary>The first half of the file: the connection broke.</summary>
    public static byte[] CutShort(byte[] file) => file[..(file.Length / 2)];

    /// <summary>The workbook with a macro in it.</summary>
    public static byte[] WithMacro(byte[] file) => WithPart(file, "xl/vbaProject.bin");

    /// <summary>An OLE2 compound file as far as its directory, which names one stream.</summary>
    private static byte[] Compound(string stream)
    {
        const int sector = 512;
        var file = new byte[2 * sector];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        file[30] = 9;
        file[sector + 64] = (byte)(Encoding.Unicode.GetBytes(stream, file.AsSpan(sector)) + 2);
        return file;
    }

    private static byte[] WithPart(byte[] file, string part)
    {
        using var memory = new MemoryStream();
        memory.Write(file);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var content = zip.CreateEntry(part).Open();
            content.Write([1, 2, 3]);
        }

        return memory.ToArray();
    }
}
