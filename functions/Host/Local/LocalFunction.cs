using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Host.Local;

/// <summary>A function: its method and the one parameter that carries the trigger.</summary>
internal sealed record LocalFunction(string Name, MethodInfo Method, ParameterInfo Subject, Attribute Trigger)
{
    private static readonly Type[] Triggers =
        [typeof(BlobTriggerAttribute), typeof(QueueTriggerAttribute), typeof(TimerTriggerAttribute), typeof(HttpTriggerAttribute)];

    /// <summary>What the genuine host calls it, as it stands in poison messages.</summary>
    public string Id => $"Host.Functions.{Name}";

    /// <summary>The functions of <paramref name="types"/>, by name.</summary>
    /// <exception cref="InvalidOperationException">A function that the genuine build or host would refuse.</exception>
    public static IReadOnlyList<LocalFunction> Find(IEnumerable<Type> types)
    {
        var found = types
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (method, name: method.GetCustomAttribute<FunctionAttribute>()?.Name))
            .Where(f => f.name is not null)
            .Select(f => Describe(f.name!, f.method))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ToArray();
        var twice = found.CountBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(n => n.Value > 1).Key;
        return twice is null ? found : throw new InvalidOperationException($"Two functions are named {twice}.");
    }

    /// <summary>The arguments of one call. Parameters other than the trigger's are filled by name, from the route or the blob's path.</summary>
    public object?[] Arguments(object? subject, IReadOnlyDictionary<string, object?> named, CancellationToken cancellationToken) =>
        [.. Method.GetParameters().Select(p =>
            p.Position == Subject.Position ? subject
            : p.ParameterType == typeof(CancellationToken) ? cancellationToken
            : named.TryGetValue(p.Name!, out var value) ? Convert.ChangeType(value, p.ParameterType, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{Name}: nothing gives the parameter {p.Name} a value."))];

    private static LocalFunction Describe(string name, MethodInfo method)
    {
        if (!method.IsPublic || method.DeclaringType is not { IsVisible: true })
            throw new InvalidOperationException($"{name}: the class and the method must be public.");
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(System.Runtime.CompilerServices.AsyncStateMachineAttribute)))
            throw new InvalidOperationException($"{name}: async void is never awaited.");
        var subjects = method.GetParameters()
            .SelectMany(p => p.GetCustomAttributes().Where(a => Triggers.Contains(a.GetType())).Select(a => (parameter: p, trigger: a)))
            .ToArray();
        return subjects is [var (parameter, trigger)]
            ? new LocalFunction(name, method, parameter, trigger)
            : throw new InvalidOperationException($"{name}: a function has exactly one trigger, this one has {subjects.Length}.");
    }
}
