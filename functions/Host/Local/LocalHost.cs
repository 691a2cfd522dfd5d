using Host.Access;
using Host.Http;
using Host.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Host.Local;

/// <summary>Runs functions on this machine: listeners, timers, HTTP, and Azurite when none listens.</summary>
public sealed class LocalHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Azurite? azurite;

    private LocalHost(WebApplication app, Azurite? azurite)
    {
        this.app = app;
        this.azurite = azurite;
    }

    /// <summary>Where HTTP functions answer.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Starts a host; when it returns, storage and HTTP answer and the listeners listen.</summary>
    /// <param name="options">Ports and address.</param>
    /// <param name="services">Registers what the functions need; may replace anything the host registers (clock, logging).</param>
    /// <param name="settings">host.json; null reads the file beside the program.</param>
    /// <param name="functions">Classes with functions; null takes those of this program.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="CannotStartException">Something the user can mend.</exception>
    public static async Task<LocalHost> StartAsync(
        LocalOptions options,
        Action<IServiceCollection, LocalStorage> services,
        HostSettings? settings = null,
        IEnumerable<Type>? functions = null,
        CancellationToken cancellationToken = default)
    {
        settings ??= HostSettings.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));
        var found = LocalFunction.Find(functions ?? typeof(LocalHost).Assembly.GetExportedTypes());
        var app = Build(options.Checked(), services, settings, found);
        app.MapFunctions(found, settings.Http.RoutePrefix);
        var azurite = await Azurite.StartUnlessListeningAsync(options, cancellationToken);
        var host = new LocalHost(app, azurite);
        try
        {
            await app.StartAsync(cancellationToken);
            return host;
        }
        catch (IOException taken)
        {
            await host.DisposeAsync();
            throw new CannotStartException($"Local:Url {options.Url} cannot be listened on: {taken.Message}", taken);
        }
    }

    /// <summary>Until somebody asks the process to stop: SIGTERM, Ctrl-C.</summary>
    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    /// <summary>Takes no more work, waits for calls under way, then stops the Azurite it started.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    private static WebApplication Build(LocalOptions options, Action<IServiceCollection, LocalStorage> services, HostSettings settings, IReadOnlyList<LocalFunction> functions)
    {
        // Empty on purpose: no appsettings of the working directory, no variables meant for another web program.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(options.Url);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddConsole(console => console.FormatterName = PlainConsole.Formatter)
            .AddConsoleFormatter<PlainConsole, ConsoleFormatterOptions>();

        var storage = new LocalStorage(options);
        builder.Services.AddRoutingCore().AddMvcCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = FunctionRunner.Grace + TimeSpan.FromSeconds(20));
        builder.Services.AddSingleton(storage).AddSingleton(settings).AddSingleton<FunctionRunner>();
        services(builder.Services, storage);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<ICallers>(LocalCallers.Default);
        builder.Services.AddReception();
        foreach (var function in functions)
            AddListener(builder.Services, function);
        return builder.Build();
    }

    private static void AddListener(IServiceCollection services, LocalFunction function)
    {
        switch (function.Trigger)
        {
            case BlobTriggerAttribute:
                services.AddSingleton<IHostedService>(s => ActivatorUtilities.CreateInstance<BlobListener>(s, function));
                break;
            case QueueTriggerAttribute:
                services.AddSingleton<IHostedService>(s => ActivatorUtilities.CreateInstance<QueueListener>(s, function));
                break;
            case TimerTriggerAttribute:
                // Found by the admin endpoint as well, so the one instance stands under both types.
                services.AddKeyedSingleton(function.Name, (s, _) => ActivatorUtilities.CreateInstance<TimerListener>(s, function));
                services.AddSingleton(s => s.GetRequiredKeyedService<TimerListener>(function.Name));
                services.AddSingleton<IHostedService>(s => s.GetRequiredKeyedService<TimerListener>(function.Name));
                break;
        }
    }
}
