using System.CommandLine;
using System.Text;
using Capacity.Costing;
using Capacity.Measuring;
using Capacity.Printing;

const string Marker = "Pipeline.sln";
Console.OutputEncoding = Encoding.UTF8;
var root = new DirectoryInfo(AppContext.BaseDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, Marker))) root = root.Parent;
if (root is null)
{
    Console.Error.WriteLine($"This program does not stand below {Marker}, where its data would be found.");
    return 1;
}

var (data, readme) = (Path.Combine(root.FullName, "scripts", "Capacity"), Path.Combine(root.FullName, "README.md"));
var measure = new Option<bool>("--measure") { Description = "Measure first (a quarter of an hour on two cores): writes scripts/Capacity/measured.json" };
var scales = new Option<int[]>("--scales") { Description = "With --measure: numbers of units; what is recorded of others stays", DefaultValueFactory = _ => Measurement.Scales, AllowMultipleArgumentsPerToken = true };
var write = new Option<bool>("--write") { Description = "Put the section into README.md" };
var check = new Option<bool>("--check") { Description = "Fail unless README.md says the same" };
var command = new RootCommand("What a year takes and costs with 15, 150 and 3,000 units: measured calls and processor time, a simulated season, stated prices.") { measure, scales, write, check };
command.SetAction(async given =>
{
    if (given.GetValue(measure)) await Measurement.RunAsync(Path.Combine(data, "measured.json"), given.GetValue(scales)!, Console.Error.WriteLine);
    var section = CapacitySection.Print(Estimate.Read(data, root.FullName));
    var text = await File.ReadAllTextAsync(readme);
    if (given.GetValue(write))
    {
        await File.WriteAllTextAsync(readme, Readme.With(text, section));
        return 0;
    }

    if (!given.GetValue(check))
    {
        Console.WriteLine(section);
        return 0;
    }

    var agrees = Readme.Agrees(text, section);
    Console.WriteLine(agrees ? "README.md says what follows from the measurements." : "README.md says something else than follows from the measurements. Run scripts/capacity.sh --write.");
    return agrees ? 0 : 2;
});
return await command.Parse(args).InvokeAsync();
