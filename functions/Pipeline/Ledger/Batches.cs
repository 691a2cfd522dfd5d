using Azure.Data.Tables;

namespace Pipeline.Ledger;

/// <summary>Entities of one partition → transactions a table takes: 100 entities and 4 MiB of body. The emulator answers a larger count
/// with nonsense, so we keep the limits ourselves.</summary>
internal static class Batches
{
    private const int Entities = 100;
    private const int Bytes = 3 << 20;

    public static IEnumerable<List<TableTransactionAction>> Of(IEnumerable<TableTransactionAction> actions)
    {
        var batch = new List<TableTransactionAction>();
        var bytes = 0;
        foreach (var action in actions)
        {
            var size = BodySize((TableEntity)action.Entity);
            if (batch.Count == Entities || (batch.Count > 0 && bytes + size > Bytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }
            batch.Add(action);
            bytes += size;
        }
        if (batch.Count > 0)
            yield return batch;
    }

    // Never too small: JSON may spell a character with six bytes, and a part of the body has headers and the type of each number.
    private static int BodySize(TableEntity entity) =>
        1_000
        + (entity.PartitionKey.Length * 12)
        + (entity.RowKey.Length * 12)
        + entity.Sum(p => 100 + (p.Value is string text ? text.Length * 6 : 0));
}
