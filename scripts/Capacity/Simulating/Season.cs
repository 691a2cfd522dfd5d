using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Capacity.Simulating;

/// <summary>The assumptions of <c>season.yaml</c>.</summary>
internal sealed class Season
{
    public int Seed { get; init; }

    public Filing Filing { get; init; } = new();

    public Platform Platform { get; init; } = new();

    public Scan Scan { get; init; } = new();

    /// <summary>Milliseconds a call takes, by its kind.</summary>
    public Dictionary<string, double> Latency { get; init; } = [];

    public Limits Limits { get; init; } = new();

    /// <exception cref="YamlDotNet.Core.YamlException">A line is not understood.</exception>
    public static Season Read(string file) => new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<Season>(File.ReadAllText(file));
}

/// <summary>When units file, and how often anew.</summary>
internal sealed class Filing
{
    public List<Window> Arrivals { get; init; } = [];

    public double Refused { get; init; }

    public double RefusedAgain { get; init; }

    public double MendMinutes { get; init; }

    public double Replaced { get; init; }

    public double ReplacedAfterHours { get; init; }

    public double SentBack { get; init; }

    public double SentBackDays { get; init; }

    public double ClosedAfterMinutes { get; init; }
}

/// <summary>Some hours before the deadline, and the share of units that file first in them.</summary>
internal sealed class Window
{
    public double From { get; init; }

    public double To { get; init; }

    public double Share { get; init; }
}

/// <summary>How long the verdict of the scan takes.</summary>
internal sealed class Scan
{
    public double VerdictSeconds { get; init; }

    public double SlowVerdictSeconds { get; init; }
}

/// <summary>How Flex Consumption behaves.</summary>
internal sealed class Platform
{
    public double MemoryMb { get; init; }

    /// <summary>What the Functions host takes of it.</summary>
    public double HostMb { get; init; }

    /// <summary>What is left for the app.</summary>
    public double AppMb => MemoryMb - HostMb;

    public double Cores { get; init; }

    public double CoreSpeed { get; init; }

    public int ScaleStep { get; init; }

    public double ScaleSeconds { get; init; }

    public double ColdStartSeconds { get; init; }

    public double IdleSeconds { get; init; }

    public double DeliverySeconds { get; init; }

    public double TimeoutMinutes { get; init; }

    public double MinimumSeconds { get; init; }

    public double RoundingSeconds { get; init; }

    public int SweepsADay { get; init; }

    public int ClosingsADay { get; init; }

    public Dictionary<string, double> HostCallsPerStart { get; init; } = [];

    public Dictionary<string, double> HostCallsPerTimer { get; init; } = [];

    public Dictionary<string, double> PlatformCallsADay { get; init; } = [];

    public Dictionary<string, double> PlatformCallsPerUpload { get; init; } = [];

    public Dictionary<string, double> PlatformCallsPerMessage { get; init; } = [];

    public double EntityBytes { get; init; }

    public double TelemetryKbPerCall { get; init; }

    public double TelemetryKbPerExecution { get; init; }
}

/// <summary>What storage is said to bear.</summary>
internal sealed class Limits
{
    public double PartitionEntities { get; init; }

    public double AccountEntities { get; init; }

    public double QueueMessages { get; init; }

    public double BlobGigabits { get; init; }

    public double UploadBytes { get; init; }
}
