using Azure.Data.Tables;
using Pipeline.Returns;

namespace Pipeline.Ledger;

/// <summary>A return ↔ the entities of its version.</summary>
/// <remarks>Beside the values an entity has <c>Sheet</c> and <c>Row</c> (where they were read), <c>Position</c> (its place in the return)
/// and <c>Set</c> (the print of the whole
/// return). A file may be read once more with a corrected catalogue and then give other rows: those of the earlier reading keep their
/// earlier print and no longer count. A kept text of column <c>CUR</c> is <c>CUR__SAID</c>; a version with <c>Texts</c> at its marker was stored with the
/// texts of its cells, one without is from before they were kept.</remarks>
internal static class FactRows
{
    private const string Sheet = "Sheet", Row = "Row", Position = "Position", Set = "Set", Hash = "Hash", Texts = "Texts";

    // No code of a column has the mark in it, and the pieces of a long text have a number behind it.
    private const string Said = LongText.Mark + "SAID";

    private static readonly HashSet<string> Reserved =
        new(["PartitionKey", "RowKey", "Timestamp", "odata.etag", Sheet, Row, Position, Set], StringComparer.OrdinalIgnoreCase);

    /// <summary>The marker, then a row for each item and one or more for each line.</summary>
    /// <exception cref="InvalidDataException">The catalogue has codes that a table cannot take.</exception>
    public static IReadOnlyList<TableEntity> Of(Submission submission, Return accepted)
    {
        var partition = FactKeys.Partition(submission.Year, submission.Unit, submission.Hash);
        var print = ReturnPrint.Of(accepted);
        var marker = new TableEntity(partition, FactKeys.Marker) { [Set] = print, [Hash] = submission.Hash };
        if (accepted.Items.All(i => i.Texts is not null) && accepted.Lines.All(l => l.Texts is not null)) marker[Texts] = true;
        var rows = new List<TableEntity> { marker };
        foreach (var (position, item) in accepted.Items.Index())
        {
            var row = New(FactKeys.Item(item.Form, item.Item), item.Sheet, item.Row, position);
            foreach (var (column, value) in item.Values)
                row[Column(column)] = value;
            foreach (var (column, text) in item.Texts ?? CellText.NoneKept)
                row[Column(column) + Said] = text;
            rows.Add(row);
        }
        foreach (var (position, line) in accepted.Lines.Index())
        {
            var texts = line.Values.Select(v => (Column(v.Key), v.Value))
                .Concat((line.Texts ?? CellText.NoneKept).Select(t => (Column(t.Key) + Said, t.Value)));
            rows.AddRange(LongText.Spread(texts, part => New(FactKeys.Line(line.Form, line.Row, part), line.Sheet, line.Row, position)));
        }
        return rows.Select(r => r.RowKey).Distinct(StringComparer.Ordinal).Count() == rows.Count
            ? rows
            : throw new InvalidDataException($"The return of {submission.Unit} has two rows of one name.");

        TableEntity New(string key, string sheet, int row, int position) =>
            new(partition, key) { [Sheet] = sheet, [Row] = row, [Position] = position, [Set] = print };
    }

    /// <exception cref="InvalidDataException">The version is not whole, or not what was stored.</exception>
    public static Return Read(Head head, IReadOnlyCollection<TableEntity> found)
    {
        var submission = head.Submission;
        var name = $"The version {FactKeys.Partition(submission.Year, submission.Unit, submission.Hash)}";
        if (found.FirstOrDefault(r => r.RowKey == FactKeys.Marker) is not { } marker || marker.GetString(Hash) != submission.Hash)
            throw new InvalidDataException($"{name} is not there.");
        var print = marker.GetString(Set);
        var rows = found.Where(r => r.GetString(Set) == print).ToList();
        if (rows.Count != head.RowCount)
            throw new InvalidDataException($"{name} has {rows.Count} of {head.RowCount} rows.");

        var kept = marker.GetBoolean(Texts) == true;
        var lines = rows.ToLookup(r => FactKeys.IsLine(r.RowKey));
        var stored = new Return(
            submission.Year,
            submission.Unit,
            [.. lines[false].Where(r => r != marker).OrderBy(PositionOf).Select(r => Item(r, kept))],
            [.. lines[true].GroupBy(PositionOf).OrderBy(g => g.Key).Select(g => Line(g, kept))]);
        return ReturnPrint.Of(stored) == print ? stored : throw new InvalidDataException($"{name} is not as it was stored.");
    }

    private static ItemRow Item(TableEntity row, bool kept)
    {
        var key = row.RowKey.Split('|');
        var values = Columns(row).ToDictionary(c => c, c => row.GetInt64(c)!.Value);
        return new(key[0], key[1], row.GetString(Sheet), row.GetInt32(Row)!.Value, values, TextsOf([row], kept));
    }

    private static RegisterLine Line(IEnumerable<TableEntity> parts, bool kept)
    {
        var first = parts.MinBy(p => p.RowKey, StringComparer.Ordinal)!;
        var values = LongText.Gather(parts.SelectMany(p => Columns(p).Select(c => (c, p.GetString(c)))));
        return new(first.RowKey.Split('|')[0], first.GetString(Sheet), first.GetInt32(Row)!.Value, values, TextsOf(parts, kept));
    }

    private static int PositionOf(TableEntity row) =>
        row.GetInt32(Position) ?? throw new InvalidDataException($"The row {row.PartitionKey} {row.RowKey} has no position.");

    private static IReadOnlyDictionary<string, string>? TextsOf(IEnumerable<TableEntity> parts, bool kept)
    {
        var texts = parts.SelectMany(p => p.Where(v => IsSaid(v.Key))).OrderBy(v => v.Key, StringComparer.Ordinal).ToDictionary(v => v.Key[..^Said.Length], v => (string)v.Value);
        return texts.Count > 0 ? texts : kept ? CellText.NoneKept : null;
    }

    private static bool IsSaid(string property) => property.EndsWith(Said, StringComparison.Ordinal);

    // In a fixed order, whatever order the store answers in.
    private static IEnumerable<string> Columns(TableEntity row) => row.Keys.Where(k => !Reserved.Contains(k) && !IsSaid(k)).Order(StringComparer.Ordinal);

    private static string Column(string code) =>
        code.Length is > 0 and <= 200
        && code.All(c => char.IsLetterOrDigit(c) || c == '_')
        && !char.IsDigit(code[0])
        && !code.Contains(LongText.Mark, StringComparison.Ordinal)
        && !Reserved.Contains(code)
            ? code
            : throw new InvalidDataException($"The column code '{code}' cannot name a property of a table.");
}
