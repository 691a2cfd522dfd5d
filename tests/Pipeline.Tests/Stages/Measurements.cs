using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Pipeline.Stages;

namespace Pipeline.Tests.Stages;

/// <summary>What one telemetry tells, and no other: tests run beside each other.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener meters = new();
    private readonly ActivityListener activities;
    private readonly List<(Instrument Instrument, double Value, Dictionary<string, object?> Tags)> told = [];

    public Measurements(Telemetry telemetry)
    {
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (!ReferenceEquals(instrument.Meter, telemetry.Meter)) return;
            Instruments.Add(instrument);
            listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => told.Add((instrument, value, Read(tags))));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => told.Add((instrument, value, Read(tags))));
        meters.Start();
        activities = new ActivityListener
        {
            ShouldListenTo = source => ReferenceEquals(source, telemetry.Source),
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = Spans.Add,
        };
        ActivitySource.AddActivityListener(activities);
    }

    public List<Instrument> Instruments { get; } = [];

    /// <summary>In the order in which they ended.</summary>
    public List<Activity> Spans { get; } = [];

    /// <summary>What an instrument told, in order: <c>value attribute=value …</c>, attributes by name.</summary>
    public IEnumerable<string> Of(string name) => told.Where(t => t.Instrument.Name == name).Select(t => string.Join(
        ' ',
        [t.Value.ToString(CultureInfo.InvariantCulture), .. t.Tags.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}")]));

    /// <summary>The attributes an instrument was heard with.</summary>
    public IEnumerable<string> Attributes(string name) => told.Where(t => t.Instrument.Name == name).SelectMany(t => t.Tags.Keys).Distinct();

    public void Dispose()
    {
        meters.Dispose();
        activities.Dispose();
    }

    private static Dictionary<string, object?> Read(ReadOnlySpan<KeyValuePair<string, object?>> tags) => new(tags.ToArray());
}
