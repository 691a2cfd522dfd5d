using System.Globalization;
using Azure.Data.Tables;

namespace Pipeline.Ledger;

/// <summary>Texts of any length in entities that take 64 KiB a property, 252 properties and 1 MiB in all: a long text goes on in
/// <c>TEXT__02</c>, a long line in a second entity.</summary>
/// <remarks>Limits: learn.microsoft.com, "Understanding the Table service data model". Azure counts two bytes a character, the emulator
/// more: an entity is cut where even six would fit.</remarks>
internal static class LongText
{
    /// <summary>Stands between a column's code and the number of the piece.</summary>
    public const string Mark = "__";

    private const int PieceLength = 32_000;
    private const int EntityLength = 160_000;
    private const int EntityProperties = 200;

    /// <summary>Lays texts into as many entities as they need, at least one.</summary>
    public static IEnumerable<TableEntity> Spread(IEnumerable<(string Column, string Text)> texts, Func<int, TableEntity> start)
    {
        var (part, length, properties) = (1, 0, 0);
        var entity = start(part);
        foreach (var (property, piece) in texts.SelectMany(t => Pieces(t.Column, t.Text)))
        {
            if (length + piece.Length > EntityLength || properties == EntityProperties)
            {
                yield return entity;
                entity = start(++part);
                (length, properties) = (0, 0);
            }
            entity[property] = piece;
            length += piece.Length;
            properties++;
        }
        yield return entity;
    }

    /// <summary>Puts the pieces of all entities of a line together.</summary>
    public static Dictionary<string, string> Gather(IEnumerable<(string Property, string Piece)> pieces) => pieces
        .Select(p => (Name: p.Property.Split(Mark), p.Piece))
        .GroupBy(p => p.Name[0], StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => string.Concat(g.OrderBy(p => Number(p.Name)).Select(p => p.Piece)));

    /// <summary>One text of one entity, which must have room for it.</summary>
    public static void Write(TableEntity row, string column, string text)
    {
        foreach (var (property, piece) in Pieces(column, text))
            row[property] = piece;
    }

    /// <summary>What was written so, or null.</summary>
    public static string? Read(TableEntity row, string column) => row.ContainsKey(column)
        ? Gather(row.Where(p => p.Key == column || p.Key.StartsWith(column + Mark, StringComparison.Ordinal)).Select(p => (p.Key, (string)p.Value)))[column]
        : null;

    private static int Number(string[] name) => name.Length == 1 ? 1 : int.Parse(name[1], CultureInfo.InvariantCulture);

    private static IEnumerable<(string Property, string Piece)> Pieces(string column, string text)
    {
        for (var (start, number) = (0, 1); start < text.Length || number == 1; number++)
        {
            var length = Math.Min(PieceLength, text.Length - start);
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
                length--;
            yield return (number == 1 ? column : $"{column}{Mark}{number:D2}", text.Substring(start, length));
            start += length;
        }
    }
}
