namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the package's attribute; six fields from seconds to day of week, UTC.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    public string Schedule { get; } = schedule;
}

/// <summary>Stands in for what a timer function is given.</summary>
public sealed class TimerInfo
{
    /// <summary>The call is later than its schedule says.</summary>
    public bool IsPastDue { get; set; }
}
