using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;

namespace Pipeline.Ledger;

/// <summary>A receipt as JSON for other programs: names in camelCase, indented, UTF-8, Chinese as it is.</summary>
public static partial class ReceiptJson
{
    private static readonly Contract Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new JsonStringEnumConverter<CauseKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new JsonStringEnumConverter<ExplanationSource>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new SeverityLetter(),
        },
    });

    public static byte[] Write(Receipt receipt) => JsonSerializer.SerializeToUtf8Bytes(receipt, Json.Receipt);

    /// <exception cref="InvalidDataException">It is not a receipt.</exception>
    public static Receipt Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Json.Receipt) ?? throw new InvalidDataException("A receipt is null.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"A receipt cannot be read: {wrong.Message}", wrong);
        }
    }

    /// <summary>E, W or I, as a finding is numbered on paper.</summary>
    private sealed class SeverityLetter : JsonConverter<Severity>
    {
        public override Severity Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetString() switch
        {
            "E" => Severity.Error,
            "W" => Severity.Warning,
            "I" => Severity.Information,
            var other => throw new JsonException($"'{other}' is no severity."),
        };

        public override void Write(Utf8JsonWriter writer, Severity value, JsonSerializerOptions _) => writer.WriteStringValue(value switch
        {
            Severity.Error => "E",
            Severity.Warning => "W",
            Severity.Information => "I",
            _ => throw new JsonException($"{value} is no severity."),
        });
    }

    [JsonSerializable(typeof(Receipt))]
    private sealed partial class Contract : JsonSerializerContext;
}
