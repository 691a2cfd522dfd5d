using System.Buffers.Binary;
using System.IO.Compression;

namespace Pipeline.Tests.Reports.Rendering;

/// <summary>A PNG of eight bits a colour: as much of the format as pdftoppm writes.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Samples">Row by row, one or three a pixel, 0 black.</param>
internal sealed record PagePicture(int Width, int Height, byte[] Samples)
{
    /// <summary>Share of the samples that are darker than half.</summary>
    public double Ink => Samples.Count(s => s < 128) / (double)Samples.Length;

    /// <summary>Where the last column of pixels with anything printed in it stands: 0 the left edge of the page, 1 the right.</summary>
    public double RightEdge
    {
        get
        {
            var line = Samples.Length / Height;
            var last = Enumerable.Range(0, line).Last(x => Enumerable.Range(0, Height).Any(y => Samples[(y * line) + x] < 220));
            return (last + 1) / (double)line;
        }
    }

    public static PagePicture Read(string file)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
        int width = 0, height = 0, colours = 0;
        using var packed = new MemoryStream();
        for (var at = 8; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            var data = bytes.Slice(at + 8, length);
            if (bytes.Slice(at + 4, 4).SequenceEqual("IHDR"u8))
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                colours = (data[8], data[9], data[12]) switch
                {
                    (8, 0, 0) => 1, (8, 2, 0) => 3, _ => throw new NotSupportedException($"{file} is no plain picture in grey or colour."),
                };
            }
            else if (bytes.Slice(at + 4, 4).SequenceEqual("IDAT"u8)) packed.Write(data);
            at += length + 12;
        }

        packed.Position = 0;
        using var unpacked = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Decompress)) zlib.CopyTo(unpacked);
        return new PagePicture(width, height, Unfilter(unpacked.ToArray(), width * colours, height, colours));
    }

    /// <summary>Each row says first how it is written: as it is, or as the difference from its neighbours.</summary>
    private static byte[] Unfilter(byte[] rows, int width, int height, int step)
    {
        var samples = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var filter = rows[y * (width + 1)];
            for (var x = 0; x < width; x++)
            {
                int At(int dx, int dy) => x >= dx && y >= dy ? samples[((y - dy) * width) + x - dx] : 0;
                var guess = filter switch
                {
                    0 => 0, 1 => At(step, 0), 2 => At(0, 1), 3 => (At(step, 0) + At(0, 1)) / 2, _ => Nearest(At(step, 0), At(0, 1), At(step, 1)),
                };
                samples[(y * width) + x] = (byte)(rows[(y * (width + 1)) + 1 + x] + guess);
            }
        }

        return samples;
    }

    private static int Nearest(int left, int above, int corner)
    {
        var middle = left + above - corner;
        return new[] { left, above, corner }.MinBy(v => Math.Abs(v - middle));
    }
}
