using System.Reflection;

namespace Infra.Tests;

/// <summary>A function of the app, as its attributes have it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trigger">Blob, Queue, Timer or Http.</param>
/// <param name="Source">Path of blobs or name of the queue.</param>
/// <param name="Connection">Name of the connection; empty for the host's own.</param>
/// <param name="Route">Of an HTTP trigger.</param>
internal sealed record AppFunction(string Name, string Trigger, string Source, string Connection, string Route)
{
    private const string Suffix = "TriggerAttribute";

    public static IReadOnlyList<AppFunction> Read() =>
    [
        .. from type in typeof(Host.Access.AccessControl).Assembly.GetTypes()
           from method in type.GetMethods()
           from mark in method.CustomAttributes.Where(a => a.AttributeType.Name == "FunctionAttribute")
           from parameter in method.GetParameters()
           from trigger in parameter.CustomAttributes.Where(a => a.AttributeType.Name.EndsWith(Suffix, StringComparison.Ordinal))
           select new AppFunction(
               (string)mark.ConstructorArguments[0].Value!, trigger.AttributeType.Name[..^Suffix.Length], trigger.ConstructorArguments[0].Value as string ?? "",
               Named(trigger, "Connection"), Named(trigger, "Route")),
    ];

    private static string Named(CustomAttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(a => a.MemberName == name).TypedValue.Value as string ?? "";
}
