using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Pipeline.Returns;

namespace Pipeline.Ledger.Storage;

/// <summary>A return as table rows: one an item (<c>S01|EI.INC.PREM</c>), one a register line (<c>S05|000007</c>).</summary>
/// <remarks>Values of an item are Int64 properties named after their columns, those of a line are texts.</remarks>
internal static class FactRows
{
    private const string Sheet = "Sheet";
    private const string Row = "Row";
    private static readonly HashSet<string> Own = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    /// <summary>The rows, in no partition yet.</summary>
    public static List<TableEntity> Of(Return subject) =>
    [
        .. subject.Items.Select(i => Make($"{i.Form}|{i.Item}", i.Sheet, i.Row, i.Values.Select(v => (v.Key, (object)v.Value)))),
        .. subject.Lines.Select(l => Make($"{l.Form}|{l.Row:D6}", l.Sheet, l.Row, l.Values.Select(v => (v.Key, (object)v.Value)))),
    ];

    /// <summary>The return that the rows were made of; rows in any order.</summary>
    public static Return Read(int year, string unit, IReadOnlyList<TableEntity> rows)
    {
        var ordered = rows.OrderBy(Form, StringComparer.Ordinal).ThenBy(r => r.GetInt32(Row)).ThenBy(r => r.RowKey, StringComparer.Ordinal).ToLookup(IsLine);
        return new Return(
            year, unit,
            [.. ordered[false].Select(r => new ItemRow(Form(r), r.RowKey[(Form(r).Length + 1)..], r.GetString(Sheet), r.GetInt32(Row)!.Value, Values<long>(r)))],
            [.. ordered[true].Select(r => new RegisterLine(Form(r), r.GetString(Sheet), r.GetInt32(Row)!.Value, Values<string>(r)))]);
    }

    /// <summary>Hex digits that two equal contents share.</summary>
    public static string Digest(IEnumerable<TableEntity> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows.OrderBy(r => r.RowKey, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{row.RowKey}"));
            foreach (var (name, value) in row.Where(p => p.Key != nameof(TableEntity.RowKey)).OrderBy(p => p.Key, StringComparer.Ordinal))
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\0{name}\0{value}")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static TableEntity Make(string key, string sheet, int row, IEnumerable<(string Column, object Value)> values)
    {
        var entity = new TableEntity { RowKey = key, [Sheet] = sheet, [Row] = row };
        foreach (var (column, value) in values) entity[column] = value;
        return entity;
    }

    private static string Form(TableEntity row) => row.RowKey[..row.RowKey.IndexOf('|', StringComparison.Ordinal)];

    /// <summary>Codes of items begin with a letter.</summary>
    private static bool IsLine(TableEntity row) => char.IsAsciiDigit(row.RowKey[Form(row).Length + 1]);

    private static Dictionary<string, T> Values<T>(TableEntity row) =>
        row.Where(p => p.Value is T && p.Key is not (Sheet or Row) && !Own.Contains(p.Key)).ToDictionary(p => p.Key, p => (T)p.Value);
}
