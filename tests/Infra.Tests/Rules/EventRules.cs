using Pipeline.Ledger;

namespace Infra.Tests.Rules;

/// <summary>What must hold of the way from an upload to the app.</summary>
internal static class EventRules
{
    private static readonly AppFunction Ingest = AppFunction.Read().Single(f => f.Trigger == "Blob");

    public static IEnumerable<Rule> All =>
    [
        new("the topic is that of the uploads, with an identity of its own", t => t.Of("Microsoft.EventGrid/systemTopics").SingleOrDefault() is { } topic
            && topic.Text("properties.source") == t.Uploads?.Id && topic.Text("identity.type") == "SystemAssigned" ? [] : ["topic"]),
        new("events lead to the function that takes uploads", t => Subscription(t)?.Text("properties.destination.properties.endpointUrl") is { } door
            && door.StartsWith("[format('https://{0}/runtime/webhooks/blobs?functionName=Host.Functions.{1}&code={2}', ", StringComparison.Ordinal)
            && door.Contains($".defaultHostName, '{Ingest.Name}', listKeys(", StringComparison.Ordinal) && door.EndsWith(".systemKeys.blobs_extension)]", StringComparison.Ordinal) ? [] : [Ingest.Name]),
        new("only finished uploads are told", t => Subscription(t) is { } subscription && Types(subscription).SequenceEqual(["Microsoft.Storage.BlobCreated"])
            && subscription.Text("properties.filter.subjectBeginsWith") == $"/blobServices/default/containers/{StoreNames.Uploads}/blobs/"
            && Ingest.Source.StartsWith($"{StoreNames.Uploads}/", StringComparison.Ordinal) && Calls(subscription).SetEquals(["PutBlob", "PutBlockList", "CopyBlob"]) ? [] : ["filter"]),
        new("events are tried again for a day", t => Subscription(t)?.Number("properties.retryPolicy.maxDeliveryAttempts") == 30
            && Subscription(t)?.Number("properties.retryPolicy.eventTimeToLiveInMinutes") == 1440 ? [] : ["retries"]),
        new("events that nobody took are put down, by identity", Lost),
    ];

    private static Resource? Subscription(Template template) => template.Of("Microsoft.EventGrid/systemTopics/eventSubscriptions").SingleOrDefault();

    private static IEnumerable<string> Types(Resource subscription) => subscription.List("properties.filter.includedEventTypes").Select(t => t.ToString());

    private static HashSet<string> Calls(Resource subscription) =>
        [.. subscription.Items("properties.filter.advancedFilters").Where(f => f.Text("key") == "data.api" && f.Text("operatorType") == "StringIn").SelectMany(f => f.List("values")).Select(v => v.ToString())];

    private static IEnumerable<string> Lost(Template template)
    {
        var destination = "properties.deadLetterWithResourceIdentity.deadLetterDestination.properties";
        var place = Subscription(template)?.Text($"{destination}.blobContainerName");
        return Subscription(template)?.Text("properties.deadLetterWithResourceIdentity.identity.type") == "SystemAssigned"
            && Subscription(template)!.Text($"{destination}.resourceId").EndsWith($"/Microsoft.Storage/storageAccounts/{CompiledTemplates.UploadsOfEvents}", StringComparison.Ordinal)
            && template.Uploads is { } uploads && template.Stores(uploads, "blobServices/containers").Any(c => c.ShortName == place) ? [] : ["dead letters"];
    }
}
