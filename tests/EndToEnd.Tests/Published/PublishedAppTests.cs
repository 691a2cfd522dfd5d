using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using Host.Functions;
using Host.Local;
using Host.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace EndToEnd.Tests.Published;

public sealed class PublishedAppTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    private static readonly IReadOnlyList<LocalFunction> Functions = LocalFunction.Find(typeof(IngestReturn).Assembly.GetTypes());

    // Nobody answers there: starting must not wait for storage.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true", ["Uploads"] = "UseDevelopmentStorage=true", ["Ledger"] = "UseDevelopmentStorage=true",
    };

    [Fact]
    public void The_host_is_told_of_the_functions_that_run_here_with_the_same_triggers() =>
        Assert.Equal(Functions.Select(Describe), app.Metadata().Select(Describe).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Without_settings_it_names_each_that_is_missing_and_ends()
    {
        var missing = Assert.Throws<CannotStartException>(() => AppOptions.Read(new ConfigurationBuilder().Build())).ErrorLines;

        var (code, _, complained) = await app.RunAsync(new Dictionary<string, string>(), [], TestContext.Current.CancellationToken);

        Assert.Equal((1, missing), (code, complained.Trim()));
    }

    [Fact]
    public async Task With_settings_it_starts_and_offers_the_host_every_function()
    {
        await using var port = await FunctionsHostPort.OpenAsync(Path.GetDirectoryName(app.File("Host.dll"))!);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var run = app.RunAsync(Settings, port.Arguments("worker-7"), stop.Token);

        try
        {
            // If it ends, its complaint is the message of the failure.
            Assert.True(await Task.WhenAny(port.Functions, run, Task.Delay(TimeSpan.FromMinutes(2), stop.Token)) == port.Functions, run.IsCompleted ? (await run).Complained : "It neither answered nor ended.");
            Assert.True(FunctionsHostPort.Holds(await port.Started, "worker-7"));
            var offered = await port.Functions;
            Assert.All(Functions, function => Assert.True(FunctionsHostPort.Holds(offered, function.Name), function.Name));
        }
        finally
        {
            await stop.CancelAsync();
            await run;
        }
    }

    [Theory]
    [InlineData("Host.dll")]
    [InlineData("Pipeline.dll")]
    [InlineData("DocumentFormat.OpenXml.dll")]
    public void It_is_compiled_ahead(string assembly)
    {
        using var image = new PEReader(File.OpenRead(app.File(assembly)));

        Assert.NotEqual(0, image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
    }

    [Theory]
    [InlineData("host.json")]
    [InlineData("worker.config.json")]
    [InlineData("Catalogue")]
    [InlineData(".azurefunctions")]
    public void What_it_reads_beside_itself_is_published(string name) => Assert.True(Path.Exists(app.File(name)));

    private static string Describe(LocalFunction function) => function.Trigger switch
    {
        BlobTriggerAttribute blob => $"{function.Name} blobTrigger {function.Subject.Name} {blob.BlobPath} {blob.Source} {blob.Connection}",
        QueueTriggerAttribute queue => $"{function.Name} queueTrigger {function.Subject.Name} {queue.QueueName} {queue.Connection}",
        TimerTriggerAttribute timer => $"{function.Name} timerTrigger {function.Subject.Name} {timer.Schedule}",
        HttpTriggerAttribute http => $"{function.Name} httpTrigger {function.Subject.Name} {http.AuthLevel} {string.Join(',', http.Methods ?? [])} {http.Route}",
        var other => throw new InvalidOperationException($"{function.Name}: {other.GetType().Name} is no trigger."),
    };

    private static string Describe(JsonObject function)
    {
        var trigger = function["bindings"]!.AsArray().Single(binding => $"{binding!["type"]}".EndsWith("Trigger", StringComparison.Ordinal))!;
        var head = $"{function["name"]} {trigger["type"]} {trigger["name"]}";
        return $"{trigger["type"]}" switch
        {
            "blobTrigger" => $"{head} {trigger["path"]} {trigger["source"]} {trigger["connection"]}",
            "queueTrigger" => $"{head} {trigger["queueName"]} {trigger["connection"]}",
            "timerTrigger" => $"{head} {trigger["schedule"]}",
            "httpTrigger" => $"{head} {trigger["authLevel"]} {string.Join(',', trigger["methods"]!.AsArray().Select(method => $"{method}"))} {trigger["route"]}",
            _ => head,
        };
    }
}
