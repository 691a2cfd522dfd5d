using System.Globalization;
using Pipeline.Returns;
using Pipeline.Rules.Causes;

namespace Pipeline.Tests.Rules.Causes;

public sealed class PlantedMistakeTests
{
    private const int Trials = 500;

    [Theory]
    [InlineData("UnitScale")]
    [InlineData("Sign")]
    [InlineData("Digits")]
    [InlineData("Transposition")]
    [InlineData("Omitted")]
    [InlineData("Doubled")]
    public void A_mistake_planted_on_one_part_of_a_sum_is_found_there_and_never_called_another(string kind)
    {
        var random = new Random(20231231);
        var named = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var parts = Enumerable.Range(0, random.Next(2, 9)).Select(_ => random.NextInt64(100_000_000, 1_000_000_000_000) / 100m).ToArray();
            var at = random.Next(parts.Length);
            var total = parts.Sum() + (kind switch { "Omitted" => -parts[at], "Doubled" => parts[at], _ => 0 });
            parts[at] = Spoil(kind, parts[at], random);
            var found = CauseFinder.Find(Around.Sum(total, parts), Around.Nothing);
            if (found is null) continue;
            Assert.Equal(kind, found.Kind.ToString());
            if (found.Text.Contains($"P{at}（", StringComparison.Ordinal)) named++;
        }

        Assert.True(named > Trials * 0.95, $"{named} of {Trials}");
    }

    private static decimal Spoil(string kind, decimal value, Random random) => kind switch
    {
        "UnitScale" => Math.Round(value / 10_000m, 2),
        "Sign" => -value,
        "Digits" => random.Next(2) == 0 ? value * 10 : Typed(Keys(value).Remove(random.Next(1, 6), 1)),
        "Transposition" => Swap(Keys(value), random),
        _ => value,
    };

    private static decimal Swap(string keys, Random random)
    {
        while (true)
        {
            var at = random.Next(1, 5);
            if (keys[at] != keys[at + 1]) return Typed($"{keys[..at]}{keys[at + 1]}{keys[at]}{keys[(at + 2)..]}");
            keys = keys[at] == keys[at + 1] && keys[1..6].Distinct().Count() == 1 ? "9182736.45" : keys;
        }
    }

    private static string Keys(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal Typed(string keys) => decimal.Parse(keys, CultureInfo.InvariantCulture);
}
