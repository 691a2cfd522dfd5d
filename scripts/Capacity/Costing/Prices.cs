using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Capacity.Costing;

/// <summary>The list prices of <c>prices.yaml</c>.</summary>
internal sealed class Prices
{
    private IReadOnlyDictionary<string, Price>? byName;

    public string Currency { get; init; } = "";

    /// <summary>Date they were typed in.</summary>
    public string TypedIn { get; init; } = "";

    [YamlMember(Alias = "prices")]
    public List<Price> Lines { get; init; } = [];

    /// <summary>What is paid a month whatever is uploaded.</summary>
    public List<FixedPrice> Fixed { get; init; } = [];

    /// <summary>Price of one unit, or the amount that is free.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such line.</exception>
    public double Of(string name) => (byName ??= Lines.ToDictionary(p => p.Name))[name] is var line ? line.Amount / line.Per : 0;

    /// <exception cref="YamlDotNet.Core.YamlException">A line is not understood.</exception>
    public static Prices Read(string file) => new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<Prices>(File.ReadAllText(file));
}

/// <summary>One line of the price list.</summary>
internal class PriceLine
{
    public string Name { get; init; } = "";

    [YamlMember(Alias = "price")]
    public double Amount { get; init; }

    public string Region { get; init; } = "";

    /// <summary>Where it was seen; says so when it was not.</summary>
    public string Source { get; init; } = "";
}

/// <summary>Of what is used.</summary>
internal sealed class Price : PriceLine
{
    /// <summary>For so many units.</summary>
    public double Per { get; init; }
}

/// <summary>Of what is there, a month and piece.</summary>
internal sealed class FixedPrice : PriceLine
{
    /// <summary>Pieces in an environment like <c>dev.bicepparam</c>.</summary>
    public int Dev { get; init; }

    /// <summary>Pieces in one like <c>prod.bicepparam</c>.</summary>
    public int Prod { get; init; }
}
