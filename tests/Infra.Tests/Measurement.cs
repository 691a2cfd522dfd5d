using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Stages;

namespace Infra.Tests;

/// <summary>A measurement of the app's meter, as its logs name it.</summary>
/// <param name="Name">Name of the instrument.</param>
/// <param name="IsGauge">Whether it tells how something stands, rather than adding up what happened.</param>
/// <param name="Tags">What it is broken down by.</param>
internal sealed partial record Measurement(string Name, bool IsGauge, IReadOnlyCollection<string> Tags)
{
    // What alerts ask for besides the gauges: a report that is held back waits for somebody.
    private const string Held = "pipeline.reports.held";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<Measurement> All { get; } = Hear();

    /// <summary>Those that somebody must be told of.</summary>
    public static IEnumerable<Measurement> Watched => All.Where(m => m.IsGauge || m.Name == Held);

    /// <summary>The names in a query.</summary>
    public static IEnumerable<string> In(string query) => Names().Matches(query).Select(m => m.Groups[1].Value).Distinct();

    /// <summary>What is wrong with a query: it asks for what is not told, or of a gauge for what only a histogram has.</summary>
    public static IEnumerable<string> Defects(string query)
    {
        var asked = In(query).ToList();
        var told = All.Where(m => asked.Contains(m.Name)).ToList();
        return asked.Except(told.Select(m => m.Name))
            .Concat(Attributes().Matches(query).Select(m => m.Groups[1].Value).Except(told.SelectMany(m => m.Tags)))
            .Concat(told.Where(m => m.IsGauge && Bounds().IsMatch(query)).Select(m => $"{m.Name} is a gauge"));
    }

    private static Measurement[] Hear()
    {
        using var telemetry = new Telemetry(TimeProvider.System);
        using var listener = new MeterListener();
        var heard = new Dictionary<Instrument, HashSet<string>>();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (!ReferenceEquals(instrument.Meter, telemetry.Meter)) return;
            heard[instrument] = [];
            to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => heard[instrument].UnionWith(tags.ToArray().Select(t => t.Key)));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => heard[instrument].UnionWith(tags.ToArray().Select(t => t.Key)));
        listener.Start();

        var catalogue = CatalogueFolder.Default.Read(CatalogueFolder.Default.Years.Last());
        telemetry.Unanswered(TimeSpan.Zero);
        telemetry.Poisoned("a-queue", 0);
        telemetry.Missing(catalogue, new YearHeads(catalogue.Year, new Dictionary<string, Head>(), YearState.New));
        telemetry.Held();
        return [.. heard.Select(h => new Measurement(h.Key.Name, h.Key.GetType().GetGenericTypeDefinition() == typeof(Gauge<>), h.Value))];
    }

    [GeneratedRegex(@"\bName == '([^']+)'")]
    private static partial Regex Names();

    [GeneratedRegex(@"\bProperties\.(\w+)")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\b(Min|Max)\b")]
    private static partial Regex Bounds();
}
