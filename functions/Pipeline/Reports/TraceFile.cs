using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Catalogue;
using Pipeline.Figures;
using Pipeline.Reports.Provenance;
using Pipeline.Returns;

namespace Pipeline.Reports;

/// <summary>溯源: for every printed number the file, sheet and cell it comes from.</summary>
public static class TraceFile
{
    // Read by people too: Chinese stays Chinese. The file is never put into a page of HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A stream that grows holds its bytes twice.
    private const long BytesPerCell = 256;

    /// <summary>JSON in UTF-8: year, snapshot, catalogue, draft, missing, figures by id, unmet sums, findings across returns.</summary>
    public static ReadOnlyMemory<byte> Write(ReportSubject subject)
    {
        var stream = new MemoryStream((int)Math.Min(Array.MaxLength, BytesPerCell * subject.Figures.Figures.Values.Sum(f => f.Contributions.Count)));
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("year", subject.Year.Snapshot.Year);
            json.WriteString("snapshot", subject.Year.Snapshot.Id);
            json.WriteString("catalogue", subject.Year.Snapshot.CatalogueVersion);
            json.WriteBoolean("draft", subject.Draft);
            WriteTexts(json, "missing", subject.Year.Snapshot.Missing);
            json.WriteStartObject("figures");
            var files = subject.Year.Snapshot.Units.Select(u => SourceFile.Of(subject.Year.Snapshot, u)).ToDictionary(s => s.Unit, s => s.File);
            var pinned = subject.Catalogue.Figures.Where(f => f.Role == FigureRole.Pinned).Select(f => f.Id).ToHashSet();
            foreach (var figure in subject.Figures.Figures.Values)
            {
                WriteFigure(json, figure, pinned.Contains(figure.Id), files);
                // The writer keeps all that is not flushed.
                json.Flush();
            }

            foreach (var group in subject.Figures.Groups) WriteGroup(json, group, subject.Figures);
            json.WriteEndObject();
            WriteTexts(json, "unmet", subject.Figures.Unmet);
            json.WriteStartArray("findings");
            foreach (var finding in subject.Year.Findings) WriteFinding(json, finding);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        // A copy would be as large again.
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    private static void WriteFigure(Utf8JsonWriter json, PrintedFigure figure, bool pinned, Dictionary<string, string> files)
    {
        json.WriteStartObject(figure.Id);
        json.WriteString("label", figure.Label);
        json.WriteString("section", figure.Section);
        json.WriteString("printed", figure.Text + figure.Unit);
        json.WriteString("text", figure.Text);
        json.WriteString("unit", figure.Unit);
        if (figure.Raw is { } raw) json.WriteNumber("raw", raw);
        else json.WriteNull("raw");
        json.WriteString("expression", figure.Expression);
        json.WriteString("node", figure.Node);
        json.WriteString("rounded", figure.Tail?.Rounded ?? figure.Text);
        json.WriteBoolean("pinned", pinned);
        json.WriteBoolean("tailAdjusted", figure.Tail is not null);
        WriteTail(json, figure.Tail);
        json.WriteStartArray("contributions");
        foreach (var contribution in figure.Contributions) WriteContribution(json, contribution, files.GetValueOrDefault(contribution.Unit, ""));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTail(Utf8JsonWriter json, TailMove? tail)
    {
        if (tail is null)
        {
            json.WriteNull("tail");
            return;
        }

        json.WriteStartObject("tail");
        json.WriteString("rounded", tail.Rounded);
        json.WriteString("printed", tail.Printed);
        json.WriteString("identity", tail.Identity);
        json.WriteEndObject();
    }

    private static void WriteContribution(Utf8JsonWriter json, Contribution contribution, string file)
    {
        json.WriteStartObject();
        json.WriteString("unit", contribution.Unit);
        json.WriteString("submission", contribution.Submission);
        json.WriteString("file", file);
        json.WriteString("sheet", contribution.Sheet);
        json.WriteString("cell", contribution.Cell);
        json.WriteString("item", contribution.Item);
        json.WriteString("column", contribution.Column);
        json.WriteNumber("raw", contribution.Raw);
        if (contribution.Text is { } text) json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>Figures printed side by side are one entry that leads to its parts.</summary>
    private static void WriteGroup(Utf8JsonWriter json, FigureGroup group, FigureSet figures)
    {
        json.WriteStartObject(group.Id);
        json.WriteString("label", group.Label);
        json.WriteString("section", group.Section);
        json.WriteString("printed", string.Join(" / ", group.Parts.Select(part => figures.Figures[part].Text)));
        WriteTexts(json, "parts", group.Parts);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.Severity switch { Severity.Error => "E", Severity.Warning => "W", _ => "I" });
        json.WriteString("item", finding.Item);
        json.WriteString("message", finding.Message);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
