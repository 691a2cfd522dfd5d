namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the package's attribute. The package's other constructors are left out on purpose: a level that is not written is taken as Function by the real host.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    public string[]? Methods { get; } = methods;

    public string? Route { get; set; }
}

/// <summary>Which key a caller must show. The embedded host listens on this machine only and asks for none.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
