namespace Pipeline.Ledger;

/// <summary>Filters for keys that begin with a text. Every prefix of ours ends in <c>|</c>, and <c>}</c> is the next character.</summary>
internal static class KeyRange
{
    public static string Rows(string prefix) => Of("RowKey", prefix);

    public static string Partitions(string prefix) => Of("PartitionKey", prefix);

    private static string Of(string key, string prefix) => $"{key} ge '{prefix}' and {key} lt '{prefix[..^1]}}}'";
}
