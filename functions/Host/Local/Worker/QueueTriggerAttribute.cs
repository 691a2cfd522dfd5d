namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the package's attribute.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    public string QueueName { get; } = queueName;

    public string? Connection { get; set; }
}
