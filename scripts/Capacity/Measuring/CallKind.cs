namespace Capacity.Measuring;

/// <summary>Kinds of storage calls, as they are priced.</summary>
internal static class CallKind
{
    public const string TableTransaction = "table transaction";
    public const string TableWrite = "table write";
    public const string TableQuery = "table query";
    public const string BlobWrite = "blob write";
    public const string BlobRead = "blob read";
    public const string BlobList = "blob list";
    public const string QueuePut = "queue put";
    public const string QueueGet = "queue get";
    public const string QueueDelete = "queue delete";

    public static IReadOnlyList<string> All { get; } =
        [TableTransaction, TableWrite, TableQuery, BlobWrite, BlobRead, BlobList, QueuePut, QueueGet, QueueDelete];
}
