using System.IO.Compression;
using System.IO.Hashing;

namespace Pipeline.Workbooks;

/// <summary>
/// The expanded bytes of one part, watched on their way to the XML reader: no more than declared, the check sum right at the end, and no single
/// XML token so long that the reader would have to hold megabytes of it.
/// </summary>
internal sealed class PartStream(ZipArchiveEntry entry) : Stream
{
    private const int MaxTokenBytes = 1_000_000;

    private readonly Stream _inner = entry.Open();
    private readonly Crc32 _crc = new();
    private long _count;
    private long _sinceProgress;
    private bool _ended;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Says that the XML reader has moved on: the length of a token is counted from here.</summary>
    public void Progressed() => _sinceProgress = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
            return 0;
        var read = _inner.Read(buffer);
        if (read == 0)
        {
            End();
            return 0;
        }

        _count += read;
        _sinceProgress += read;
        if (_count > entry.Length)
            throw WorkbookRefusedException.Corrupt($"{entry.FullName} expands beyond its declared size");
        if (_sinceProgress > MaxTokenBytes)
            throw WorkbookRefusedException.TooLarge($"{entry.FullName} holds a single element of more than {MaxTokenBytes} bytes");
        _crc.Append(buffer[..read]);
        return read;
    }

    /// <summary>Reads what is left, so that the check sum covers the whole part.</summary>
    public void Drain()
    {
        var rest = new byte[16_384];
        do
            Progressed();
        while (Read(rest, 0, rest.Length) > 0);
    }

    private void End()
    {
        _ended = true;
        // A flipped bit can leave valid XML with another amount in it; the check sum is what tells.
        if (_count != entry.Length || _crc.GetCurrentHashAsUInt32() != entry.Crc32)
            throw WorkbookRefusedException.Corrupt($"{entry.FullName} does not have its declared size and check sum");
    }

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
