using Host;
using Host.Access;
using Host.Http;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Stages;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

var storage = new StorageSettings(builder.Configuration).Connect();
builder.Services.AddPipeline(storage, builder.Configuration["Catalogue:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "Catalogue"));
builder.Services.AddSingleton<ICallers, PlatformCallers>().AddSingleton<AccessControl>().AddSingleton<Reception>();

builder.Build().Run();
