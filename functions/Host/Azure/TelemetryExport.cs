using Azure.Monitor.OpenTelemetry.Exporter;
using Host.Settings;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using Pipeline.Stages;

namespace Host;

/// <summary>Logs, traces and measurements of the app, as host.json's <c>telemetryMode</c> has those of the Functions host: by OpenTelemetry to Application Insights.</summary>
internal static class TelemetryExport
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        var telemetry = services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name))
            .WithTracing(traces => traces.AddSource(Telemetry.Name));
        // On a developer's machine there is nowhere to send it.
        if (options.ConnectionString.Length == 0) return services;
        telemetry.UseAzureMonitorExporter(exporter =>
        {
            exporter.ConnectionString = options.ConnectionString;
            // Without it the exporter would write with the key in the connection string, which is refused.
            if (options.Authentication.Length > 0) exporter.Credential = StorageClients.ManagedIdentity(options.ClientId);
        });
        return services;
    }
}
