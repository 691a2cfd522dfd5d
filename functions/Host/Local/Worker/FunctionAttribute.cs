namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a function. This folder stands in for the worker packages: exactly what Functions/*.cs touch, under the packages' names.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
