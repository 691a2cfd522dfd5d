using Host.Access;
using Host.Local;
using Host.Local.Provenance;
using Host.Local.Refresh;
using Host.Local.Validate;
using Host.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Catalogue;
using Pipeline.Stages;
using Spectre.Console;

if (args is ["validate", ..])
    return await new ValidateCommand(CatalogueFolder.Default, AnsiConsole.Console, Console.Error, TimeProvider.System).InvokeAsync(args);
if (args is ["explain", ..]) return await new ExplainCommand(CatalogueFolder.Default, Console.Out, Console.Error).InvokeAsync(args);
if (args is ["reach", ..]) return await new ReachCommand(CatalogueFolder.Default, Console.Out, Console.Error).InvokeAsync(args);
if (args is ["what-if", ..]) return await new WhatIfCommand(CatalogueFolder.Default, Console.Out, Console.Error).InvokeAsync(args);
if (args is ["refresh", ..])
    return await new RefreshCommand(CatalogueFolder.Default, AnsiConsole.Console, Console.Error).InvokeAsync(args);
if (args is ["settings"])
{
    Console.WriteLine(SettingTable.Print(SettingList.All));
    return 0;
}

var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
try
{
    var options = LocalOptions.Read(configuration);
    var callers = LocalCallers.Read(configuration);
    var catalogue = configuration.Read<CatalogueOptions>().Path;
    var scan = new ScanPolicy(configuration.Read<ScanOptions>().Required);

    await using var host = await LocalHost.StartAsync(
        options, (services, storage) => services.AddPipeline(storage.Pipeline, catalogue, scan).AddSingleton<ICallers>(callers));
    Console.WriteLine($"Listening on {host.Address} (blobs on port {options.BlobPort}). Ctrl-C stops.");
    await host.WaitForShutdownAsync();
    return 0;
}
catch (CannotStartException reason)
{
    await Console.Error.WriteLineAsync(reason.Message);
    return 1;
}
