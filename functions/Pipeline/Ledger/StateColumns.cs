using Azure.Data.Tables;
using Pipeline.Review;
using Pipeline.Rules;

namespace Pipeline.Ledger;

/// <summary>How a return stands ↔ columns of its entity.</summary>
internal static class StateColumns
{
    public static void Write(TableEntity row, ReturnState state)
    {
        row["Status"] = state.Status.ToString();
        row["Version"] = state.Version;
        row["Preparer"] = state.Preparer;
        row["Late"] = state.Late;
        row["Tickets"] = state.Tickets;
        row["Revision"] = state.Revision;
        if (state.Ticket is not null)
            LongText.Write(row, "Ticket", ReviewJson.Write(state.Ticket));
        if (state.Questions.Count > 0)
            LongText.Write(row, "Questions", ReviewJson.Write(state.Questions));
        Write(row, "Taken", state.Taken);
        Write(row, "Refused", state.Refused);
    }

    public static ReturnState Read(TableEntity row, ReturnState state) => row.GetString("Status") is not { } status
        ? BeforeReview(row, state)
        : state with
        {
            Status = Enum.Parse<ReturnStatus>(status),
            Version = row.GetInt32("Version")!.Value,
            Preparer = row.GetString("Preparer"),
            Late = row.GetBoolean("Late")!.Value,
            Tickets = row.GetInt32("Tickets")!.Value,
            Revision = row.GetInt32("Revision")!.Value,
            Ticket = LongText.Read(row, "Ticket") is { } ticket ? ReviewJson.Read<ReturnTicket>(ticket) : null,
            Questions = LongText.Read(row, "Questions") is { } questions ? ReviewJson.Read<OpenQuestion[]>(questions) : [],
            Taken = Stamp(row, "Taken"),
            Refused = Stamp(row, "Refused"),
        };

    // A head written before there were reviews: its submission had been accepted, and that is all that is known.
    private static ReturnState BeforeReview(TableEntity row, ReturnState state) => state with
    {
        Status = ReturnStatus.Accepted,
        Taken = new(row.GetString("Hash"), row.GetInt64("Sequence")!.Value),
    };

    private static void Write(TableEntity row, string name, UploadStamp? stamp)
    {
        if (stamp is null)
            return;
        row[name] = stamp.Submission;
        row[name + "Sequence"] = stamp.Sequence;
    }

    private static UploadStamp? Stamp(TableEntity row, string name) =>
        row.GetString(name) is { } submission ? new(submission, row.GetInt64(name + "Sequence")!.Value) : null;
}
