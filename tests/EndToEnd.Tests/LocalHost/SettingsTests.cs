using Host.Local;
using Host.Settings;
using Microsoft.Extensions.Configuration;

namespace EndToEnd.Tests.LocalHost;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Local:Url", "localhost")]
    [InlineData("Local:BlobPort", "0")]
    [InlineData("Local:QueuePort", "65536")]
    [InlineData("Local:TablePort", "many")]
    [InlineData("Local:InMemory", "perhaps")]
    public void A_wrong_setting_is_named_at_start(string setting, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();

        Assert.Contains(setting, Assert.Throws<CannotStartException>(() => LocalOptions.Read(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_json_of_the_root_lies_beside_the_program_and_is_obeyed()
    {
        var settings = HostSettings.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));

        Assert.Equal(new(MaxDegreeOfParallelism: 2, PoisonBlobThreshold: 5), settings.Blobs);
        Assert.Equal((1, 5, TimeSpan.FromSeconds(10)), (settings.Queues.Parallel, settings.Queues.MaxDequeueCount, settings.Queues.VisibilityTimeout));
        Assert.Equal("api", settings.Http.RoutePrefix);
    }

    [Fact]
    public void A_signature_in_a_log_line_is_struck_out() => Assert.Equal(
        "see http://127.0.0.1/reports/r.docx?sv=1&sig=***&se=2",
        PlainConsole.Redact("see http://127.0.0.1/reports/r.docx?sv=1&sig=aB%2F3=&se=2"));
}
