using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Host.Local;

/// <summary>Calls functions: a scope each, a line in the log each. Faults are logged here and passed on.</summary>
/// <remarks>When the host stops, calls may go on for <see cref="Grace"/> before their token is cancelled.</remarks>
internal sealed partial class FunctionRunner : IDisposable
{
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly IServiceScopeFactory scopes;
    private readonly ILogger log;
    private readonly CancellationTokenSource ending = new();
    private readonly CancellationTokenRegistration stopping;

    public FunctionRunner(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<FunctionRunner> log)
    {
        this.scopes = scopes;
        this.log = log;
        stopping = lifetime.ApplicationStopping.Register(() => ending.CancelAfter(Grace));
    }

    /// <param name="function">What to call.</param>
    /// <param name="about">Blob, message or path, for the log: no query, no key.</param>
    /// <param name="subject">Makes the value of the trigger's parameter; a fault in it is a fault of the call.</param>
    /// <param name="named">Values of other parameters.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>What the function returned, null for none.</returns>
    public async Task<object?> CallAsync(
        LocalFunction function,
        string about,
        Func<object?> subject,
        IReadOnlyDictionary<string, object?> named,
        CancellationToken cancellationToken = default)
    {
        using var token = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = await InvokeAsync(function, function.Arguments(subject(), named, token.Token));
            Succeeded(function.Name, about, Milliseconds(started));
            return result;
        }
        catch (Exception fault)
        {
            Failed(fault, function.Name, about, Milliseconds(started));
            throw;
        }
    }

    public void Dispose()
    {
        stopping.Dispose();
        ending.Dispose();
    }

    private async Task<object?> InvokeAsync(LocalFunction function, object?[] arguments)
    {
        await using var scope = scopes.CreateAsyncScope();
        var type = function.Method.DeclaringType!;
        var instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(scope.ServiceProvider, type);
        var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (returned is not Task task)
            return returned;
        await task;
        return function.Method.ReturnType.IsGenericType ? task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
    }

    private static long Milliseconds(long started) => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;

    [LoggerMessage(1, LogLevel.Information, "{Function} ok, {Milliseconds} ms: {About}")]
    private partial void Succeeded(string function, string about, long milliseconds);

    [LoggerMessage(2, LogLevel.Error, "{Function} failed, {Milliseconds} ms: {About}")]
    private partial void Failed(Exception fault, string function, string about, long milliseconds);
}
