using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Pipeline.Review;

namespace Pipeline.Ledger;

/// <summary>The state of a year ↔ its entity.</summary>
internal static class YearRow
{
    public const string Key = "YEAR";

    private const string Review = "Review";

    // A property takes 32 Ki characters; a note is for people and need not be whole.
    private const int NoteLength = 30_000;

    private static readonly string[] Properties = ["Snapshot", "Report", "Draft", "Closed", "Missing", "Note", Review, Review + "__02"];

    public static TableEntity Of(string partition, YearState state)
    {
        var row = new TableEntity(partition, Key)
        {
            ["Draft"] = state.Draft,
            ["Missing"] = JsonSerializer.Serialize(state.Missing),
        };
        if (state.Review != YearReview.New)
            LongText.Write(row, Review, ReviewJson.Write(state.Review));
        Set("Snapshot", state.Snapshot);
        Set("Report", state.Report);
        Set("Closed", state.Closed?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        Set("Note", state.Note is { Length: > NoteLength } note ? note[..NoteLength] + "…" : state.Note);
        return row;

        void Set(string property, string? value)
        {
            if (value is not null)
                row[property] = value;
        }
    }

    public static YearState Read(TableEntity row) => new(
        row.GetString("Snapshot"),
        row.GetString("Report"),
        row.GetBoolean("Draft") ?? false,
        row.GetString("Closed") is { } closed ? DateTimeOffset.ParseExact(closed, "O", CultureInfo.InvariantCulture) : null,
        JsonSerializer.Deserialize<string[]>(row.GetString("Missing"))!,
        row.GetString("Note"),
        row.ETag.ToString())
    {
        Review = LongText.Read(row, Review) is { } review ? ReviewJson.Read<YearReview>(review) : YearReview.New,
    };

    public static bool SaySame(TableEntity one, TableEntity other) =>
        Properties.All(p => Equals(one.TryGetValue(p, out var a) ? a : null, other.TryGetValue(p, out var b) ? b : null));
}
