using System.Security.Cryptography;
using Pipeline.Returns;

namespace Pipeline.Ledger;

/// <summary>A print of everything a return says, so that a stored one can be proved to be the one that was accepted.</summary>
/// <remarks>The kept texts of cells belong to it: the report quotes them as evidence, and a quotation that was changed in the store must be noticed
/// like a changed amount. Nothing else rests on the print. Whether an upload is the same as before is decided by the hash of its bytes, and what
/// changed between two returns by their values, so a cell typed in another way is no change of an amount. They stand at the end, and only where there
/// are any, so that what was stored before texts were kept has the print it had.</remarks>
internal static class ReturnPrint
{
    /// <returns>32 hex digits; the same whatever order the values of a row are kept in.</returns>
    public static string Of(Return of)
    {
        using var said = new MemoryStream();
        using var writer = new BinaryWriter(said);
        writer.Write(of.Year);
        writer.Write(of.Unit);
        writer.Write(of.Items.Count);
        foreach (var item in of.Items)
        {
            writer.Write(item.Form);
            writer.Write(item.Item);
            writer.Write(item.Sheet);
            writer.Write(item.Row);
            Write(writer, item.Values, writer.Write);
        }
        writer.Write(of.Lines.Count);
        foreach (var line in of.Lines)
        {
            writer.Write(line.Form);
            writer.Write(line.Sheet);
            writer.Write(line.Row);
            Write(writer, line.Values, writer.Write);
        }
        WriteTexts(writer, of.Items.Select(i => i.Texts).Concat(of.Lines.Select(l => l.Texts)));
        return Convert.ToHexStringLower(SHA256.HashData(said.GetBuffer().AsSpan(0, (int)said.Length)))[..32];
    }

    private static void WriteTexts(BinaryWriter writer, IEnumerable<IReadOnlyDictionary<string, string>?> rows)
    {
        foreach (var (position, texts) in rows.Index())
        {
            if (texts is not { Count: > 0 }) continue;
            writer.Write(position);
            Write(writer, texts, writer.Write);
        }
    }

    private static void Write<T>(BinaryWriter writer, IReadOnlyDictionary<string, T> values, Action<T> write)
    {
        writer.Write(values.Count);
        foreach (var (column, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            writer.Write(column);
            write(value);
        }
    }
}
