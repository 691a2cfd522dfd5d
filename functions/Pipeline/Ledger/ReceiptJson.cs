using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Catalogue;

namespace Pipeline.Ledger;

/// <summary>A receipt as JSON, as clerks and programs read it: camelCase, severities E, W, I, verdicts accepted, refused, superseded.</summary>
public static class ReceiptJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // Receipts are files for people as well: Chinese stays Chinese.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new SeverityLetter(), new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static byte[] Write(Receipt receipt) => JsonSerializer.SerializeToUtf8Bytes(receipt, Options);

    /// <exception cref="JsonException">These bytes are no receipt.</exception>
    public static Receipt Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<Receipt>(json, Options) ?? throw new JsonException("A receipt is expected.");

    private sealed class SeverityLetter : JsonConverter<Severity>
    {
        private static readonly Dictionary<string, Severity> Letters = Enum.GetValues<Severity>().ToDictionary(s => $"{s}"[..1]);

        public override Severity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Letters.TryGetValue(reader.GetString() ?? "", out var severity) ? severity : throw new JsonException("A severity is E, W or I.");

        public override void Write(Utf8JsonWriter writer, Severity value, JsonSerializerOptions options) => writer.WriteStringValue($"{value}"[..1]);
    }
}
