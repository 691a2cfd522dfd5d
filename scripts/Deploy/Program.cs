using System.CommandLine;
using Deploy;

var environment = new Option<string>("--environment") { Description = "dev or prod: which infra/….bicepparam is taken" };
environment.AcceptOnlyFromAmong("dev", "prod");
var name = new Option<string>("--name") { Description = "Short name that every resource carries, 2 to 8 small letters or digits; otherwise that of the parameter file" };
var location = new Option<string>("--location") { Description = "Region that offers Flex Consumption; otherwise that of the parameter file" };
var subscription = new Option<string>("--subscription") { Description = "Name or id; otherwise the one az has chosen" };
var reviewer = new Option<string[]>("--reviewer") { Description = "Object id of a person or program that gets the app role reviewer, besides whoever runs this; may be given several times", AllowMultipleArgumentsPerToken = true };
var phase = new Option<Phase[]>("--phase") { Description = "Only this step, may be given several times: prepare, provision, check, publish, events, smoke", AllowMultipleArgumentsPerToken = true };
var whatIf = new Option<bool>("--what-if") { Description = "Print the steps and every resource; needs neither az nor a subscription" };
var azure = new Option<bool>("--azure") { Description = "With --what-if: ask Azure too what would change" };
var azd = new Option<bool>("--azd") { Description = "Called by azd, which has provisioned: outputs are taken from the environment variables it sets" };

var command = new RootCommand("Provisions, publishes, subscribes to uploads and sends a return through. Every step can be run again.")
{
    environment, name, location, subscription, reviewer, phase, whatIf, azure, azd,
};
command.Validators.Add(result =>
{
    if (result.GetResult(environment) is null && !result.GetValue(azd)) result.AddError("--environment is missing: dev or prod.");
    if (result.GetValue(azure) && !result.GetValue(whatIf)) result.AddError("--azure belongs to --what-if.");
    if (result.GetValue(azd) && result.GetValue(whatIf)) result.AddError("--what-if plans with the parameter files of dev and prod; with azd, run azd provision --preview.");
    if (result.GetValue(azd) && (result.GetValue(phase) is not { Length: > 0 } phases || phases.Contains(Phase.Provision) || phases.Contains(Phase.Publish)))
        result.AddError("With --azd, name the steps that azd leaves to this script: --phase prepare, check, events or smoke.");
});
command.SetAction(async (given, cancellation) =>
{
    var phases = given.GetValue(phase) is { Length: > 0 } some ? some.Distinct().Order().ToArray() : DeployOptions.AllPhases;
    // What azd provisions may be real: unless it says dev, no figure may come from the smoke test.
    var options = new DeployOptions(
        given.GetValue(environment) ?? Environment.GetEnvironmentVariable("PIPELINE_ENVIRONMENT") ?? "prod", given.GetValue(name), given.GetValue(location),
        // azd deploys where its own environment says, whatever az has chosen.
        given.GetValue(subscription) ?? (given.GetValue(azd) ? Environment.GetEnvironmentVariable("AZURE_SUBSCRIPTION_ID") : null), phases)
    {
        Reviewers = given.GetValue(reviewer) ?? [], Named = given.GetValue(phase) is { Length: > 0 } && !given.GetValue(azd),
        WhatIf = given.GetValue(whatIf), Azure = given.GetValue(azure), Azd = given.GetValue(azd),
    };
    try
    {
        await new Deployment(options, TimeProvider.System, Console.Out).RunAsync(cancellation);
        return 0;
    }
    catch (DeployException reason)
    {
        await Console.Error.WriteLineAsync(reason.Message);
        return 1;
    }
    catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
    {
        await Console.Error.WriteLineAsync("Interrupted. Run the script again; it goes on where it can.");
        return 1;
    }
    catch (HttpRequestException reason)
    {
        await Console.Error.WriteLineAsync($"The app or its storage could not be reached: {Secrets.Hide(reason.Message)} Try again, or look at the network rules of the storage.");
        return 1;
    }
});
// Whoever interrupts the smoke test waits until the roles lent to them are taken back.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
