using Host;
using Host.Access;
using Host.Http;
using Host.Settings;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Stages;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
try
{
    var options = AppOptions.Read(builder.Configuration);
    builder.Services.AddTelemetry(options.Telemetry)
        .AddPipeline(StorageClients.Open(options.Uploads, options.Ledger), options.Catalogue.Path, new ScanPolicy(options.Scan.Required))
        .AddSingleton<ICallers, PlatformCallers>().AddReception();
}
catch (CannotStartException reason)
{
    await Console.Error.WriteLineAsync(reason.ErrorLines);
    return 1;
}

await builder.Build().RunAsync();
return 0;
