using System.Text.RegularExpressions;
using Capacity.Costing;
using Demo;

namespace Pipeline.Tests.Capacity;

/// <summary>The numbers of what is paid whatever is uploaded, counted in the templates.</summary>
public sealed partial class FixedPriceTests
{
    private static readonly Prices Prices = Prices.Read(Path.Combine(Repository.Root, "scripts", "Capacity", "prices.yaml"));

    [Fact]
    public void Private_endpoints_are_one_a_service_of_an_account_and_their_zones_one_a_service()
    {
        var services = Services().Matches(Template("resources.bicep")).Select(m => Items(m)).ToList();
        var zones = Items(Services().Match(Template("app", "network.bicep")));

        Assert.Equal(3, services.Count);
        Assert.Equal((0, services.Sum(s => s.Count)), Count("private endpoints"));
        Assert.Equal((0, zones.Count), Count("private DNS zones"));
        Assert.Equal(services.SelectMany(s => s).Distinct().Order(), zones.Order());
    }

    [Fact]
    public void Prod_has_the_private_endpoints_and_the_scan_and_dev_has_neither()
    {
        foreach (var parameter in new[] { "privateEndpoints", "scanUploads" })
        {
            Assert.Contains($"param {parameter} = true", Template("prod.bicepparam"), StringComparison.Ordinal);
            Assert.DoesNotContain($"param {parameter}", Template("dev.bicepparam"), StringComparison.Ordinal);
            Assert.Contains($"param {parameter} bool = false", Template("main.bicep"), StringComparison.Ordinal);
        }

        // One account: malware.bicep is there once, for one.
        Assert.Equal((0, Regex.Count(Template("resources.bicep"), "'app/malware.bicep'")), Count("storage account under Defender"));
    }

    [Fact]
    public void Prod_keeps_copies_in_another_region() =>
        Assert.Contains("param redundancy = 'Standard_GZRS'", Template("prod.bicepparam"), StringComparison.Ordinal);

    [Fact]
    public void Alert_rules_are_those_of_the_templates_everywhere()
    {
        var alerts = Template("app", "alerts.bicep");
        var rules = alerts[alerts.IndexOf("var rules = [", StringComparison.Ordinal)..alerts.IndexOf("resource logAlerts", StringComparison.Ordinal)];
        var (logs, metrics) = (LogRule().Count(rules), Items(Metrics().Match(alerts)).Count);

        Assert.Equal((logs, logs), Count("log alert rules"));
        Assert.Equal((metrics, metrics), Count("metric alert rules"));
        Assert.Contains("evaluationFrequency: 'PT5M'", alerts, StringComparison.Ordinal);
    }

    private static (int Dev, int Prod) Count(string name) => Prices.Fixed.Single(f => f.Name == name) is var line ? (line.Dev, line.Prod) : default;

    private static string Template(params string[] path) => File.ReadAllText(Path.Combine([Repository.Root, "infra", .. path]));

    private static List<string> Items(Match list) => [.. list.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)];

    [GeneratedRegex(@"services(?: =|:) \[('.*?')\]")]
    private static partial Regex Services();

    [GeneratedRegex(@"^    name: '", RegexOptions.Multiline)]
    private static partial Regex LogRule();

    [GeneratedRegex(@"for metric in \[('.*?')\]")]
    private static partial Regex Metrics();
}
