using Azure;
using Azure.Data.Tables.Models;

namespace Pipeline.Ledger;

/// <summary>404 and 409 are also said of the table itself: then they are faults, not answers about a row.</summary>
internal static class TableFault
{
    public static bool TableIsAway(RequestFailedException fault) =>
        fault.ErrorCode == TableErrorCode.TableNotFound || fault.ErrorCode == TableErrorCode.TableBeingDeleted;
}
